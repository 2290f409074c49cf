package dev.sanad.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words that make a text a question, from {@code language/question-words.tsv}: they tell the kind of answer asked for, and say nothing
 * of its subject. Immutable and safe for use by many threads.
 */
public final class QuestionWords {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Punctuation at the ends of a word; inside one it belongs to it. */
    private static final Pattern OUTER_PUNCTUATION = Pattern.compile("^[^\\p{L}\\p{M}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}]+$");

    private static final Map<Language, List<Entry>> TABLE = read();

    /** A phrase as the words it is made of, folded; of Chinese, the phrase itself in Simplified characters. */
    private record Entry(List<String> words, AnswerKind kind) {
        int length() {
            return words.stream().mapToInt(String::length).sum();
        }
    }

    private QuestionWords() {}

    /** What {@code question} asks for: the kind of the longest question phrase in it, the first of the table where several are as long. */
    public static AnswerKind kind(String question, Language language) {
        List<String> words = words(question, language);
        return entries(language).stream()
                .filter(entry -> entry.kind != AnswerKind.OTHER && holds(words, entry, language))
                .map(Entry::kind)
                .findFirst()
                .orElse(AnswerKind.OTHER);
    }

    /** The question's other words as they stand: what it is about. Empty where it holds nothing else. */
    public static String subject(String question, Language language) {
        if (language.chinese()) {
            return chineseSubject(question, language);
        }
        List<String> shown = new ArrayList<>(List.of(SPACE.split(question.strip(), -1)));
        List<String> words = new ArrayList<>(words(question, language));
        for (Entry entry : entries(language)) {
            for (int at = Collections.indexOfSubList(words, entry.words);
                    at >= 0;
                    at = Collections.indexOfSubList(words, entry.words)) {
                shown.subList(at, at + entry.words.size()).clear();
                words.subList(at, at + entry.words.size()).clear();
            }
        }
        return String.join(" ", shown);
    }

    /**
     * Where the speaker stands whose words {@code question} asks for: what follows the question phrase ("What did", "ماذا قال"), or the whole of it
     * where the phrase ends it ("… چه گفت", "…说了什么"); the speaker comes first there. Empty where it asks for nobody's words.
     */
    public static Optional<String> fromSpeakerOn(String question, Language language) {
        List<String> words = words(question, language);
        for (Entry entry : entries(language)) {
            if (entry.kind == AnswerKind.QUOTE && holds(words, entry, language)) {
                return Optional.of(language.chinese() ? question : afterPhrase(question, words, entry));
            }
        }
        return Optional.empty();
    }

    private static String afterPhrase(String question, List<String> words, Entry entry) {
        int after = Collections.indexOfSubList(words, entry.words) + entry.words.size();
        boolean ends = words.subList(after, words.size()).stream().allMatch(String::isEmpty);
        return ends
                ? question
                : SPACE.splitAsStream(question.strip()).skip(after).collect(Collectors.joining(" "));
    }

    private static String chineseSubject(String question, Language language) {
        StringBuilder shown = new StringBuilder(question);
        StringBuilder simplified = new StringBuilder(simplified(question));
        for (Entry entry : entries(language)) {
            String phrase = entry.words.getFirst();
            for (int at = simplified.indexOf(phrase); at >= 0; at = simplified.indexOf(phrase)) {
                shown.replace(at, at + phrase.length(), " ");
                simplified.replace(at, at + phrase.length(), " ");
            }
        }
        return shown.toString().strip();
    }

    /** A word, or in Chinese a character, as it stands and as phrases are compared with it. */
    record Word(String shown, String folded) {}

    /** The words of {@code text} without punctuation around them; of Chinese, its letters, digits and spaces. */
    static List<Word> split(String text, Language language) {
        if (language.chinese()) {
            return text.strip()
                    .codePoints()
                    .filter(point -> Character.isLetterOrDigit(point) || Character.isWhitespace(point))
                    .mapToObj(Character::toString)
                    .map(character -> new Word(character, simplified(character)))
                    .toList();
        }
        return SPACE.splitAsStream(text.strip())
                .map(word -> new Word(
                        OUTER_PUNCTUATION.matcher(word).replaceAll(""),
                        OUTER_PUNCTUATION.matcher(Folding.fold(word)).replaceAll("")))
                .filter(word -> !word.folded.isEmpty())
                .toList();
    }

    /** The question phrases of a language, folded. */
    static List<String> phrases(Language language) {
        return entries(language).stream()
                .map(entry -> String.join(" ", entry.words))
                .toList();
    }

    private static boolean holds(List<String> words, Entry entry, Language language) {
        return language.chinese()
                ? words.getFirst().contains(entry.words.getFirst())
                : Collections.indexOfSubList(words, entry.words) >= 0;
    }

    /** One folded word for each run without white space; of Chinese, the text itself in Simplified characters. */
    private static List<String> words(String text, Language language) {
        if (language.chinese()) {
            return List.of(simplified(text));
        }
        return SPACE.splitAsStream(text.strip())
                .map(word -> OUTER_PUNCTUATION.matcher(Folding.fold(word)).replaceAll(""))
                .toList();
    }

    /** Length for length. */
    private static String simplified(String text) {
        StringBuilder simplified = new StringBuilder(text.length());
        text.chars().forEach(c -> simplified.append(Hanzi.simplified((char) c)));
        return simplified.toString();
    }

    private static List<Entry> entries(Language language) {
        return TABLE.getOrDefault(language, List.of());
    }

    private static Map<Language, List<Entry>> read() {
        Map<Language, List<Entry>> table = new EnumMap<>(Language.class);
        for (String line : LanguageTable.lines("question-words.tsv")) {
            String[] cells = line.split("\t", -1);
            Language language = Language.ofTag(cells[0])
                    .orElseThrow(() -> new IllegalStateException("question-words.tsv: no language " + cells[0]));
            List<Entry> entries = table.computeIfAbsent(language, unused -> new ArrayList<>());
            for (String words : cells[2].split(" \\| ", -1)) {
                entries.add(new Entry(words(words, language), AnswerKind.valueOf(cells[1])));
            }
        }
        table.values().forEach(entries -> entries.sort(Comparator.comparingInt((Entry entry) -> -entry.length())));
        return table;
    }
}
