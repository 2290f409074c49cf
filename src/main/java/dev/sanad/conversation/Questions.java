package dev.sanad.conversation;

import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Scope;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Turns messages into questions. Safe for use by many threads, one chat at a time. */
public final class Questions {
    /** What a question may hold, in UTF-16 units: longer is an article, not a question. */
    public static final int MOST_CHARS = 1_000;

    private final Store store;
    private final Preferences preferences;
    private final LanguageDetector detector;

    public Questions(Store store, LanguageDetector detector) {
        this.store = store;
        this.preferences = new Preferences(store);
        this.detector = detector;
    }

    /**
     * The question that {@code text} asks in {@code room}, of what the room is narrowed to. Its language is the detected one, which the chat then keeps; else as
     * {@link #language}. The answer's is the one that the chat prefers, else the question's.
     *
     * @param text data, never query syntax
     * @param tag what the messenger says of the user's language, BCP 47
     */
    public Asked read(Room room, String text, Optional<String> tag) {
        long chat = room.chat();
        return read(text, () -> language(chat, tag), words -> question(room, words, tag));
    }

    private Question question(Room room, String words, Optional<String> tag) {
        long chat = room.chat();
        Optional<Language> detected = detector.detect(words);
        detected.ifPresent(language -> store.rememberLanguage(chat, language));
        Language language = detected.orElseGet(() -> detector.read(words, language(chat, tag)));
        return new Question(words, language, preferences.language(chat).orElse(language), preferences.scope(room));
    }

    /**
     * The question that the user types for a glance at passages, in whatever chat: of all articles, and spoken to as in the private chat. Nothing of it is kept.
     *
     * @param tag as in {@link #read}
     */
    public Asked glance(long user, String text, Optional<String> tag) {
        Language spoken = language(user, tag);
        return read(text, () -> spoken, words -> new Question(words, detector.read(words, spoken), spoken, Scope.ALL));
    }

    private static Asked read(String text, Supplier<Language> spoken, Function<String, Question> question) {
        if (text.length() > MOST_CHARS) {
            return new Asked.TooLong(spoken.get(), MOST_CHARS);
        }
        String words = CleanText.of(text).strip();
        return words.isBlank() ? new Asked.Empty(spoken.get()) : new Asked.Clear(question.apply(words));
    }

    /** The language to speak in where no question tells it: what the chat prefers, its last, else the messenger's, else English. */
    public Language language(long chat, Optional<String> tag) {
        return preferences
                .language(chat)
                .or(() -> store.lastLanguage(chat))
                .or(() -> tag.flatMap(Language::ofTag))
                .orElse(Language.ENGLISH);
    }
}
