package dev.sanad.telegram;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** What a message wants of the bot. */
sealed interface Request {
    /**
     * What a client sends first.
     *
     * @param code that lets the sender in; most often nothing
     */
    record Start(String code) implements Request {}

    record Help() implements Request {}

    /** Forget what was asked before. */
    record New() implements Request {}

    /** End the answer under way. */
    record Stop() implements Request {}

    record Ask(String question) implements Request {}

    record Brief(String topic) implements Request {}

    /** What needs no search. */
    sealed interface Command extends Request {}

    /**
     * The language to speak.
     *
     * @param tag what was written after it; most often nothing
     */
    record Lang(String tag) implements Command {}

    /**
     * What is searched.
     *
     * @param words what was written after it; most often nothing
     */
    record Scope(String words) implements Command {}

    /** The sources of the last answer. */
    record Sources() implements Command {}

    /** The card of one of them. */
    record Cite(String marker) implements Command {}

    record Status() implements Command {}

    record Settings() implements Command {}

    record Privacy() implements Command {}

    record Forget() implements Command {}

    /**
     * The language model to ask first; of analysts.
     *
     * @param name what was written after it; most often nothing
     */
    record Model(String name) implements Command {}

    /** Of administrators. */
    sealed interface Admin extends Request {}

    record Stats() implements Admin {}

    /** Brings the index up to date. */
    record Reindex() implements Admin {}

    /**
     * Lets somebody in.
     *
     * @param id of a user or a group, as it was written
     * @param role as it was written; most often nothing
     */
    record Allow(String id, String role) implements Admin {}

    /**
     * Keeps somebody out.
     *
     * @param id as in {@link Allow}
     */
    record Deny(String id) implements Admin {}

    /**
     * Makes a code that lets somebody in.
     *
     * @param role as in {@link Allow}
     */
    record Pair(String role) implements Admin {}

    /**
     * Takes out of the corpus what was received.
     *
     * @param written after it
     * @param replied the message that it replies to
     */
    record Remove(String written, Optional<Integer> replied) implements Request {}

    /**
     * A file for the corpus.
     *
     * @param otherwise what the message wants where its sender may not give any
     */
    record Give(Attachment file, Request otherwise) implements Request {}

    /** To take in a file that was offered. */
    record Take(Attachment file, boolean toAll) implements Request {}

    /** It is no command of this bot. */
    record Unknown() implements Command {}

    /** A picture, a voice message and the like. */
    record Wordless() implements Request {}

    /** It is not for this bot. */
    record Nothing() implements Request {}

    /** Who the bot is. */
    record Self(long id, String userName) {
        private Pattern mention() {
            return Pattern.compile(
                    "(?<![\\p{L}\\p{N}_@/])@" + Pattern.quote(userName) + "(?![\\p{L}\\p{N}_])",
                    Pattern.CASE_INSENSITIVE);
        }

        private boolean named(String name) {
            return name.equalsIgnoreCase(userName);
        }
    }

    /** Anonymous administrators of a group write as this account. */
    long ANONYMOUS_ADMIN = 1_087_968_824L;

    /** Bot API: a command is up to 32 Latin letters, digits and underscores; in groups the bot's name may follow. */
    Pattern COMMAND = Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?:\\s+(.*))?", Pattern.DOTALL);

    /** Reads a message. Bots are not answered: two of them would never end. */
    static Request of(Message message, Self self) {
        Request words = words(message, self);
        boolean addressed = words instanceof Ask || words instanceof Wordless;
        return Attachment.of(message)
                .filter(file -> addressed)
                .<Request>map(file -> new Give(file, words))
                .orElse(words);
    }

    private static Request words(Message message, Self self) {
        User from = message.getFrom();
        if (from == null || (Boolean.TRUE.equals(from.getIsBot()) && from.getId() != ANONYMOUS_ADMIN)) {
            return new Nothing();
        }
        boolean group = !message.isUserMessage();
        Optional<String> words =
                Optional.ofNullable(message.getText()).or(() -> Optional.ofNullable(message.getCaption()));
        if (words.isEmpty()) {
            return !group && media(message) ? new Wordless() : new Nothing();
        }
        String text = words.get().strip();
        Matcher command = COMMAND.matcher(text);
        if (command.matches()) {
            return command(command, message, group, self);
        }
        if (!group) {
            return new Ask(text);
        }
        Matcher mention = self.mention().matcher(text);
        if (mention.find() || repliesTo(message, self)) {
            return new Ask(mention.replaceAll(" ").strip());
        }
        return new Nothing();
    }

    /** What led to an answer, see {@link dev.sanad.conversation.Shown#request}. */
    static Request again(String request) {
        String brief = "/brief ";
        return request.startsWith(brief) ? new Brief(request.substring(brief.length())) : new Ask(request);
    }

    private static Request command(Matcher command, Message message, boolean group, Self self) {
        Optional<String> addressee = Optional.ofNullable(command.group(2));
        if (addressee.isPresent() && !self.named(addressee.get())) {
            return new Nothing();
        }
        String rest = Optional.ofNullable(command.group(3)).orElse("").strip();
        boolean own = !group || addressee.isPresent();
        return switch (command.group(1).toLowerCase(Locale.ROOT)) {
            case "ask" -> new Ask(rest);
            case "brief" -> new Brief(rest);
            case "new" -> new New();
            case "stop" -> new Stop();
            case "sources" -> new Sources();
            case "cite" -> new Cite(rest);
            case "scope" -> new Scope(rest);
            // in a group every bot would answer these
            default -> own ? common(command.group(1).toLowerCase(Locale.ROOT), rest, message) : new Nothing();
        };
    }

    private static Request common(String name, String rest, Message message) {
        return switch (name) {
            case "start" -> new Start(rest);
            case "help" -> new Help();
            case "lang" -> new Lang(rest);
            case "status" -> new Status();
            case "settings" -> new Settings();
            case "privacy" -> new Privacy();
            case "forget" -> new Forget();
            case "stats" -> new Stats();
            case "reindex" -> new Reindex();
            case "model" -> new Model(rest);
            case "pair" -> new Pair(rest);
            case "allow" -> {
                String[] words = rest.split("\\s+", 2);
                yield new Allow(words[0], words.length > 1 ? words[1] : "");
            }
            case "deny" -> new Deny(rest);
            case "remove" ->
                new Remove(
                        rest, Optional.ofNullable(message.getReplyToMessage()).map(Message::getMessageId));
            default -> new Unknown();
        };
    }

    private static boolean repliesTo(Message message, Self self) {
        return Optional.ofNullable(message.getReplyToMessage())
                .map(Message::getFrom)
                .filter(from -> from.getId() == self.id())
                .isPresent();
    }

    private static boolean media(Message message) {
        return message.hasPhoto()
                || message.hasVoice()
                || message.hasVideo()
                || message.hasVideoNote()
                || message.hasAudio()
                || message.hasDocument()
                || message.hasSticker()
                || message.hasAnimation()
                || message.hasLocation()
                || message.hasContact()
                || message.hasPoll();
    }
}
