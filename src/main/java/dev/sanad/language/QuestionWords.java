package dev.sanad.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The words that make a text a question, from {@code language/question-words.tsv}: they tell the kind of answer asked for, and say nothing
 * of its subject. Immutable and safe for use by many threads.
 */
public final class QuestionWords {
    /** Punctuation that does not stand inside a word or number. */
    private static final Pattern OUTER_PUNCTUATION = Pattern.compile(
            "(?<![\\p{L}\\p{M}\\p{N}])[^\\p{L}\\p{M}\\p{N}\\s]+|[^\\p{L}\\p{M}\\p{N}\\s]+(?![\\p{L}\\p{M}\\p{N}])");

    private static final Map<Language, List<Entry>> TABLE = read();

    /** @param words folded; between spaces where the language writes any */
    private record Entry(String words, AnswerKind kind) {}

    private QuestionWords() {}

    /** What {@code question} asks for: the kind of the longest question phrase in it, the first kind of the table where several are as long. */
    public static AnswerKind kind(String question, Language language) {
        String folded = bounded(Folding.fold(question), language);
        for (Entry entry : entries(language)) {
            if (entry.kind != AnswerKind.OTHER && folded.contains(entry.words)) {
                return entry.kind;
            }
        }
        return AnswerKind.OTHER;
    }

    /** The question, folded, without its question words: what it is about. Empty where it holds nothing else. */
    public static String subject(String question, Language language) {
        String rest = bounded(Folding.fold(question), language);
        for (Entry entry : entries(language)) {
            rest = rest.replace(entry.words, " ");
        }
        return rest.strip();
    }

    private static List<Entry> entries(Language language) {
        return TABLE.getOrDefault(language, List.of());
    }

    private static String bounded(String folded, Language language) {
        if (language.chinese()) {
            return folded;
        }
        return " " + OUTER_PUNCTUATION.matcher(folded).replaceAll(" ").strip().replaceAll("\\s+", "  ") + " ";
    }

    private static Map<Language, List<Entry>> read() {
        Map<Language, List<Entry>> table = new EnumMap<>(Language.class);
        for (String line : lines()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            Language language = Language.ofTag(cells[0])
                    .orElseThrow(() -> new IllegalStateException("question-words.tsv: no language " + cells[0]));
            List<Entry> entries = table.computeIfAbsent(language, unused -> new ArrayList<>());
            for (String words : cells[2].split(" \\| ", -1)) {
                String folded = Folding.fold(words);
                entries.add(new Entry(
                        language.chinese() ? folded : " " + folded.replace(" ", "  ") + " ",
                        AnswerKind.valueOf(cells[1])));
            }
        }
        table.values()
                .forEach(entries -> entries.sort(Comparator.comparingInt((Entry entry) -> -entry.words.length())));
        return table;
    }

    private static List<String> lines() {
        try (InputStream in = QuestionWords.class.getResourceAsStream("/language/question-words.tsv")) {
            if (in == null) {
                throw new IllegalStateException("question-words.tsv is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading question-words.tsv", e);
        }
    }
}
