package dev.sanad.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aPulledModelIsFoundByItsNameOrItsRepository() throws IOException {
        Path place = model(folder.resolve("cache/bge-m3"));

        assertThat(find("bge-m3").path()).isEqualTo(place);
        assertThat(find("BAAI/bge-m3").path()).isEqualTo(place);
        assertThat(find("bge-m3").model()).isEqualTo(place.resolve("model.onnx"));
    }

    @Test
    void aFolderOfOnesOwnBelongsToTheGivenBase() throws IOException {
        Path own = model(folder.resolve("base/my/model"));

        assertThat(find("my/model").path()).isEqualTo(own);
        assertThat(find("./my/model").path()).isEqualTo(own);
        assertThat(find(own.toString()).path()).isEqualTo(own);
    }

    @Test
    void aModelThatWasNotPulledNamesTheCommand() {
        assertThatThrownBy(() -> find("intfloat/multilingual-e5-small"))
                .isInstanceOf(ModelException.class)
                .hasMessage("model multilingual-e5-small: not pulled; run: sanad models pull multilingual-e5-small");
        assertThatThrownBy(() -> find("some/body")).hasMessageContaining("sanad models pull some/body");
    }

    @Test
    void whatIsNeitherNameNorFolderAndWhatLacksAFileIsTold() throws IOException {
        Files.delete(model(folder.resolve("base/half")).resolve("tokenizer.json"));

        assertThatThrownBy(() -> find("half")).hasMessageContaining("no tokenizer.json");
        assertThatThrownBy(() -> find("neither")).hasMessageContaining("neither a known name nor a folder");
        assertThatThrownBy(() -> find("nul\0byte")).isInstanceOf(ModelException.class);
    }

    @Test
    void theListIsWhole() {
        assertThat(KnownModel.all()).hasSizeGreaterThan(3).allSatisfy(model -> {
            assertThat(ModelName.isRepository(model.repository())).isTrue();
            assertThat(model.files().getFirst()).endsWith("model.onnx");
            assertThat(model.files()).contains("tokenizer.json");
            assertThat(model.name()).doesNotContain("/");
            assertThat(model.dimension().isPresent()).isEqualTo(model.kind() == KnownModel.Kind.EMBEDDING);
            assertThat(model.pooling().isPresent()).isEqualTo(model.kind() == KnownModel.Kind.EMBEDDING);
        });
    }

    private ModelFolder find(String name) {
        return ModelFolder.of(name, folder.resolve("base"), new ModelCache(folder.resolve("cache")));
    }

    private static Path model(Path place) throws IOException {
        Files.createDirectories(place);
        Files.writeString(place.resolve("model.onnx"), "");
        Files.writeString(place.resolve("tokenizer.json"), "");
        return place;
    }
}
