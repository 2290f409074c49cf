package dev.sanad.answer;

import com.ibm.icu.text.Transliterator;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Evidence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The invented articles of {@code gate/stories.txt} in six languages, with right sentences about them and their facts by slot, and the clauses of
 * {@code gate/clauses.txt}, which none of them states.
 */
final class Stories {
    static final List<Language> LANGUAGES = Stream.of(Language.values())
            .filter(language -> language != Language.OTHER)
            .toList();

    private static final Pattern SLOT = Pattern.compile("\\{(?<slot>[a-z]\\d):(?<words>[^}]+)\\}");
    private static final Transliterator TRADITIONAL = Transliterator.getInstance("Simplified-Traditional");

    /** A kind of fact that one may be exchanged for another of. */
    enum Fact {
        NUMBER("n"),
        DATE("d"),
        NAME("plo");

        private final String letters;

        Fact(String letters) {
            this.letters = letters;
        }

        boolean has(String slot) {
            return letters.indexOf(slot.charAt(0)) >= 0;
        }
    }

    /** A line with its facts still in braces. */
    record Marked(String text) {
        String plain() {
            return SLOT.matcher(text).replaceAll("${words}");
        }

        List<String> slots() {
            return SLOT.matcher(text)
                    .results()
                    .map(found -> found.group("slot"))
                    .distinct()
                    .toList();
        }

        /** The words of {@code slot}; the slot must stand. */
        String words(String slot) {
            Matcher found = SLOT.matcher(text);
            while (found.find()) {
                if (found.group("slot").equals(slot)) {
                    return found.group("words");
                }
            }
            throw new IllegalArgumentException("no %s in %s".formatted(slot, text));
        }

        String with(String slot, String words) {
            return new Marked(text.replace("{%s:%s}".formatted(slot, words(slot)), words)).plain();
        }
    }

    /** One story in one language. */
    record Story(String name, Language language, String title, List<Marked> sentences, List<Marked> answers) {
        Evidence evidence() {
            return Given.passage(
                    name + ".md",
                    language,
                    title,
                    Given.DAY,
                    sentences.stream().map(Marked::plain).toList());
        }

        /** What each slot is called in an answer, else in the article. */
        Map<String, String> facts() {
            Map<String, String> facts = new LinkedHashMap<>();
            Stream.concat(answers.stream(), sentences.stream())
                    .forEach(line -> line.slots().forEach(slot -> facts.putIfAbsent(slot, line.words(slot))));
            return facts;
        }
    }

    private final Map<Language, Map<String, Story>> stories = new EnumMap<>(Language.class);
    private final Map<Language, List<String>> clauses = new EnumMap<>(Language.class);

    Stories() {
        Map<Language, Map<String, List<String[]>>> rows = new EnumMap<>(Language.class);
        for (String line : lines("gate/stories.txt")) {
            String[] cells = line.split(" \\| ", 4);
            for (Language language : written(cells[1])) {
                rows.computeIfAbsent(language, key -> new LinkedHashMap<>())
                        .computeIfAbsent(cells[0], key -> new ArrayList<>())
                        .add(cells);
            }
        }
        rows.forEach((language, named) ->
                named.forEach((name, cells) -> stories.computeIfAbsent(language, key -> new LinkedHashMap<>())
                        .put(
                                name,
                                new Story(
                                        name,
                                        language,
                                        role(cells, "T", language).getFirst().plain(),
                                        role(cells, "S", language),
                                        role(cells, "A", language)))));
        for (String line : lines("gate/clauses.txt")) {
            String[] cells = line.split(" \\| ", 2);
            for (Language language : written(cells[0])) {
                clauses.computeIfAbsent(language, key -> new ArrayList<>()).add(inScript(language, cells[1]));
            }
        }
    }

    private static List<Language> written(String tag) {
        return tag.equals("zh")
                ? List.of(Language.CHINESE_SIMPLIFIED, Language.CHINESE_TRADITIONAL)
                : List.of(Language.ofTag(tag).orElseThrow());
    }

    private static String inScript(Language language, String text) {
        return language == Language.CHINESE_TRADITIONAL ? TRADITIONAL.transliterate(text) : text;
    }

    /** Clauses that no story states, without facts, each with what joins it to a sentence. */
    List<String> clauses(Language language) {
        return List.copyOf(clauses.getOrDefault(language, List.of()));
    }

    List<Story> in(Language language) {
        return List.copyOf(stories.getOrDefault(language, Map.of()).values());
    }

    Story in(Language language, String name) {
        return in(language).stream()
                .filter(story -> story.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Marked> role(List<String[]> rows, String role, Language language) {
        return rows.stream()
                .filter(cells -> cells[2].equals(role))
                .map(cells -> new Marked(inScript(language, cells[3])))
                .toList();
    }

    private static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(Stories.class.getResourceAsStream("/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
