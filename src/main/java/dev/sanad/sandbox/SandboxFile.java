package dev.sanad.sandbox;

/** A document that somebody sent: the {@code file_id} by which the bot asks for it, its name, its media type, its size in bytes. */
public record SandboxFile(String id, String name, String mimeType, int bytes) {}
