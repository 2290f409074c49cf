package dev.sanad.cli;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Authorship;
import dev.sanad.answer.Citation;
import dev.sanad.answer.Outcome.Cited;
import dev.sanad.answer.Outcome.NoEvidence;
import dev.sanad.answer.Sentence;
import dev.sanad.answer.Usage;
import dev.sanad.corpus.Known;
import dev.sanad.language.Language;
import dev.sanad.language.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** An answer as a terminal shows it: sentences with markers, then a source a marker. */
final class AnswerText {
    private static final Messages MESSAGES = new Messages("answer");

    private final Answer answer;
    private final List<Usage> usage;
    private final boolean verbose;

    /** @param usage of language models, shown where verbose */
    AnswerText(Answer answer, List<Usage> usage, boolean verbose) {
        this.answer = answer;
        this.usage = List.copyOf(usage);
        this.verbose = verbose;
    }

    @Override
    public String toString() {
        return from(0);
    }

    /** Without the first {@code shown} sentences, which the reader has. */
    String from(int shown) {
        Language language = answer.question().answerLanguage();
        List<String> lines = new ArrayList<>();
        switch (answer.outcome()) {
            case Cited cited -> cited(cited, shown, language, lines);
            case NoEvidence refusal -> refusal(refusal, language, lines);
        }
        answer.notes().forEach(note -> lines.add("(" + line(note.text()) + ")"));
        answer.resolved()
                .ifPresent(question ->
                        lines.add("(%s %s)".formatted(MESSAGES.text(language, "resolved"), line(question))));
        if (verbose) {
            lines.add(String.format(
                    Locale.ROOT,
                    "(confidence %.2f, retrieval %d ms, answer %d ms)",
                    answer.confidence(),
                    answer.retrieving().toMillis(),
                    answer.answering().toMillis()));
            if (answer.outcome() instanceof Cited cited && cited.singleSource()) {
                lines.add("(all evidence is of one source)");
            }
            lines.addAll(UsageText.lines(usage));
        }
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static void cited(Cited cited, int shown, Language language, List<String> lines) {
        for (Sentence sentence :
                cited.sentences().subList(shown, cited.sentences().size())) {
            lines.add(sentence(sentence));
            explanation(sentence, language).ifPresent(lines::add);
        }
        lines.add("");
        boolean quoted = cited.by() instanceof Authorship.Generative;
        for (Citation citation : cited.citations()) {
            lines.add(source(citation));
            if (quoted) {
                lines.add("    " + line(citation.quote()));
            }
        }
    }

    /** The translation, else the gloss. */
    private static Optional<String> explanation(Sentence sentence, Language language) {
        return sentence.translation()
                .map(translation -> "    ≈ %s (%s): %s"
                        .formatted(
                                MESSAGES.text(language, "translation"),
                                Printable.isolated(translation.model()),
                                line(translation.text())))
                .or(() -> sentence.gloss()
                        .map(gloss -> "    ≈ %s: %s".formatted(MESSAGES.text(language, "gloss"), line(gloss.line()))));
    }

    private static void refusal(NoEvidence refusal, Language language, List<String> lines) {
        lines.add(MESSAGES.text(
                language,
                switch (refusal.reason()) {
                    case ONLY_RELATED -> "refusal.only_related";
                    case NOTHING -> "refusal.nothing";
                    case ONLY_OLDER -> "refusal.only_older";
                }));
        if (!refusal.related().isEmpty()) {
            lines.add("");
            lines.add(MESSAGES.text(language, "related"));
            refusal.related()
                    .forEach(related -> lines.add("  " + line(related.title()) + " (" + line(related.file()) + ")"));
        }
    }

    static String sentence(Sentence sentence) {
        return line(sentence.text()) + " " + markers(sentence.citations());
    }

    static String source(Citation citation) {
        List<String> parts = new ArrayList<>();
        citation.source().ifPresent(parts::add);
        citation.published().map(Known::value).ifPresent(date -> parts.add(date.toString()));
        parts.add(citation.title());
        return "[%d] %s (%s)".formatted(citation.marker(), line(String.join(", ", parts)), citation.passageId());
    }

    private static String markers(List<Integer> markers) {
        return markers.stream().map(marker -> "[" + marker + "]").collect(Collectors.joining());
    }

    private static String line(String text) {
        return Printable.oneLine(text.replaceAll("\\s+", " "));
    }
}
