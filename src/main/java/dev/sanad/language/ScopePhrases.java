package dev.sanad.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of {@code language/scope-words.tsv} of one language, as patterns over a {@link Shape}. Immutable and safe for use by many threads. */
final class ScopePhrases {
    /** Stands in a shape for each character of a date. */
    static final char DATE = '\uE000';

    private static final Pattern SPACES = Pattern.compile("[ -]+");
    private static final Pattern ENDING = Pattern.compile("(?<=[а-я]{4})[аяоеыийьъую]{1,2}$");
    private static final String OPENING = "[\"'(《「『]{0,2}";
    private static final String CLOSING = "[\"')》」』]{0,2}";
    private static final String WORD_BEGINS = "(?<![\\p{L}\\p{N}])";
    private static final String WORD_ENDS = "(?![\\p{L}\\p{N}]|['-]\\p{L})";
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private final Language language;
    private final List<ScopePhrase> filters = new ArrayList<>();
    private final List<ScopePhrase> then = new ArrayList<>();
    private final Map<String, Set<Language>> names = new HashMap<>();
    private final List<String> nouns = new ArrayList<>();
    private final List<String> latestWords = new ArrayList<>();
    /** Of the phrases without an outlet. */
    private final Map<ScopePhrase, Pattern> patterns = new HashMap<>();

    private final Pattern latest;

    private ScopePhrases(Language language, List<String[]> rows) {
        this.language = language;
        rows.forEach(row -> {
            for (String phrase : row[2].split(" \\| ", -1)) {
                add(row[1], phrase);
            }
        });
        filters.sort(Comparator.comparingInt(
                (ScopePhrase phrase) -> -phrase.template().length()));
        then.sort(Comparator.comparingInt(
                (ScopePhrase phrase) -> -phrase.template().length()));
        Stream.concat(filters.stream(), then.stream())
                .filter(phrase -> !phrase.has("outlet"))
                .forEach(phrase -> patterns.put(phrase, compiled(phrase, Outlets.NONE)));
        latest = latestWords.isEmpty() ? NOTHING : Pattern.compile(whole(anyOf(latestWords)));
    }

    /** Traditional characters are folded to Simplified ones, so that both scripts share the rows. */
    static ScopePhrases of(Language language) {
        String tag = (language.chinese() ? Language.CHINESE_SIMPLIFIED : language).tag();
        return new ScopePhrases(
                language,
                LanguageTable.lines("scope-words.tsv").stream()
                        .map(line -> line.split("\t", -1))
                        .filter(cells -> cells[0].equals(tag))
                        .toList());
    }

    private void add(String kind, String phrase) {
        String[] parts = kind.split("=", 2);
        switch (parts[0]) {
            case "FILTER" -> filters.add(ScopePhrase.of(phrase, 0));
            case "DAYS" -> filters.add(ScopePhrase.of(phrase, Integer.parseInt(parts[1])));
            case "THEN" -> then.add(ScopePhrase.of(phrase, 0));
            case "NOUN" -> nouns.add(Shape.of(phrase));
            case "LATEST" -> latestWords.add(Shape.of(phrase));
            case "NAME" -> names.put(Shape.of(phrase), languagesOf(parts[1]));
            default -> throw new IllegalStateException("scope-words.tsv: no kind " + kind);
        }
    }

    /** {@code zh} is both scripts. */
    private static Set<Language> languagesOf(String tag) {
        return tag.equals("zh")
                ? Set.of(Language.CHINESE_SIMPLIFIED, Language.CHINESE_TRADITIONAL)
                : Set.of(Language.ofTag(tag)
                        .orElseThrow(() -> new IllegalStateException("scope-words.tsv: no language " + tag)));
    }

    /** What narrows a search, longest first. */
    List<ScopePhrase> filters() {
        return filters;
    }

    /** What may follow one of them, longest first. */
    List<ScopePhrase> then() {
        return then;
    }

    Pattern latest() {
        return latest;
    }

    Set<Language> languages(String name) {
        return names.getOrDefault(name.replaceAll("[ -]+", " "), Set.of());
    }

    /** Whether some phrase that names an outlet may stand in {@code shape}, whatever the outlet. */
    boolean mayNameOutlet(CharSequence shape) {
        String text = SPACES.matcher(shape).replaceAll(" ");
        return filters.stream().anyMatch(phrase -> phrase.has("outlet") && phrase.mayStandIn(text));
    }

    /** The forms that an outlet's folded name takes in this language. */
    String forms(String name) {
        String shape = Shape.of(name);
        return switch (language) {
            case RUSSIAN -> SPACES.splitAsStream(shape).map(this::inflected).collect(Collectors.joining("[ -]{1,2}"));
            case ARABIC ->
                shape.startsWith("ال")
                        ? "(?:[وبف]?ال|و?لل)" + literal(shape.substring(2))
                        : "[وبفل]{0,2}" + literal(shape);
            default -> literal(shape);
        };
    }

    /** A Russian word with any ending; short ones do not change. */
    private String inflected(String word) {
        String stem = ENDING.matcher(word).replaceAll("");
        return literal(stem) + (word.matches("[а-я]{5,}") ? "[а-я]{0,3}" : "");
    }

    /** {@code phrase} with the outlets that may be named; one that none can fill is empty. */
    Optional<Pattern> pattern(ScopePhrase phrase, Outlets known) {
        if (phrase.has("outlet")) {
            return known.pattern().isEmpty() ? Optional.empty() : Optional.of(compiled(phrase, known));
        }
        return Optional.ofNullable(patterns.get(phrase));
    }

    private Pattern compiled(ScopePhrase phrase, Outlets known) {
        return Pattern.compile(whole(phrase.pattern(this::literal, slot -> filler(slot, known))));
    }

    private String filler(String slot, Outlets known) {
        return switch (slot) {
            case "outlet" -> {
                String beside = nouns.isEmpty() ? "" : anyOf(nouns);
                yield "(?:" + beside + gap() + ")*" + OPENING + "(?<outlet>"
                        + known.pattern().orElseThrow() + ")" + CLOSING + "(?:" + gap() + beside + ")*";
            }
            case "language" -> "(?<language>" + anyOf(List.copyOf(names.keySet())) + ")";
            default -> "(?<%s>%s+)".formatted(slot, DATE);
        };
    }

    /** Words that follow one another, at either end by a gap where {@code words} has one. */
    private String literal(String words) {
        String inner = SPACES.splitAsStream(words.strip()).map(Pattern::quote).collect(Collectors.joining(gap()));
        return (words.startsWith(" ") ? gap() : "") + inner + (words.length() > 1 && words.endsWith(" ") ? gap() : "");
    }

    private String gap() {
        return language.chinese() ? " *" : "[ -]+";
    }

    private String whole(String pattern) {
        return language.chinese() ? pattern : WORD_BEGINS + pattern + WORD_ENDS;
    }

    private String anyOf(List<String> words) {
        return words.stream()
                .sorted(Comparator.comparingInt(word -> -word.length()))
                .map(this::literal)
                .collect(Collectors.joining("|", "(?:", ")"));
    }
}
