-- What buttons need after a restart. Standard SQL: the same script runs on H2 and PostgreSQL.
create table shown (
    id bigint generated always as identity primary key,
    chat_id bigint not null,
    user_id bigint not null,
    shown_at timestamp with time zone not null,
    -- of the JSON in body
    version integer not null,
    body text not null
);

create table button (
    -- random, base64url: the callback data
    opaque_key varchar(32) primary key,
    shown_id bigint not null references shown (id) on delete cascade,
    -- of the citation whose card it opens; 0 leads back to the answer
    marker integer not null,
    unique (shown_id, marker)
);

create table chat (
    chat_id bigint primary key,
    -- BCP 47, of the last question whose language was certain
    last_language varchar(16) not null
);
