package dev.sanad.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an index says of itself; it is written into Lucene's commit, so it changes with it or not at all.
 *
 * @param analyzersVersion of the analysis that the terms were made by
 * @param glossary SHA-256 of what the reader added to the glossary that the identifiers were made by; empty for the packed tables alone
 * @param roots absolute paths that were indexed, in order; empty for the sample corpus
 * @param embedded what the passages' vectors are; empty where they have none
 * @param committed when the last update ended
 */
public record IndexManifest(
        int analyzersVersion,
        Optional<String> glossary,
        List<String> roots,
        int articles,
        int passages,
        Optional<Embedded> embedded,
        Instant committed) {
    /**
     * Vectors of an index.
     *
     * @param dimension numbers a vector
     */
    public record Embedded(VectorSpace space, int dimension) {}

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .build();

    private static final String KEY = "sanad";

    public IndexManifest {
        roots = List.copyOf(roots);
    }

    public boolean holdsSample() {
        return roots.isEmpty();
    }

    /** Whether the passages' vectors are of {@code space}; none where that is empty. */
    public boolean embeddedIn(Optional<VectorSpace> space) {
        return embedded.map(Embedded::space).equals(space);
    }

    /** Whether what words stand for was looked up in the glossary of {@code analyzers}. */
    public boolean madeBy(Analyzers analyzers) {
        return glossary.equals(analyzers.interlingua().glossary().addition());
    }

    Map<String, String> toCommitData() {
        try {
            return Map.of(KEY, JSON.writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a manifest is plain data", e);
        }
    }

    /** @throws IndexException where the commit is not of this program or not of this version */
    static IndexManifest of(Map<String, String> commitData, String where) {
        IndexManifest manifest = ofAnyVersion(commitData, where);
        if (manifest.analyzersVersion != Analyzers.VERSION) {
            throw new IndexException(
                    "index %s: made by analysis version %d, this program has %d; run: sanad index --rebuild"
                            .formatted(where, manifest.analyzersVersion, Analyzers.VERSION));
        }
        return manifest;
    }

    /** @throws IndexException where the commit is not of this program */
    static IndexManifest ofAnyVersion(Map<String, String> commitData, String where) {
        checkOurs(commitData, where);
        try {
            return JSON.readValue(commitData.get(KEY), IndexManifest.class);
        } catch (JsonProcessingException e) {
            throw new IndexException("index %s: unreadable manifest; run: sanad index --rebuild".formatted(where), e);
        }
    }

    /** @throws IndexException where the commit is not of this program */
    static void checkOurs(Map<String, String> commitData, String where) {
        if (!commitData.containsKey(KEY)) {
            throw new IndexException("index %s: not made by Sanad; choose another index.path".formatted(where));
        }
    }
}
