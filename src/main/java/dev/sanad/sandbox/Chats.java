package dev.sanad.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Users, chats and all messages; what the bot said can be read and waited for here. Safe for many threads. */
public final class Chats {
    private final Guard guard;
    private final SandboxUser bot;
    private final Map<Long, SandboxUser> users = new LinkedHashMap<>();
    private final Map<Long, SandboxChat> chats = new LinkedHashMap<>();
    private final Map<Long, Set<Long>> members = new LinkedHashMap<>();
    private final Map<Long, NavigableMap<Integer, SandboxMessage>> messages = new LinkedHashMap<>();
    private final List<SandboxMessage> sent = new ArrayList<>();
    private final Set<Long> blocked = new HashSet<>();
    private final Map<Long, Long> upgraded = new LinkedHashMap<>();

    Chats(Guard guard, SandboxUser bot) {
        this.guard = guard;
        this.bot = bot;
        add(bot);
    }

    /** The bot that the token belongs to. */
    public SandboxUser bot() {
        return bot;
    }

    /** All messages of a chat as they now stand, oldest first, deleted ones left out. */
    public List<SandboxMessage> messages(SandboxChat chat) {
        return guard.read(
                () -> of(chat).stream().filter(message -> !message.deleted()).toList());
    }

    /** What the bot has sent, in the order of sending, as it now stands; also what is deleted. */
    public List<SandboxMessage> sent() {
        return guard.read(() -> sent.stream().map(this::asItStands).toList());
    }

    /** The message as it now stands. */
    public SandboxMessage now(SandboxMessage message) {
        return guard.read(() -> asItStands(message));
    }

    /**
     * The first message of the bot that now matches, looked for again after every change.
     *
     * @throws IllegalStateException where none matches in time; it lists what the bot has said
     */
    public SandboxMessage await(Predicate<SandboxMessage> wanted, Duration timeout) {
        return guard.await(timeout, () -> sent().stream().filter(wanted).findFirst())
                .orElseThrow(() -> new IllegalStateException("no such message of the bot within %s; it said %s"
                        .formatted(
                                timeout,
                                sent().stream().map(SandboxMessage::text).toList())));
    }

    Guard guard() {
        return guard;
    }

    void add(SandboxUser user) {
        guard.change(() -> users.put(user.id(), user));
    }

    void add(SandboxChat chat, Collection<SandboxUser> first) {
        guard.change(() -> {
            chats.putIfAbsent(chat.id(), chat);
            Set<Long> ids = members.computeIfAbsent(chat.id(), id -> new HashSet<>());
            first.forEach(user -> ids.add(user.id()));
            return ids.add(bot.id());
        });
    }

    /** Those that the person is in, in the order in which they were opened. */
    List<SandboxChat> of(SandboxUser user) {
        return guard.read(() -> chats.values().stream()
                .filter(chat -> isMember(chat, user.id()))
                .toList());
    }

    /** The bot among them. */
    List<SandboxUser> members(SandboxChat chat) {
        return guard.read(() -> users.values().stream()
                .filter(user -> isMember(chat, user.id()))
                .toList());
    }

    boolean isMember(SandboxChat chat, long userId) {
        return guard.read(() -> members.getOrDefault(chat.id(), Set.of()).contains(userId));
    }

    void upgrade(SandboxChat group, SandboxChat supergroup) {
        guard.change(() -> upgraded.put(group.id(), supergroup.id()));
    }

    /** @throws ApiException 400 where the group became a supergroup, with its number */
    void checkNotUpgraded(SandboxChat chat) {
        Optional.ofNullable(guard.read(() -> upgraded.get(chat.id()))).ifPresent(supergroup -> {
            throw ApiException.upgraded(supergroup);
        });
    }

    void block(SandboxUser user, boolean on) {
        guard.change(() -> on ? blocked.add(user.id()) : blocked.remove(user.id()));
    }

    /** @throws ApiException 403 where the person has blocked the bot */
    void checkOpen(SandboxChat chat) {
        if (guard.read(() -> blocked.contains(chat.id()))) {
            throw ApiException.forbidden("bot was blocked by the user");
        }
    }

    Optional<SandboxUser> user(long id) {
        return guard.read(() -> Optional.ofNullable(users.get(id)));
    }

    /** By its identifier, or a public supergroup by {@code @username}. */
    Optional<SandboxChat> find(String idOrUsername) {
        return guard.read(() -> chats.values().stream()
                .filter(chat -> String.valueOf(chat.id()).equals(idOrUsername)
                        || (!chat.isPrivate()
                                && chat.username()
                                        .map(name -> "@" + name)
                                        .filter(idOrUsername::equalsIgnoreCase)
                                        .isPresent()))
                .findFirst());
    }

    /** Not the deleted ones. */
    Optional<SandboxMessage> find(SandboxChat chat, int id) {
        return guard.read(() -> Optional.ofNullable(byId(chat).get(id)).filter(message -> !message.deleted()));
    }

    /** Puts a new message under the next identifier of its chat; the one it carries is not used. */
    SandboxMessage put(SandboxMessage message) {
        return guard.change(() -> {
            NavigableMap<Integer, SandboxMessage> all = byId(message.chat());
            int id = all.isEmpty() ? 1 : all.lastKey() + 1;
            SandboxMessage stored = new SandboxMessage(
                    message.chat(),
                    id,
                    message.from(),
                    message.topic(),
                    message.replyTo(),
                    message.versions(),
                    message.protectedContent(),
                    false,
                    message.service());
            all.put(id, stored);
            if (stored.from().equals(bot)) {
                sent.add(stored);
            }
            return stored;
        });
    }

    SandboxMessage replace(SandboxMessage message) {
        return guard.change(() -> {
            byId(message.chat()).put(message.id(), message);
            return message;
        });
    }

    private Collection<SandboxMessage> of(SandboxChat chat) {
        return byId(chat).values();
    }

    private NavigableMap<Integer, SandboxMessage> byId(SandboxChat chat) {
        return messages.computeIfAbsent(chat.id(), id -> new TreeMap<>());
    }

    private SandboxMessage asItStands(SandboxMessage message) {
        return byId(message.chat()).getOrDefault(message.id(), message);
    }
}
