package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Authorship;
import dev.sanad.answer.Citation;
import dev.sanad.answer.ForeignQuotes;
import dev.sanad.answer.Gloss;
import dev.sanad.answer.Note;
import dev.sanad.answer.Outcome;
import dev.sanad.answer.Release;
import dev.sanad.answer.Sentence;
import dev.sanad.answer.Translation;
import dev.sanad.conversation.MadeUp;
import dev.sanad.conversation.Shown;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Messages as they are sent, one file for each kind and language. After a change that is meant: {@code mvn -B test -Dtest=RenderedMessagesTest
 * -Dpin=write}, then read the difference.
 */
class RenderedMessagesTest {
    private static final Path APPROVED = Path.of("src/test/resources/telegram/approved");

    private final Texts texts = new Texts();
    private final Pages pages = new Pages(texts);

    /** Of messages. */
    enum Kind {
        ANSWER,
        GENERATED,
        REFUSAL,
        BRIEF,
        STOPPED,
        CARD,
        MEANING,
        INLINE,
        PROGRESS
    }

    static Stream<Arguments> messages() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Language.spoken().stream().map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageReadsAsItWasApproved(Kind kind, Language language) throws IOException {
        String html = html(kind, language) + "\n";
        assertThat(html.length()).isLessThanOrEqualTo(Parts.MOST_CHARS);
        Path approved = APPROVED.resolve(
                "%s.%s.html".formatted(kind.name().toLowerCase(java.util.Locale.ROOT), language.tag()));
        if ("write".equals(System.getProperty("pin"))) {
            Files.createDirectories(APPROVED);
            Files.writeString(approved, html);
        }
        assertThat(approved).exists().content().isEqualTo(html);
    }

    private String html(Kind kind, Language language) {
        Question question = Question.of(MadeUp.story(language).question(), language);
        Language foreign = language == Language.PERSIAN ? Language.RUSSIAN : Language.PERSIAN;
        return switch (kind) {
            case ANSWER -> html(new Shown.Answered(quoted(question, foreign)));
            case GENERATED -> html(new Shown.Answered(generated(question, foreign)));
            case REFUSAL ->
                html(new Shown.Answered(MadeUp.answer(
                        question,
                        new Outcome.NoEvidence(
                                Outcome.Reason.ONLY_RELATED,
                                List.of(
                                        new Outcome.Related(
                                                MadeUp.story(language).title(), "a.txt"),
                                        new Outcome.Related(
                                                MadeUp.story(foreign).title(), "b.txt"))))));
            case BRIEF -> html(new Shown.Briefed(MadeUp.brief(question)));
            case STOPPED ->
                html(new Shown.Stopped(
                        question,
                        List.of(new Sentence(MadeUp.story(language).quote(), List.of(1))),
                        List.of(MadeUp.citation(1, language))));
            case CARD -> new Card(texts).of(language, MadeUp.citation(1, foreign));
            case MEANING ->
                new Card(texts)
                        .of(
                                language,
                                MadeUp.citation(1, foreign),
                                new ForeignQuotes.Meaning(
                                        Optional.of(gloss(language)),
                                        Optional.of(new Translation(
                                                MadeUp.story(language).quote(), "model-x", "translate@1"))));
            case INLINE -> new Card(texts).ofQuote(language, MadeUp.citation(1, foreign));
            case PROGRESS -> progress(language);
        };
    }

    private String html(Shown shown) {
        List<String> parts = Parts.of(pages.of(shown));
        assertThat(parts).hasSize(1);
        return parts.getFirst();
    }

    /** What two outlets say in two languages, the foreign one with its gloss, and that they differ. */
    private static Answer quoted(Question question, Language foreign) {
        Language language = question.answerLanguage();
        List<Sentence> sentences = List.of(
                new Sentence(MadeUp.story(language).quote(), List.of(1)),
                new Sentence(
                        MadeUp.story(foreign).quote(), List.of(2), Optional.of(gloss(language)), Optional.empty()));
        Outcome outcome = new Outcome.Cited(
                sentences,
                List.of(MadeUp.citation(1, language), MadeUp.citation(2, foreign)),
                new Authorship.Extractive(),
                0);
        return MadeUp.answer(
                question,
                outcome,
                Note.of(
                        "sources_differ",
                        language,
                        Map.of(
                                "which",
                                MadeUp.story(language).outlet() + ": 300; "
                                        + MadeUp.story(foreign).outlet() + ": 300")));
    }

    /** What a model worded from a foreign article. */
    private static Answer generated(Question question, Language foreign) {
        Language language = question.answerLanguage();
        Citation glossed = MadeUp.citation(1, foreign).with(Optional.of(gloss(language)));
        Outcome outcome = new Outcome.Cited(
                List.of(new Sentence(MadeUp.story(language).quote(), List.of(1))),
                List.of(glossed),
                new Authorship.Generative("model-x", "answer@1"),
                1);
        return MadeUp.answer(question, outcome, Note.of("sentences_removed", language, Map.of("count", 1)));
    }

    private static Gloss gloss(Language language) {
        return new Gloss(List.of(MadeUp.story(language).outlet(), "2026", "300"));
    }

    private String progress(Language language) {
        Progress progress = new Progress(texts, language);
        progress.accept(new Release.Searching(new HashSet<>(Language.spoken())));
        progress.accept(new Release.Found(8));
        progress.accept(new Release.Passed(
                new Sentence(MadeUp.story(language).quote(), List.of(1)), List.of(MadeUp.citation(1, language))));
        return Html.of(progress.nodes());
    }
}
