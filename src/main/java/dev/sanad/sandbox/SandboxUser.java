package dev.sanad.sandbox;

import java.util.Optional;

/** A person, or the bot. The language is an IETF tag as Telegram's {@code language_code}. */
public record SandboxUser(
        long id, boolean bot, String firstName, Optional<String> username, Optional<String> languageCode) {}
