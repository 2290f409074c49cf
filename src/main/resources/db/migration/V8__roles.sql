-- What somebody who was let in may do: asker, analyst.
alter table admission add column role varchar(16) default 'ASKER' not null;

-- Codes that let somebody in once.
create table pairing (
    code varchar(64) primary key,
    role varchar(16) not null,
    ends_at timestamp with time zone not null
);

-- The language model that an analyst wants to be asked first, by its name in the settings.
create table chosen_model (
    user_id bigint primary key,
    name varchar(255) not null
);
