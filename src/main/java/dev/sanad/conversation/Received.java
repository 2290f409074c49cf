package dev.sanad.conversation;

import java.util.Optional;

/**
 * An update as a bot received it.
 *
 * @param update Telegram's number for it; unique for the bot, and anew after a week without updates
 * @param message of what a user wrote, in the chat's numbering; empty for the press of a button
 * @param body JSON
 */
public record Received(int update, long chat, Optional<Integer> message, String body) {}
