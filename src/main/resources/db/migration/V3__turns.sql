-- What was asked and answered in a room, for questions that follow others.
create table turn (
    id bigint generated always as identity primary key,
    chat_id bigint not null,
    -- forum topic of a group; 0 outside of topics
    thread_id integer not null,
    asked text not null,
    searched text not null,
    -- BCP 47, of what was searched
    language varchar(16) not null,
    whole boolean not null,
    said text not null
);

create index turn_of_room on turn (chat_id, thread_id, id);
