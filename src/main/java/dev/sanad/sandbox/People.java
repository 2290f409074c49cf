package dev.sanad.sandbox;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** What people do: they come, open chats, write, edit, press. Each returns when the update is there for the bot. Safe for many threads. */
public final class People {
    private static final long FIRST_USER = 700_000_001L;
    private static final long FIRST_GROUP = 4_000_000_001L;
    private static final long SUPERGROUPS = -1_000_000_000_000L;

    private final Chats chats;
    private final Updates updates;
    private final Callbacks callbacks;
    private final InlineQueries inlineQueries;
    private final Files files;
    private final Privacy privacy;
    private final Clock clock;
    private final BotApiJson json;
    private final AtomicLong nextUser = new AtomicLong(FIRST_USER);
    private final AtomicLong nextGroup = new AtomicLong(FIRST_GROUP);

    People(
            Chats chats,
            Updates updates,
            Callbacks callbacks,
            InlineQueries inlineQueries,
            Files files,
            Privacy privacy,
            Clock clock) {
        this.chats = chats;
        this.updates = updates;
        this.callbacks = callbacks;
        this.inlineQueries = inlineQueries;
        this.files = files;
        this.privacy = privacy;
        this.clock = clock;
        this.json = new BotApiJson(chats);
    }

    /** A new person; an empty username or language is none. */
    public SandboxUser person(String firstName, String username, String languageCode) {
        SandboxUser user =
                new SandboxUser(nextUser.getAndIncrement(), false, firstName, given(username), given(languageCode));
        chats.add(user);
        return user;
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** The one chat of a person with the bot. */
    public SandboxChat privateChat(SandboxUser user) {
        return opened(
                new SandboxChat(user.id(), SandboxChat.Type.PRIVATE, user.firstName(), user.username(), false), user);
    }

    /** A new group with the bot in it. */
    public SandboxChat group(String title, SandboxUser... members) {
        return opened(
                new SandboxChat(-nextGroup.getAndIncrement(), SandboxChat.Type.GROUP, title, Optional.empty(), false),
                members);
    }

    /** A new supergroup with the bot in it; an empty username makes it a private one. */
    public SandboxChat supergroup(String title, String username, boolean forum, SandboxUser... members) {
        long id = SUPERGROUPS - nextGroup.getAndIncrement();
        return opened(new SandboxChat(id, SandboxChat.Type.SUPERGROUP, title, given(username), forum), members);
    }

    /**
     * A group becomes a supergroup, as when it is given topics or made public: either gets a service message, and calls that name the group are refused from then on.
     *
     * @param by whose deed it is
     * @return the supergroup, with the same members
     */
    public SandboxChat upgrade(SandboxChat group, SandboxUser by) {
        return chats.guard().change(() -> {
            SandboxChat supergroup =
                    supergroup(group.name(), "", false, chats.members(group).toArray(SandboxUser[]::new));
            serve(group, by, new SandboxMessage.Service.UpgradedTo(supergroup.id()));
            chats.upgrade(group, supergroup);
            serve(supergroup, by, new SandboxMessage.Service.UpgradedFrom(group.id()));
            return supergroup;
        });
    }

    /** A new channel with the bot as an administrator; {@code owner} posts in it by {@link #write}. An empty username makes it a private one. */
    public SandboxChat channel(String title, String username, SandboxUser owner) {
        long id = SUPERGROUPS - nextGroup.getAndIncrement();
        return opened(new SandboxChat(id, SandboxChat.Type.CHANNEL, title, given(username), false), owner);
    }

    private SandboxChat opened(SandboxChat chat, SandboxUser... members) {
        chats.add(chat, List.of(members));
        return chat;
    }

    /** Someone joins: a service message. */
    public SandboxMessage join(SandboxChat chat, SandboxUser user) {
        chats.add(chat, List.of(user));
        return serve(chat, user, new SandboxMessage.Service.Joined(user));
    }

    /** Opens a topic in a forum; its number is the {@code message_thread_id} of what is written in it. */
    public int topic(SandboxChat forum, SandboxUser user, String name) {
        if (!forum.forum()) {
            throw new IllegalArgumentException("chat %d has no topics".formatted(forum.id()));
        }
        return serve(forum, user, new SandboxMessage.Service.TopicCreated(name)).id();
    }

    public SandboxMessage write(SandboxChat chat, SandboxUser from, String text) {
        return deliver(chat, from, Optional.empty(), Optional.empty(), text, Optional.empty());
    }

    public SandboxMessage writeInTopic(SandboxChat forum, int topic, SandboxUser from, String text) {
        return deliver(forum, from, Optional.of(topic), Optional.empty(), text, Optional.empty());
    }

    public SandboxMessage reply(SandboxMessage to, SandboxUser from, String text) {
        return deliver(to.chat(), from, to.topic(), Optional.of(to.id()), text, Optional.empty());
    }

    /** Someone sends a document; the caption may be empty. */
    public SandboxMessage document(
            SandboxChat chat, SandboxUser from, String name, String mimeType, byte[] content, String caption) {
        FormattedText text = MessageText.typed(caption);
        SandboxMessage.Version version = new SandboxMessage.Version(
                clock.instant(),
                text.text(),
                text.entities(),
                List.of(),
                Optional.of(files.keep(name, mimeType, content)));
        return deliver(chat, from, Optional.empty(), Optional.empty(), version, Optional.empty());
    }

    /** A person changes what they wrote; of a document the caption. */
    public SandboxMessage edit(SandboxMessage message, String text) {
        return chats.guard().change(() -> {
            SandboxMessage before = chats.now(message);
            FormattedText words = MessageText.typed(text);
            SandboxMessage edited = chats.replace(before.with(new SandboxMessage.Version(
                    clock.instant(),
                    words.text(),
                    words.entities(),
                    List.of(),
                    before.now().document())));
            if (privacy.shows(edited)) {
                updates.add(edited.chat().isChannel() ? "edited_channel_post" : "edited_message", json.message(edited));
            }
            return edited;
        });
    }

    /**
     * Types the bot's name and these words in some chat; {@code offset} is empty at first, then the answer's.
     *
     * @return the id of the inline query
     */
    public String inlineQuery(SandboxUser user, String words, String offset) {
        return chats.guard().change(() -> {
            String id = inlineQueries.ask();
            updates.add("inline_query", json.inlineQuery(id, user, words, offset));
            return id;
        });
    }

    /**
     * Presses the button with these words under the message as it now stands.
     *
     * @return the id of the callback query
     * @throws IllegalArgumentException where there is no such button, or it sends nothing to the bot
     */
    public String press(SandboxMessage message, SandboxUser by, String buttonText) {
        return press(message, by, buttonText, button -> button.text().equals(buttonText));
    }

    /** As {@link #press(SandboxMessage, SandboxUser, String)}, where several buttons bear the same words. */
    public String press(SandboxMessage message, SandboxUser by, Button button) {
        return press(message, by, button.text(), button::equals);
    }

    /** A press that a client makes up: any data, under any message that is still there. */
    public String forgePress(SandboxMessage message, SandboxUser by, String data) {
        return chats.guard().change(() -> callBack(chats.now(message), by, data));
    }

    private String press(SandboxMessage message, SandboxUser by, String words, Predicate<Button> wanted) {
        return chats.guard().change(() -> {
            SandboxMessage now = chats.now(message);
            String data = now.buttons().stream()
                    .filter(wanted)
                    .flatMap(button -> button.callbackData().stream())
                    .findFirst()
                    .filter(found -> !now.deleted())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "message %d has no button '%s' that calls back".formatted(now.id(), words)));
            return callBack(now, by, data);
        });
    }

    private String callBack(SandboxMessage now, SandboxUser by, String data) {
        String id = callbacks.ask();
        updates.add("callback_query", json.callbackQuery(id, by, now, data));
        return id;
    }

    /** From now on the bot gets 403 where it writes to this person. */
    public void block(SandboxUser user) {
        chats.block(user, true);
    }

    public void unblock(SandboxUser user) {
        chats.block(user, false);
    }

    private SandboxMessage serve(SandboxChat chat, SandboxUser by, SandboxMessage.Service service) {
        return deliver(chat, by, Optional.empty(), Optional.empty(), "", Optional.of(service));
    }

    private SandboxMessage deliver(
            SandboxChat chat,
            SandboxUser from,
            Optional<Integer> topic,
            Optional<Integer> replyTo,
            String text,
            Optional<SandboxMessage.Service> service) {
        return deliver(chat, from, topic, replyTo, version(MessageText.typed(text)), service);
    }

    private SandboxMessage deliver(
            SandboxChat chat,
            SandboxUser from,
            Optional<Integer> topic,
            Optional<Integer> replyTo,
            SandboxMessage.Version version,
            Optional<SandboxMessage.Service> service) {
        return chats.guard().change(() -> {
            SandboxMessage stored = chats.put(
                    new SandboxMessage(chat, 0, from, topic, replyTo, List.of(version), false, false, service));
            if (privacy.shows(stored)) {
                updates.add(chat.isChannel() ? "channel_post" : "message", json.message(stored));
            }
            return stored;
        });
    }

    private SandboxMessage.Version version(FormattedText text) {
        return new SandboxMessage.Version(clock.instant(), text.text(), text.entities(), List.of());
    }
}
