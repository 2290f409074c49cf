package dev.sanad.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Parts a sentence where {@code language/clauses.tsv} has a mark or a word that joins. Words that only join words part a sentence, too: that is more often than
 * clauses end. Immutable and safe for use by many threads.
 */
public final class Clauses {
    private static final Map<Language, Pattern> ENDS = LanguageTable.rows(
            "clauses.tsv", (language, cells) -> end(cells[1], List.of(cells[2].split(" \\| ", -1)), language));

    private Clauses() {}

    /** Stretches that together are the whole of {@code sentence}, in order; one where its language is in no row. */
    public static List<Span> in(String sentence, Language language) {
        if (sentence.isEmpty()) {
            return List.of();
        }
        List<Span> clauses = new ArrayList<>();
        int start = 0;
        Pattern ends = ENDS.get(language);
        if (ends != null) {
            Matcher end = ends.matcher(sentence);
            while (end.find()) {
                if (end.start() > start) {
                    clauses.add(new Span(start, end.start()));
                    start = end.start();
                }
            }
        }
        clauses.add(new Span(start, sentence.length()));
        return clauses;
    }

    /** A mark between digits belongs to the number. */
    private static Pattern end(String marks, List<String> joining, Language language) {
        String words = joining.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
        String apart = language.chinese() ? words : "(?<![\\p{L}\\p{M}\\p{N}])" + words + "(?![\\p{L}\\p{M}\\p{N}])";
        return Pattern.compile(
                "[%s](?!(?<=\\p{Nd}.)\\p{Nd})|%s".formatted(marks, apart),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
