package dev.sanad.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real model in this process: bge-small-zh-v1.5, quantised, 512 numbers a vector, as LangChain4j packs it. */
class OnnxEmbeddingTest {
    @TempDir
    Path folder;

    private EmbeddingSettings settings() {
        return new EmbeddingSettings(
                EmbeddingSettings.Provider.ONNX,
                Optional.empty(),
                "bge-small-zh",
                Optional.of(folder),
                Optional.empty(),
                "",
                "",
                EmbeddingSettings.Pooling.CLS,
                EmbeddingSettings.BATCH_SIZE,
                EmbeddingSettings.MAX_CHARS,
                EmbeddingSettings.TIMEOUT,
                EmbeddingSettings.QUERY_TIMEOUT);
    }

    private void unpack(String resource, String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(OnnxEmbeddingTest.class.getResourceAsStream(resource))) {
            Files.copy(in, folder.resolve(name));
        }
    }

    @Test
    void aModelFromAFolderBringsTogetherWhatMeansTheSame() throws IOException {
        unpack("/bge-small-zh-v1.5-q.onnx", "model.onnx");
        unpack("/bge-small-zh-v1.5-q-tokenizer.json", "tokenizer.json");
        Embedder embedder = Embedder.of(settings());

        List<float[]> passages = embedder.passages(List.of("渡轮在港口外沉没。", "议会通过了新的预算。"));
        float[] question = embedder.query("船在哪里沉了？");

        assertThat(embedder.dimension()).isEqualTo(512);
        assertThat(embedder.space().model()).startsWith("onnx:bge-small-zh/cls/");
        assertThat(dot(question, passages.get(0))).isGreaterThan(dot(question, passages.get(1)) + 0.1);
        assertThat(dot(question, question)).isBetween(0.999, 1.001);
    }

    @Test
    void aFolderWithoutItsFilesIsAFaultThatNamesThem() {
        assertThatThrownBy(() -> Embedder.of(settings()))
                .isInstanceOf(EmbeddingException.class)
                .hasMessageContainingAll(folder.toString(), "model.onnx", "tokenizer.json");
    }

    @Test
    void aModelThatIsNoneIsAFaultOfOneLine() throws IOException {
        Files.writeString(folder.resolve("model.onnx"), "not a model");
        Files.writeString(folder.resolve("tokenizer.json"), "{}");

        assertThatThrownBy(() -> Embedder.of(settings()))
                .isInstanceOf(EmbeddingException.class)
                .hasMessageContainingAll(folder.toString(), "cannot be loaded")
                .hasMessageNotContaining("\n");
    }

    private static double dot(float[] left, float[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
