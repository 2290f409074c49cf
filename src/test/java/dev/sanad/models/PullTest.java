package dev.sanad.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PullTest {
    private static final String NAME = "multilingual-e5-small";
    private static final String ONNX = "intfloat/multilingual-e5-small/onnx/model.onnx";
    private static final String TOKENIZER = "intfloat/multilingual-e5-small/tokenizer.json";
    private static final Patience SHORT = new Patience(3, Duration.ofMillis(5), Duration.ofMillis(500));

    private final byte[] model = bytes(1, 50_000);
    private final byte[] tokenizer = "{\"version\": \"1.0\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private LocalHub server;

    @BeforeEach
    void serve() throws IOException {
        server = new LocalHub();
        server.put(ONNX, model);
        server.put(TOKENIZER, tokenizer);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aKnownModelIsFetchedProvenAndPinned() {
        List<Long> told = new ArrayList<>();

        Pulled pulled = pull(NAME, (bytes, all) -> told.add(bytes));

        assertThat(pulled.fetched()).isTrue();
        assertThat(pulled.unstated()).isEmpty();
        assertThat(pulled.folder()).isEqualTo(cache().folder(NAME));
        assertThat(pulled.folder().resolve("model.onnx")).hasBinaryContent(model);
        assertThat(pulled.folder().resolve("tokenizer.json")).hasBinaryContent(tokenizer);
        assertThat(pins().read().get(NAME)).isEqualTo(pulled.pin());
        assertThat(pulled.pin().revision()).isEqualTo(LocalHub.COMMIT);
        assertThat(pulled.pin().files().values())
                .extracting(Pin.PinnedFile::sha256)
                .containsExactly(LocalHub.hex("SHA-256", model), LocalHub.hex("SHA-256", tokenizer));
        assertThat(told).isSorted().last().isEqualTo((long) model.length + tokenizer.length);
        assertThat(ModelState.of(NAME, cache(), Optional.of(pulled.pin()), true))
                .isEqualTo(ModelState.VERIFIED);
    }

    @Test
    void allFilesAreOfOneCommit() {
        pull(NAME);

        assertThat(server.seen.stream()
                        .filter(seen ->
                                seen.method().equals("GET") && seen.server().equals("hub")))
                .allSatisfy(seen -> assertThat(seen.path()).contains("/resolve/" + LocalHub.COMMIT + "/"));
    }

    @Test
    void aPinnedModelThatStandsVerifiedNeedsNoNetwork() {
        pull(NAME);
        server.close();

        assertThat(pull(NAME).fetched()).isFalse();
    }

    @Test
    void aConnectionCutInTheMiddleIsGoneOnFrom() {
        server.cuts.addAll(List.of(10_240, 10_240, 10_240, 10_240));

        assertThat(pull(NAME).folder().resolve("model.onnx")).hasBinaryContent(model);

        assertThat(bodies()).hasSize(5);
        assertThat(bodies().subList(1, 5)).allSatisfy(seen -> {
            assertThat(seen.header("Range"))
                    .hasValueSatisfying(range -> assertThat(range).matches("bytes=[1-9]\\d+-"));
            assertThat(seen.header("If-range")).contains("\"1\"");
        });
    }

    @Test
    void aPullThatGaveUpIsGoneOnFromByTheNext() throws IOException {
        server.cuts.addAll(List.of(20_480, 0, 0, 0));
        assertThatThrownBy(() -> pull(NAME))
                .hasMessageContaining("cannot be reached")
                .hasMessageContaining("goes on");
        assertThat(ModelState.of(NAME, cache(), Optional.empty(), false)).isEqualTo(ModelState.BEGUN);
        assertThat(cache().folder(NAME)).doesNotExist();
        long before = bodies().size();

        pull(NAME);

        assertThat(bodies().get((int) before).header("Range")).isPresent();
        assertThat(cache().folder(NAME).resolve("model.onnx")).hasBinaryContent(model);
        try (Stream<Path> left = Files.list(folder.resolve("cache/.pulling"))) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).containsExactly("lock");
        }
    }

    @Test
    void aServerThatIgnoresRangesSendsTheFileAnew() {
        server.ranges = false;
        server.cuts.add(20_480);

        assertThat(pull(NAME).folder().resolve("model.onnx")).hasBinaryContent(model);
    }

    @Test
    void aServerThatIgnoresRangesAndAlwaysEndsAtTheSamePlaceIsGivenUp() {
        server.ranges = false;
        server.cuts.addAll(Collections.nCopies(20, 20_480));

        assertThatThrownBy(() -> pull(NAME))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("cannot be reached");
        assertThat(bodies()).hasSizeLessThan(8);
    }

    @Test
    void bytesOfAnotherVersionAreNotMixedWithThoseThatStand() {
        server.stating = false;
        server.cuts.addAll(List.of(20_480, 0, 0, 0));
        assertThatThrownBy(() -> pull(NAME)).isInstanceOf(ModelException.class);
        byte[] other = bytes(2, model.length);
        server.put(ONNX, other);
        server.tag = "\"2\"";

        assertThat(pull(NAME).folder().resolve("model.onnx")).hasBinaryContent(other);
    }

    @Test
    void aServerThatFallsSilentIsAskedAgain() {
        server.slowness = 700;
        CompletableFuture<Void> wake = CompletableFuture.runAsync(
                () -> server.slowness = 0, CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));

        assertThat(pull(NAME).folder().resolve("model.onnx")).hasBinaryContent(model);
        wake.join();
    }

    @Test
    void faultsOfTheServerPass() {
        server.statuses.addAll(List.of(503, 429));

        assertThat(pull(NAME).fetched()).isTrue();
    }

    @Test
    void bytesOtherThanStatedAreRemovedAndNothingTakesTheirPlace() throws IOException {
        server.sent.put(ONNX, bytes(3, model.length));

        assertThatThrownBy(() -> pull(NAME))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("onnx/model.onnx")
                .hasMessageContaining(LocalHub.hex("SHA-256", model))
                .hasMessageContaining("was removed");

        assertNothingStands();
    }

    @Test
    void aSmallFileIsProvenByItsGitDigest() throws IOException {
        server.sent.put(TOKENIZER, "{\"version\": \"6.6\"}".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> pull(NAME))
                .hasMessageContaining("tokenizer.json")
                .hasMessageContaining("Git SHA-1");

        assertNothingStands();
    }

    @Test
    void aFileThatIsLongerOrShorterThanStatedIsRemoved() throws IOException {
        server.sent.put(ONNX, bytes(1, model.length * 3));
        assertThatThrownBy(() -> pull(NAME)).hasMessageContaining("states 50000 bytes and sent more");
        assertNothingStands();

        server.sent.put(ONNX, bytes(1, 30_000));
        assertThatThrownBy(() -> pull(NAME)).hasMessageContaining("states 50000 bytes and sent 30000");
        assertNothingStands();
    }

    @Test
    void whatTheHubStatesNothingOfIsPinnedAsItCameAndHeldToThat() throws IOException {
        server.stating = false;
        Pulled pulled = pull(NAME);
        assertThat(pulled.unstated()).containsExactlyInAnyOrder("model.onnx", "tokenizer.json");
        assertThat(pulled.pin().revision()).isEqualTo("main");

        Files.delete(pulled.folder().resolve("model.onnx"));
        server.sent.put(ONNX, bytes(4, model.length));

        assertThatThrownBy(() -> pull(NAME)).hasMessageContaining("pinned in models.lock is SHA-256");
        assertThat(pins().read().get(NAME)).isEqualTo(pulled.pin());
    }

    @Test
    void aDamagedFileIsFetchedAgainAtThePinnedRevision() throws IOException {
        Pulled pulled = pull(NAME);
        Files.writeString(pulled.folder().resolve("model.onnx"), "damaged");
        assertThat(ModelState.of(NAME, cache(), Optional.of(pulled.pin()), false))
                .isEqualTo(ModelState.DIFFERENT);

        assertThat(pull(NAME).pin()).isEqualTo(pulled.pin());
        assertThat(pulled.folder().resolve("model.onnx")).hasBinaryContent(model);
    }

    @Test
    void aRevisionThatChangedAfterPinningIsRefusedUntilAnUpdateIsAskedFor() throws IOException {
        Pulled pulled = pull(NAME);
        server.commit = "b".repeat(40);
        server.put(ONNX, bytes(5, 60_000));

        assertThatThrownBy(() -> pull(NAME, Optional.of("main"), false))
                .hasMessageContaining("states revision " + server.commit + ", pinned is " + LocalHub.COMMIT)
                .hasMessageContaining("--update");
        Files.delete(pulled.folder().resolve("model.onnx"));
        assertThatThrownBy(() -> pull(NAME))
                .hasMessageContaining("no such revision")
                .hasMessageContaining("--update");
        assertThat(pins().read().get(NAME)).isEqualTo(pulled.pin());

        assertThat(pull(NAME, Optional.empty(), true).pin().revision()).isEqualTo(server.commit);
        assertThat(pulled.folder().resolve("model.onnx")).hasBinaryContent(bytes(5, 60_000));
    }

    @Test
    void otherBytesUnderThePinnedRevisionAreRefused() throws IOException {
        Pulled pulled = pull(NAME);
        Files.delete(pulled.folder().resolve("model.onnx"));
        server.put(ONNX, bytes(6, model.length));

        assertThatThrownBy(() -> pull(NAME))
                .hasMessageContaining("pinned is " + LocalHub.hex("SHA-256", model))
                .hasMessageContaining("nothing was changed");
    }

    @Test
    void whatAnotherProjectPulledIsPinnedWithoutFetchingIt() {
        pull(NAME);
        int before = bodies().size();

        Pulled pulled = new Pull(hub(Optional.empty()), cache(), new PinFile(folder.resolve("other.lock")))
                .pull(NAME, Optional.empty(), false, (bytes, all) -> {});

        assertThat(pulled.fetched()).isFalse();
        assertThat(bodies()).hasSize(before);
        assertThat(new PinFile(folder.resolve("other.lock")).read()).isEqualTo(pins().read());
    }

    @Test
    void theTokenGoesToTheHubAloneAndNotWhereItRedirectsTo() {
        server.demandedToken = Optional.of("hf_secret");
        assertThatThrownBy(() -> pull(NAME)).hasMessageContaining("terms").hasMessageContaining("SANAD_MODELS_TOKEN");

        new Pull(hub(server.demandedToken), cache(), pins()).pull(NAME, Optional.empty(), false, (bytes, all) -> {});

        assertThat(server.seen.stream().filter(seen -> seen.server().equals("store")))
                .isNotEmpty()
                .allSatisfy(seen -> assertThat(seen.header("Authorization")).isEmpty());
    }

    @Test
    void aRefusalIsToldAtOnceAndInOneLine() {
        server.statuses.add(401);
        assertThatThrownBy(() -> pull(NAME)).hasMessageContaining("no such repository, or a private one");

        server.statuses.add(404);
        assertThatThrownBy(() -> pull(NAME)).hasMessageContaining("no such file");

        assertThatThrownBy(() -> pull("nobody/nothing"))
                .hasMessageContaining("model.onnx")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> pull("unheard-of")).hasMessageContaining("models list");
        assertThatThrownBy(() -> pull("../../etc")).hasMessageContaining("models list");
    }

    @Test
    void anyRepositoryWithAnOnnxExportCanBePulledByItsPath() {
        server.put("me/mine/onnx/model.onnx", model);
        server.put("me/mine/onnx/model.onnx_data", bytes(7, 5_000));
        server.put("me/mine/onnx/model_quantized.onnx", bytes(8, 5_000));
        server.put("me/mine/tokenizer.json", tokenizer);
        server.put("me/mine/README.md", tokenizer);

        Pulled pulled = pull("me/mine");

        assertThat(pulled.pin().files()).containsOnlyKeys("model.onnx", "model.onnx_data", "tokenizer.json");
        assertThat(ModelFolder.of("me/mine", folder, cache()).path()).isEqualTo(pulled.folder());
        assertThat(pull("intfloat/multilingual-e5-small").name()).isEqualTo(NAME);
    }

    @Test
    void aCacheThatCannotBeWrittenIsToldBeforeAnythingIsFetched() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        Pull pull = new Pull(hub(Optional.empty()), new ModelCache(folder.resolve("file/cache")), pins());

        assertThatThrownBy(() -> pull.pull(NAME, Optional.empty(), false, (bytes, all) -> {}))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(folder.resolve("file/cache").toString())
                .hasMessageContaining("--cache");
        assertThat(server.seen).isEmpty();
    }

    @Test
    void aLockFileThatCannotBeReadOrWrittenIsToldBeforeAnythingIsFetched() throws IOException {
        Files.writeString(folder.resolve("models.lock"), "{\n<<<<<<< mine\n");
        assertThatThrownBy(() -> pull(NAME)).hasMessageContaining("models.lock").hasMessageContaining("line 2");

        Pull nowhere = new Pull(hub(Optional.empty()), cache(), new PinFile(folder.resolve("no/models.lock")));
        assertThatThrownBy(() -> nowhere.pull(NAME, Optional.empty(), false, (bytes, all) -> {}))
                .hasMessageContaining("models.lock");
        assertThat(server.seen).isEmpty();
    }

    @Test
    void aSecondPullAtTheSameTimeIsRefusedAndTheFirstIsNotDisturbed() {
        CompletableFuture<Throwable> second = new CompletableFuture<>();

        Pulled pulled = pull(NAME, (bytes, all) -> {
            if (!second.isDone()) {
                second.complete(catchThrowable(() -> pull(NAME)));
            }
        });

        assertThat(second.join())
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("process " + ProcessHandle.current().pid())
                .hasMessageContaining("wait for it");
        assertThat(pulled.folder().resolve("model.onnx")).hasBinaryContent(model);
    }

    private void assertNothingStands() throws IOException {
        assertThat(cache().folder(NAME)).doesNotExist();
        assertThat(folder.resolve("models.lock")).doesNotExist();
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            assertThat(files.map(Path::toString)).noneMatch(file -> file.contains(".part"));
        }
    }

    /** Requests for the model's own bytes. */
    private List<LocalHub.Seen> bodies() {
        return server.seen.stream()
                .filter(seen -> seen.server().equals("store") && seen.method().equals("GET"))
                .toList();
    }

    private Pulled pull(String name) {
        return pull(name, (bytes, all) -> {});
    }

    private Pulled pull(String name, Pull.Progress progress) {
        return new Pull(hub(Optional.empty()), cache(), pins()).pull(name, Optional.empty(), false, progress);
    }

    private Pulled pull(String name, Optional<String> revision, boolean update) {
        return new Pull(hub(Optional.empty()), cache(), pins()).pull(name, revision, update, (bytes, all) -> {});
    }

    private Hub hub(Optional<String> token) {
        return new Hub(server.address(), token, SHORT);
    }

    private ModelCache cache() {
        return new ModelCache(folder.resolve("cache"));
    }

    private PinFile pins() {
        return new PinFile(folder.resolve("models.lock"));
    }

    private static byte[] bytes(int seed, int count) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
