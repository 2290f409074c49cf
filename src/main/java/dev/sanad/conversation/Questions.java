package dev.sanad.conversation;

import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import java.util.Optional;
import java.util.function.Function;

/** Turns messages into questions. Safe for use by many threads, one chat at a time. */
public final class Questions {
    /** What a question may hold, in UTF-16 units: longer is an article, not a question. */
    public static final int MOST_CHARS = 1_000;

    private final Store store;
    private final Function<String, Optional<Language>> detector;

    /** @param detector the language of a text, empty where it is uncertain */
    public Questions(Store store, Function<String, Optional<Language>> detector) {
        this.store = store;
        this.detector = detector;
    }

    /**
     * The question that {@code text} asks in {@code chat}. Its language is the detected one, which the chat then keeps; else as
     * {@link #language}.
     *
     * @param text data, never query syntax
     * @param tag what the messenger says of the user's language, BCP 47
     */
    public Asked read(long chat, String text, Optional<String> tag) {
        if (text.length() > MOST_CHARS) {
            return new Asked.TooLong(language(chat, tag), MOST_CHARS);
        }
        String words = CleanText.of(text).strip();
        if (words.isBlank()) {
            return new Asked.Empty(language(chat, tag));
        }
        Optional<Language> detected = detector.apply(words).filter(Language.spoken()::contains);
        detected.ifPresent(language -> store.rememberLanguage(chat, language));
        return new Asked.Clear(Question.of(words, detected.orElseGet(() -> language(chat, tag))));
    }

    /** The language to speak in where no question tells it: the chat's last, else the messenger's, else English. */
    public Language language(long chat, Optional<String> tag) {
        return store.lastLanguage(chat).or(() -> tag.flatMap(Language::ofTag)).orElse(Language.ENGLISH);
    }
}
