package dev.sanad.index;

import dev.sanad.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Sentences of news and knowledge that say the same in the six languages, from {@code index/parallel.tsv}; they were written for this project.
 * What a model's vectors of them differ by is the language alone.
 */
final class ParallelSentences {
    private static final String TABLE = "/index/parallel.tsv";

    private ParallelSentences() {}

    /** As many of each language, in the same order. */
    static Map<Language, List<String>> read() {
        List<String> lines = lines();
        List<Language> languages = List.of(lines.getFirst().split("\t", -1)).stream()
                .map(tag -> Language.ofTag(tag).orElseThrow())
                .toList();
        Map<Language, List<String>> sentences = new EnumMap<>(Language.class);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            for (int i = 0; i < languages.size(); i++) {
                sentences
                        .computeIfAbsent(languages.get(i), unused -> new ArrayList<>())
                        .add(cells[i]);
            }
        }
        return sentences;
    }

    private static List<String> lines() {
        try (InputStream in = ParallelSentences.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException(TABLE + " is packed with the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE, e);
        }
    }
}
