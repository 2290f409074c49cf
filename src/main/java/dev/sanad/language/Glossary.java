package dev.sanad.language;

import dev.sanad.language.Language.Analysis;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Concepts with their words in the languages. A table is a file of tab-separated lines: {@code id domain en ar fa zh ru}, where words that mean the
 * same stand between bars and {@code -} says that there is none; Chinese is written in Simplified characters. Lines that begin with {@code #} and the
 * header are passed over. An ambiguous word stands in the rows of all its meanings; rows of one id add up. Immutable.
 */
public final class Glossary {
    /** Every packed table: what CLDR names, concepts, names of people and places, and what belongs to countries beside their names. */
    private static final List<String> PACKED = List.of("cldr.tsv", "glossary.tsv", "names.tsv", "countries.tsv");

    /** How the ids of names begin. */
    private static final Set<String> NAMES =
            Set.of("person", "place", "org", "river", "sea", "mount", "strait", "ocean", "desert", "lake", "canal");

    private static final List<Analysis> COLUMNS =
            List.of(Analysis.ENGLISH, Analysis.ARABIC, Analysis.PERSIAN, Analysis.CHINESE, Analysis.RUSSIAN);

    private static final int FIRST_WORDS = 2;

    /** Longer phrases are never met word for word. */
    public static final int MOST_WORDS = 5;

    /**
     * One meaning.
     *
     * @param id unique; what CLDR names has a letter and a colon before it ({@code c:SY}), a concept of a glossary {@code g:}
     * @param words the words and phrases of each language, the most usual first
     */
    public record Concept(String id, String domain, Map<Analysis, Set<String>> words) {
        public Concept {
            words = Map.copyOf(words);
        }

        /** Those of {@code analysis}; empty where the language has none. */
        public Set<String> in(Analysis analysis) {
            return words.getOrDefault(analysis, Set.of());
        }

        /** Whether it is a person, a place, an organisation or what belongs to a country, not a word of the language. */
        public boolean name() {
            return cldr() || NAMES.contains(id.substring(2).split("[.]", 2)[0]);
        }

        /** Whether CLDR names it: a country, a language, a city, a month, a weekday, a currency or a number. */
        public boolean cldr() {
            return !id.startsWith("g:");
        }
    }

    private final Map<String, Concept> concepts;
    private final Optional<String> addition;

    /** Ids of the reader's own rows. */
    private final Set<String> own;

    private Glossary(Map<String, Concept> concepts, Optional<String> addition, Set<String> own) {
        this.concepts = concepts;
        this.addition = addition;
        this.own = Set.copyOf(own);
    }

    private static final class Packed {
        static final Glossary GLOSSARY = read();
    }

    /** The tables in the jar, read once. */
    public static Glossary packed() {
        return Packed.GLOSSARY;
    }

    private static Glossary read() {
        Map<String, Concept> concepts = new LinkedHashMap<>();
        for (String name : PACKED) {
            try (InputStream in = Glossary.class.getResourceAsStream("/language/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("language/%s is not in the jar".formatted(name));
                }
                add(concepts, new String(in.readAllBytes(), StandardCharsets.UTF_8).lines(), name);
            } catch (IOException e) {
                throw new UncheckedIOException("reading language/" + name, e);
            }
        }
        return new Glossary(concepts, Optional.empty(), Set.of());
    }

    /**
     * These concepts and the reader's own.
     *
     * @throws GlossaryException where the file cannot be read or a line is no row, naming file and line
     */
    public Glossary with(Path file) {
        String text = text(file);
        Map<String, Concept> added = new LinkedHashMap<>();
        add(added, text.lines(), file.toString());
        Map<String, Concept> all = new LinkedHashMap<>(concepts);
        added.forEach((id, concept) -> all.merge(id, concept, Glossary::sum));
        Set<String> rows = new HashSet<>(own);
        rows.addAll(added.keySet());
        return new Glossary(all, Optional.of(sha256(addition.orElse("") + text)), rows);
    }

    private static String text(Path file) {
        try {
            // some editors begin a file with a byte order mark
            return Files.readString(file).replaceFirst("^\uFEFF", "");
        } catch (IOException e) {
            String why = switch (e) {
                case NoSuchFileException missing -> "it does not exist";
                case CharacterCodingException malformed -> "it is not UTF-8";
                default -> "it cannot be read";
            };
            throw new GlossaryException("glossary %s: %s; check index.glossary".formatted(file, why), e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** SHA-256 of what a reader added, in lower-case hexadecimal; empty for the packed tables alone. */
    public Optional<String> addition() {
        return addition;
    }

    public Collection<Concept> concepts() {
        return concepts.values();
    }

    /**
     * Whether the first words of a concept mean the same in every language and hardly anything else: so are names, the reader's own rows, and the
     * concepts that {@code language/sure.txt} lists. What CLDR names is judged by its kind.
     */
    public boolean sure(Concept concept) {
        boolean name = concept.name() && concept.id().contains(".");
        boolean listed = name ? !Sure.NOT.contains(concept.id()) : Sure.CONCEPTS.contains(concept.id());
        return listed || own.contains(concept.id());
    }

    /** Read where something is glossed. */
    private static final class Sure {
        static final Set<String> CONCEPTS = new HashSet<>();
        static final Set<String> NOT = new HashSet<>();

        static {
            LanguageTable.lines("sure.txt").stream()
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .forEach(id -> (id.startsWith("-") ? NOT : CONCEPTS)
                            .add("g:" + (id.startsWith("-") ? id.substring(1) : id)));
        }

        private Sure() {}
    }

    private static void add(Map<String, Concept> concepts, Stream<String> lines, String where) {
        int number = 0;
        for (String line : (Iterable<String>) lines::iterator) {
            number++;
            if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("id\tdomain\t")) {
                Concept row = row(line, "%s, line %d".formatted(where, number));
                concepts.merge(row.id(), row, Glossary::sum);
            }
        }
    }

    private static Concept row(String line, String where) {
        List<String> cells = List.of(line.split("\t", -1));
        if (cells.size() != FIRST_WORDS + COLUMNS.size()) {
            throw new GlossaryException(
                    "glossary %s: %d columns; write id, domain, en, ar, fa, zh, ru with tabs between"
                            .formatted(where, cells.size()));
        }
        String id = cells.get(0).strip();
        if (!id.matches("[\\w:./+-]+")) {
            throw new GlossaryException(
                    "glossary %s: bad id \"%s\"; use letters, digits, dots and hyphens".formatted(where, id));
        }
        Map<Analysis, Set<String>> words = new EnumMap<>(Analysis.class);
        for (int i = 0; i < COLUMNS.size(); i++) {
            Set<String> alternatives = alternatives(cells.get(FIRST_WORDS + i), where);
            if (!alternatives.isEmpty()) {
                words.put(COLUMNS.get(i), alternatives);
            }
        }
        return new Concept(id.contains(":") ? id : "g:" + id, cells.get(1).strip(), words);
    }

    private static Set<String> alternatives(String cell, String where) {
        Set<String> alternatives = new LinkedHashSet<>();
        if (cell.strip().equals("-")) {
            return alternatives;
        }
        for (String word : cell.split("\\|", -1)) {
            if (word.isBlank()) {
                throw new GlossaryException(
                        "glossary %s: an empty word; write - where a language has none".formatted(where));
            }
            alternatives.add(word.strip());
        }
        return alternatives;
    }

    private static Concept sum(Concept one, Concept other) {
        Map<Analysis, Set<String>> words = new EnumMap<>(Analysis.class);
        for (Analysis analysis : COLUMNS) {
            Set<String> both = new LinkedHashSet<>(one.in(analysis));
            both.addAll(other.in(analysis));
            if (!both.isEmpty()) {
                words.put(analysis, both);
            }
        }
        return new Concept(one.id(), one.domain(), words);
    }
}
