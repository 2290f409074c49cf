-- What askers think of what they were shown. The question, its evidence and the answer are in shown, whose body is kept for as long.
create table opinion (
    shown_id bigint primary key references shown (id) on delete cascade,
    given_at timestamp with time zone not null,
    -- by name; the last that was given
    opinion varchar(16) not null
);

-- Refusals are kept as well, to be judged; false for what has no sources.
alter table shown add column cited boolean default true not null;
