package dev.sanad.conversation;

import java.util.Optional;

/**
 * On whose account language models are asked.
 *
 * @param chat by Telegram's number, as is the user
 * @param model to ask first, by its name in the settings; empty for the order of the settings
 */
public record Asker(long chat, long user, Optional<String> model) {}
