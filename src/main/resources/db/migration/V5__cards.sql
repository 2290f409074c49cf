-- What the buttons of a card lead to: made when the card is first shown.
create table view_key (
    -- random, base64url: the callback data
    opaque_key varchar(32) primary key,
    shown_id bigint not null references shown (id) on delete cascade,
    marker integer not null,
    -- of the cited article, shown instead of the cited passage; empty for that
    passage_id varchar(64) not null,
    kind varchar(16) not null,
    unique (shown_id, marker, passage_id, kind)
);

-- What led to it, so that it can be asked once more when the body is gone: then version is 0 and body empty.
alter table shown add column request text;
