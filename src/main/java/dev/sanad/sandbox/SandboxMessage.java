package dev.sanad.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message as it stood when it was asked for, with all it was before.
 *
 * @param from who wrote it; of a post in a channel the bot is not told
 * @param topic the {@code message_thread_id} of a forum's topic
 * @param replyTo the {@code message_id} it replies to, in the same chat
 * @param versions what it said, oldest first, never empty; a second one is an edit
 * @param service what happened, where it is a service message; such a one has no text
 */
public record SandboxMessage(
        SandboxChat chat,
        int id,
        SandboxUser from,
        Optional<Integer> topic,
        Optional<Integer> replyTo,
        List<Version> versions,
        boolean protectedContent,
        boolean deleted,
        Optional<Service> service) {
    public SandboxMessage {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("message %d says nothing".formatted(id));
        }
    }

    /** What it says from a moment on; beside a document the text is its caption, and may be empty. */
    public record Version(
            Instant since,
            String text,
            List<Entity> entities,
            List<List<Button>> keyboard,
            Optional<SandboxFile> document) {
        Version(Instant since, String text, List<Entity> entities, List<List<Button>> keyboard) {
            this(since, text, entities, keyboard, Optional.empty());
        }

        public Version {
            entities = List.copyOf(entities);
            keyboard = keyboard.stream().map(List::copyOf).toList();
        }

        boolean saysTheSame(Version other) {
            return text.equals(other.text) && entities.equals(other.entities) && keyboard.equals(other.keyboard);
        }
    }

    /** What a service message tells. */
    public sealed interface Service {
        record Joined(SandboxUser user) implements Service {}

        record TopicCreated(String name) implements Service {}

        /** In a group that became a supergroup, by its number. */
        record UpgradedTo(long supergroup) implements Service {}

        /** The first message of a supergroup that was a group. */
        record UpgradedFrom(long group) implements Service {}
    }

    public Version now() {
        return versions.getLast();
    }

    public String text() {
        return now().text();
    }

    public List<Entity> entities() {
        return now().entities();
    }

    /** All buttons in reading order. */
    public List<Button> buttons() {
        return now().keyboard().stream().flatMap(List::stream).toList();
    }

    public Instant date() {
        return versions.getFirst().since();
    }

    public boolean edited() {
        return versions.size() > 1;
    }

    SandboxMessage with(Version version) {
        List<Version> all = new ArrayList<>(versions);
        all.add(version);
        return new SandboxMessage(chat, id, from, topic, replyTo, all, protectedContent, deleted, service);
    }

    SandboxMessage gone() {
        return new SandboxMessage(chat, id, from, topic, replyTo, versions, protectedContent, true, service);
    }
}
