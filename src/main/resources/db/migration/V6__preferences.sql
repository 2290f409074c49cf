-- What a chat prefers, and what its rooms are narrowed to.
create table preference (
    chat_id bigint primary key,
    -- BCP 47, that the bot speaks
    language varchar(16) not null
);

create table room_scope (
    chat_id bigint not null,
    thread_id integer not null,
    -- language, outlet, since, until
    kind varchar(16) not null,
    -- BCP 47, an outlet as the index folds it, or an ISO day
    wanted varchar(1000) not null,
    primary key (chat_id, thread_id, kind, wanted)
);

-- The last answer of a room, and all of a user.
alter table shown add column thread_id integer default 0 not null;
create index shown_of_room on shown (chat_id, thread_id, id);
create index shown_of_user on shown (user_id);

-- Who asked; 0 where it was asked before this was kept.
alter table turn add column user_id bigint default 0 not null;
create index turn_of_user on turn (user_id);
