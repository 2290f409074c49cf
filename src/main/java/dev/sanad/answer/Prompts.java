package dev.sanad.answer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The templates of what a model is told, all checked when loaded. Immutable and safe for use by many threads. */
public final class Prompts {
    /** The placeholders that code fills, by template: each must stand in it, and no other may. */
    private static final Map<String, Set<String>> KNOWN = new TreeMap<>(Map.of(
            "answer", Set.of("language", "question", "passages", "fence"),
            "brief", Set.of("language", "topic", "passages", "fence"),
            "translate", Set.of("language", "sentences", "fence")));

    private final Map<String, Prompt> byName;

    private Prompts(Map<String, Prompt> byName) {
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
        Map<String, Prompt> prompts = new TreeMap<>();
        KNOWN.forEach((name, known) -> source(name, folder, faults)
                .flatMap(source -> TemplateFile.parse(source.place(), source.text(), name, known, faults))
                .ifPresent(prompt -> prompts.put(name, prompt)));
        if (!faults.isEmpty()) {
            throw new PromptException(faults);
        }
        return new Prompts(prompts);
    }

    /** What a model is told to answer a question. */
    public Prompt answer() {
        return named("answer");
    }

    /** What a model is told to write a brief. */
    public Prompt brief() {
        return named("brief");
    }

    /** What a model is told to translate quoted sentences. */
    public Prompt translate() {
        return named("translate");
    }

    private Prompt named(String name) {
        return Objects.requireNonNull(byName.get(name));
    }

    private record Source(String place, String text) {}

    private static Optional<Source> source(String name, Optional<Path> folder, List<String> faults) {
        Optional<Path> own = folder.map(path -> path.resolve(name + ".md")).filter(Files::exists);
        String place = own.map(Path::toString).orElse("packed prompts/" + name + ".md");
        try {
            String text = own.isPresent() ? Files.readString(own.get()) : packed(name);
            return Optional.of(new Source(place, text));
        } catch (CharacterCodingException e) {
            faults.add(place + ": not UTF-8: save it as UTF-8");
        } catch (IOException e) {
            faults.add("%s: cannot be read (%s): make it readable or remove it"
                    .formatted(place, e.getClass().getSimpleName()));
        }
        return Optional.empty();
    }

    private static String packed(String name) throws IOException {
        try (InputStream in = Prompts.class.getResourceAsStream("/prompts/" + name + ".md")) {
            if (in == null) {
                throw new IOException("not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
