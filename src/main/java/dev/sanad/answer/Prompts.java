package dev.sanad.answer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The templates of what a model is told, all checked when loaded. A file that changes later is read before the next use of its template; a faulty change
 * leaves the last good one and is told once in the log. Safe for use by many threads.
 */
public final class Prompts {
    /** The placeholders that code fills, by template: each must stand in it, and no other may. */
    private static final Map<String, Set<String>> KNOWN = new TreeMap<>(Map.of(
            "answer", Set.of("language", "question", "passages", "fence"),
            "brief", Set.of("language", "topic", "passages", "fence"),
            "condense", Set.of("language", "history", "question", "fence"),
            "judge", Set.of("sentences", "fence"),
            "translate", Set.of("language", "sentences", "fence")));

    private final Map<String, LiveTemplate> byName;

    private Prompts(Map<String, LiveTemplate> byName) {
        this.byName = Map.copyOf(byName);
    }

    /**
     * The packed templates, each replaced by {@code folder/NAME.md} where that file exists; the folder need not.
     *
     * @throws PromptException listing every fault of every template
     */
    public static Prompts load(Path folder) {
        return load(Optional.of(folder));
    }

    /** The templates as packed. */
    public static Prompts packed() {
        return load(Optional.empty());
    }

    private static Prompts load(Optional<Path> folder) {
        List<String> faults = new ArrayList<>();
        Map<String, LiveTemplate> templates = new TreeMap<>();
        KNOWN.forEach((name, known) -> LiveTemplate.load(
                        name, known, folder.map(path -> path.resolve(name + ".md")), faults)
                .ifPresent(template -> templates.put(name, template)));
        if (!faults.isEmpty()) {
            throw new PromptException(faults);
        }
        return new Prompts(templates);
    }

    /** What a model is told to answer a question. */
    public Prompt answer() {
        return named("answer");
    }

    /** What a model is told to write a brief. */
    public Prompt brief() {
        return named("brief");
    }

    /** What a model is told to complete a question that follows others. */
    public Prompt condense() {
        return named("condense");
    }

    /** What a model is told to judge sentences by their quotes. */
    public Prompt judge() {
        return named("judge");
    }

    /** What a model is told to translate quoted sentences. */
    public Prompt translate() {
        return named("translate");
    }

    private Prompt named(String name) {
        return Objects.requireNonNull(byName.get(name)).current();
    }
}
