-- What language models took for a chat, for the budget of a day. A day is one of UTC.
create table spent (
    chat_id bigint not null,
    spent_on date not null,
    tokens bigint not null,
    primary key (chat_id, spent_on)
);
