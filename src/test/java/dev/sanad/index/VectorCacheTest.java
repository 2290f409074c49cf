package dev.sanad.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorCacheTest {
    @TempDir
    Path folder;

    private final EmbeddingServer server = new EmbeddingServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatWasEmbeddedOnceIsNeverAskedForAgain() {
        List<float[]> first;
        try (VectorCache cache = VectorCache.open(folder)) {
            first = server.embedder().remembering(cache).passages(List.of("a", "b", "c", "d", "e"));
        }
        try (VectorCache cache = VectorCache.open(folder)) {
            Embedder embedder = server.embedder().remembering(cache);
            assertThat(embedder.passages(List.of("e", "a", "f"))).hasSize(3).satisfies(vectors -> {
                assertThat(vectors.get(0)).containsExactly(first.get(4));
                assertThat(vectors.get(1)).containsExactly(first.get(0));
            });
            assertThat(server.requests().getLast()).containsExactly("p: f");
            assertThat(embedder.dimension()).isEqualTo(64);
        }
    }

    @Test
    void aQuestionThatWasEmbeddedForEvaluationIsNotAskedForAgain() {
        try (VectorCache cache = VectorCache.open(folder)) {
            Embedder embedder = server.embedder().remembering(cache);
            float[] vector = embedder.queries(List.of("where?")).getFirst();

            assertThat(embedder.query("where?")).containsExactly(vector);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void anotherModelOrPrefixHasVectorsOfItsOwn() {
        assertThat(VectorCache.key("m", "p: a"))
                .isNotEqualTo(VectorCache.key("m", "q: a"))
                .isNotEqualTo(VectorCache.key("n", "p: a"))
                .isNotEqualTo(VectorCache.key("mp", ": a"))
                .isEqualTo(VectorCache.key("m", "p: a"));
    }

    @Test
    void batchesBeforeAFaultAreKept() {
        try (VectorCache cache = VectorCache.open(folder)) {
            server.faulty(exchange -> EmbeddingServer.send(
                    exchange,
                    200,
                    EmbeddingServer.reply(
                            List.of(new float[] {1}, new float[] {1}, new float[] {1}, new float[] {1}))));
            server.refusing(401);
            Embedder embedder = server.embedder().remembering(cache);
            List<String> texts = List.of("1", "2", "3", "4", "5", "6");

            assertThatThrownBy(() -> embedder.passages(texts)).isInstanceOf(EmbeddingException.class);
            server.giving(text -> new float[] {1});
            assertThat(embedder.passages(texts)).hasSize(6);
            assertThat(server.requests().getLast()).containsExactly("p: 5", "p: 6");
        }
    }

    @Test
    void aSecondUserIsRefusedWithTheProcessIdOfTheFirst() {
        try (VectorCache cache = VectorCache.open(folder)) {
            assertThatThrownBy(() -> VectorCache.open(folder))
                    .isInstanceOf(IndexBusyException.class)
                    .hasMessageContainingAll(
                            folder.toString(),
                            Long.toString(ProcessHandle.current().pid()));
        }
        VectorCache.open(folder).close();
    }
}
