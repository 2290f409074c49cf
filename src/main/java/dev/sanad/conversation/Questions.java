package dev.sanad.conversation;

import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import dev.sanad.retrieval.Question;
import java.util.Optional;

/** Turns messages into questions. Safe for use by many threads, one chat at a time. */
public final class Questions {
    /** What a question may hold, in UTF-16 units: longer is an article, not a question. */
    public static final int MOST_CHARS = 1_000;

    private final Store store;
    private final LanguageDetector detector;

    public Questions(Store store, LanguageDetector detector) {
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
        Optional<Language> detected = detector.detect(words);
        detected.ifPresent(language -> store.rememberLanguage(chat, language));
        return new Asked.Clear(Question.of(words, detected.orElseGet(() -> detector.read(words, language(chat, tag)))));
    }

    /** The language to speak in where no question tells it: the chat's last, else the messenger's, else English. */
    public Language language(long chat, Optional<String> tag) {
        return store.lastLanguage(chat).or(() -> tag.flatMap(Language::ofTag)).orElse(Language.ENGLISH);
    }
}
