-- Whom an administrator let in or kept out, beside the list of the settings.
create table admission (
    -- of a user, or of a group (negative)
    id bigint primary key,
    allowed boolean not null
);
