package dev.sanad.conversation;

/**
 * Where a conversation is held.
 *
 * @param chat by Telegram's number
 * @param thread the forum topic of a group; 0 outside of topics
 */
public record Room(long chat, int thread) {}
