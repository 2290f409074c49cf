-- Updates that a bot received, each committed before Telegram is told so, until they are answered and as long as they may come again.
create table inbox (
    id bigint generated always as identity primary key,
    -- private chats of two bots may number their messages alike
    bot_id bigint not null,
    update_id integer not null,
    -- null where the update cannot be read
    chat_id bigint,
    -- of what a user wrote, in the chat's numbering; null for presses of buttons
    message_id integer,
    received_at timestamp with time zone not null,
    -- open, sending, done, failed, unreadable
    state varchar(16) not null,
    -- how often it was begun after a start that found it unfinished
    tries integer not null,
    -- JSON as Telegram sent it; null once it is done or failed
    body text,
    unique (bot_id, update_id),
    unique (bot_id, chat_id, message_id)
);

create index inbox_by_state on inbox (bot_id, state, id);
