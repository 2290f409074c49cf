package dev.sanad.cli;

import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What {@code ask}, {@code search} and {@code brief} may be narrowed by. */
final class ScopeOptions {
    @Option(names = "--since", paramLabel = "DATE", description = "Articles of this day and later, such as 2026-01-28.")
    private Optional<LocalDate> since = Optional.empty();

    @Option(names = "--until", paramLabel = "DATE", description = "Articles of this day and earlier.")
    private Optional<LocalDate> until = Optional.empty();

    @Option(names = "--outlet", paramLabel = "NAME", description = "Articles of this outlet; may be repeated.")
    private List<String> outlets = List.of();

    @Option(
            names = "--in",
            paramLabel = "LANG",
            converter = Tag.class,
            description = "Articles in this language (ar, fa, zh-Hant, zh-Hans, ru, en); may be repeated.")
    private List<Language> languages = List.of();

    @Option(
            names = "--language",
            paramLabel = "LANG",
            converter = Tag.class,
            description = "Language of the answer; otherwise the question's.")
    private Optional<Language> answerLanguage = Optional.empty();

    /** A language by its tag. */
    static final class Tag implements ITypeConverter<Language> {
        @Override
        public Language convert(String tag) {
            return Language.ofTag(tag)
                    .orElseThrow(() -> new TypeConversionException(
                            "'%s' is no language here; write ar, fa, zh-Hant, zh-Hans, ru or en".formatted(tag)));
        }
    }

    Question question(String text, LanguageDetector detector) {
        if (text.isBlank()) {
            throw new Fault("question", "it is empty", "write a few words");
        }
        Language language = detector.read(text, answerLanguage.orElse(Language.ENGLISH));
        return new Question(text, language, answerLanguage.orElse(language), scope());
    }

    private Scope scope() {
        if (since.isPresent() && until.isPresent() && since.get().isAfter(until.get())) {
            throw new Fault("--since %s".formatted(since.get()), "it is after --until " + until.get(), "exchange them");
        }
        return new Scope(since, until, Set.copyOf(outlets), Set.copyOf(languages));
    }
}
