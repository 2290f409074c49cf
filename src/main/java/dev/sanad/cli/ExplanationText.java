package dev.sanad.cli;

import dev.sanad.index.Unit;
import dev.sanad.language.Language;
import dev.sanad.language.Language.Analysis;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Explanation;
import dev.sanad.retrieval.Explanation.Hit;
import dev.sanad.retrieval.Explanation.Meaning;
import dev.sanad.retrieval.Explanation.Met;
import dev.sanad.retrieval.Explanation.Part;
import dev.sanad.retrieval.Retrieved;
import dev.sanad.retrieval.Support.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An explanation as a terminal shows it. */
final class ExplanationText {
    private static final int MOST_MEANINGS = 3;
    private static final int MOST_ORIGINALS = 5;

    private final Retrieved retrieved;
    private final Explanation explanation;

    ExplanationText(Retrieved retrieved, Explanation explanation) {
        this.retrieved = retrieved;
        this.explanation = explanation;
    }

    /** How the question was understood, and what the confidence rests on. */
    String question() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "question in %s, confidence %.2f",
                retrieved.question().language().tag(),
                retrieved.confidence()));
        lines.add("  own language: " + side(retrieved.support().own()));
        lines.add("  other languages: " + side(retrieved.support().crossing()));
        lines.add("  vectors: " + retrieved.vectors().name().toLowerCase(Locale.ROOT));
        lines.add("looked for, with the share of the question's weight in each language's passages:");
        explanation.words().forEach(word -> lines.add("  " + word(word)));
        if (!explanation.leftOut().isEmpty()) {
            lines.add("left out: " + words(explanation.leftOut()));
        }
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static String side(Side side) {
        return side.coverage() == 0
                ? "nothing found"
                : String.format(
                        Locale.ROOT,
                        "coverage %.2f, in one place %.2f, in one sentence %.2f, words together %.2f, vector ahead"
                                + " %.2f%s",
                        side.coverage(),
                        side.window(),
                        side.sentence(),
                        side.together(),
                        side.ahead(),
                        side.lacking() ? ", a number, date, name or speaker is lacking" : "");
    }

    private static String word(Part word) {
        String shares =
                word.shares().entrySet().stream().map(ExplanationText::share).collect(Collectors.joining(", "));
        return "%s → %s (%s)".formatted(Printable.isolated(word.words()), meanings(word.meanings()), shares);
    }

    private static String share(Map.Entry<Analysis, Double> share) {
        return "%s %d %%".formatted(tag(share.getKey()), Math.round(100 * share.getValue()));
    }

    /** Both forms of Chinese are analysed as one. */
    static String tag(Analysis analysis) {
        return Arrays.stream(Language.values())
                .filter(language -> language.analysis() == analysis)
                .map(language -> language.locale().getLanguage())
                .findFirst()
                .filter(tag -> !tag.isEmpty())
                .orElse(Language.OTHER.tag());
    }

    private static String meanings(List<Meaning> meanings) {
        if (meanings.isEmpty()) {
            return "nothing in other languages";
        }
        List<String> shown = meanings.stream()
                .map(ExplanationText::meaning)
                .distinct()
                .limit(MOST_MEANINGS + 1L)
                .toList();
        return shown.size() > MOST_MEANINGS
                ? String.join(", ", shown.subList(0, MOST_MEANINGS)) + ", …"
                : String.join(", ", shown);
    }

    private static String meaning(Meaning meaning) {
        return kind(meaning.kind()) + " " + Printable.isolated(meaning.name());
    }

    private static String kind(Unit.Kind kind) {
        return switch (kind) {
            case DATE -> "date";
            case NUMBER -> "number";
            case LATIN -> "Latin word";
            case CLDR -> "CLDR name";
            case GLOSSARY -> "concept";
            case SOUND -> "sound";
            case NONE -> "nothing";
        };
    }

    /** Why the passage at that place, from 0, was found. */
    String hit(int place) {
        Evidence evidence = retrieved.ranked().get(place);
        Hit hit = explanation.hits().get(place);
        List<String> lines = new ArrayList<>();
        lines.add(scores(evidence));
        Set<List<String>> shown = new HashSet<>();
        for (Met met : hit.met()) {
            // what several identifiers met is shown by the first
            if (shown.add(List.of(met.words(), met.originals().toString()))) {
                lines.add(met(met));
            }
        }
        if (!hit.lacking().isEmpty()) {
            lines.add("lacks: " + words(hit.lacking()));
        }
        return lines.stream()
                .map(line -> "    " + line + System.lineSeparator())
                .collect(Collectors.joining());
    }

    private String scores(Evidence evidence) {
        String ways = evidence.via().stream()
                .sorted()
                .map(via -> via.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        String near = retrieved.vectors() == Retrieved.Vectors.USED
                ? String.format(Locale.ROOT, ", vector %.3f", evidence.near())
                : "";
        return String.format(
                Locale.ROOT,
                "score %.3f, coverage %.2f%s, via %s",
                evidence.score(),
                evidence.coverage(),
                near,
                ways.isEmpty() ? "nothing of its subject" : ways);
    }

    private static String met(Met met) {
        List<String> originals = met.originals();
        return "%s → %s ← %s%s"
                .formatted(
                        Printable.isolated(met.words()),
                        met.by().map(ExplanationText::meaning).orElse("same word"),
                        words(originals.subList(0, Math.min(MOST_ORIGINALS, originals.size()))),
                        originals.size() > MOST_ORIGINALS ? ", …" : "");
    }

    private static String words(List<String> words) {
        return words.stream().map(Printable::isolated).collect(Collectors.joining(", "));
    }
}
