package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real launcher on a copy of the built jars, without sources, in a folder with spaces. */
class LauncherIT {
    /** What stands for every command. */
    private static final List<String> COMMAND =
            List.of("ask", "--json", "Which bases does Russia want to keep in Syria?");

    /** Shared, so that its start-up cache is made once; a test that spoils its layout makes one of its own. */
    @TempDir
    static Path shared;

    private static Path home = Path.of("");

    @TempDir
    Path folder;

    /** How a run ended. */
    private record Ended(int code, String out, String err) {}

    @BeforeAll
    static void layout() throws IOException {
        home = layout(shared);
    }

    private static Path layout(Path folder) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home of sanad/بيت"));
        copy(Path.of("sanad"), home.resolve("sanad"));
        copy(Path.of("target/sanad.jar"), home.resolve("target/sanad.jar"));
        try (Stream<Path> jars = Files.list(Path.of("target/lib"))) {
            for (Path jar : jars.toList()) {
                copy(jar, home.resolve("target/lib").resolve(jar.getFileName()));
            }
        }
        return home;
    }

    @Test
    void itRunsFromAnyFolderAndThroughSymbolicLinks() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("else where"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("first link"), home.resolve("sanad"));
        Path second = Files.createSymbolicLink(elsewhere.resolve("sanad"), link.getFileName());

        assertDone(run(elsewhere, Map.of(), second.toString(), COMMAND));
        assertDone(run(home, Map.of(), "./sanad", COMMAND));
    }

    @Test
    void standardOutputIsTheCommandsWhateverTheStateOfTheCache() throws Exception {
        Path home = layout(folder);
        assertDone(run(home));
        assumeTrue(Runtime.version().feature() >= 25, "this JDK has no start-up cache");
        Path cache = cache(home);

        assertThat(run(home).err()).as("with the cache").isEmpty();

        truncate(cache);
        assertDone(run(home));

        Files.writeString(cache, "this is no cache");
        assertDone(run(home));

        Files.delete(cache);
        assertDone(run(home));

        Files.setLastModifiedTime(firstLibrary(home), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        assertDone(run(home));
    }

    @ParameterizedTest
    @ValueSource(strings = {"doctor", "--help"})
    void aFullDiskIsAFaultOfOneLineAndAClosedPipeIsNone(String command) throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no device that is always full");
        assertFailedWithOneLine(
                run(home, Map.of(), "/bin/sh", List.of("-c", "./sanad " + command + " >/dev/full")), "standard output");

        Ended closed =
                run(home, Map.of(), "/bin/sh", List.of("-c", "{ ./sanad " + command + "; echo $? >&2; } | exec true"));
        assertThat(closed.err().strip()).isEqualTo("0");
    }

    @Test
    void argumentsAndExitCodesArePassedOn() throws Exception {
        Ended wrong = run(home, Map.of(), "./sanad", List.of("doctor", "سوریه $HOME 'x' *"));

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("سوریه $HOME 'x' *");
        assertThat(wrong.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "en_US.ISO-8859-1", "no_SUCH.UTF-8"})
    void textIsUtf8WhateverTheLocale(String locale) throws Exception {
        Ended ended = run(home, Map.of("LC_ALL", locale), "./sanad", List.of("doctor", "問題"));

        assertThat(ended.err()).contains("問題");
    }

    @Test
    void optionsForJavaAreTakenFromTheVariables() throws Exception {
        Ended ended = run(
                home, Map.of("SANAD_JAVA_OPTS", "-XshowSettings:properties -Dsanad.some=thing"), "./sanad", COMMAND);

        assertThat(ended.err()).contains("sanad.some = thing");
        assertDone(ended);
    }

    @Test
    void withoutAFittingJdkOneLineSaysWhatToDo() throws Exception {
        Ended wrong = run(home, Map.of("SANAD_JAVA_HOME", "/no/such/jdk"), "./sanad", COMMAND);
        assertFailedWithOneLine(wrong, "SANAD_JAVA_HOME=/no/such/jdk");

        script(
                home.resolve("demanding"),
                Files.readString(home.resolve("sanad")).replace("oldest=21 ", "oldest=999 "));
        assertFailedWithOneLine(run(home, Map.of(), "./demanding", COMMAND), "no JDK 999 or newer");
    }

    @Test
    void withoutMavenOneLineSaysWhatToDo() throws Exception {
        Path home = layout(folder);
        Files.copy(Path.of("pom.xml"), home.resolve("pom.xml"));
        Files.setLastModifiedTime(
                home.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("dirname", "readlink", "find", "locale", "sh")) {
            Path found = Stream.of("/usr/bin", "/bin")
                    .map(bin -> Path.of(bin, tool))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            Files.createSymbolicLink(tools.resolve(tool), found);
        }

        assertFailedWithOneLine(run(home, Map.of("PATH", tools.toString()), "./sanad", COMMAND), "Maven (mvn)");
    }

    @Test
    void aBuildThatFailsNamesItsLogAndTwoLaunchersBuildOnce() throws Exception {
        Path home = layout(folder);
        Files.copy(Path.of("pom.xml"), home.resolve("pom.xml"));
        Files.setLastModifiedTime(
                home.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Map<String, String> path = Map.of("PATH", bin + ":" + System.getenv("PATH"));

        script(bin.resolve("mvn"), "echo '[ERROR] it broke'; exit 1");
        Ended failed = run(home, path, "./sanad", COMMAND);
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err())
                .contains("[ERROR] it broke", "the build failed; its log is " + home.resolve("target/build.log"));

        script(bin.resolve("mvn"), "echo built >>builds; sleep 2; touch -t 201001010000 pom.xml");
        Process first = start(home, path, "./sanad", COMMAND);
        Process second = start(home, path, "./sanad", COMMAND);
        assertDone(end(first));
        assertDone(end(second));
        assertThat(home.resolve("builds")).hasContent("built");
        assertThat(home.resolve("target/.launcher-lock")).doesNotExist();
    }

    @Test
    void aLockWhoseOwnerDiedIsTakenOver() throws Exception {
        Path home = layout(folder);
        Path lock = Files.createDirectories(home.resolve("target/.launcher-lock"));
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.writeString(lock.resolve("pid"), dead.pid() + "\n");

        assertDone(run(home));
        assertThat(lock).doesNotExist();
    }

    /** Standard output is one JSON object and nothing else: an answer that cites the sample. */
    private static void assertDone(Ended ended) throws IOException {
        assertThat(ended.code()).as(ended.err()).isZero();
        JsonNode answer = new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(ended.out());
        assertThat(answer.path("status").asText()).isEqualTo("answered");
        assertThat(answer.at("/citations/0/source").asText()).isEqualTo("Sanad sample");
        assertThat(answer.at("/citations/0/quote").asText()).contains("Hmeimim", "Tartus");
    }

    private static void assertFailedWithOneLine(Ended ended, String cause) {
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .startsWith("sanad: ")
                .contains(cause, ";");
    }

    private static Ended run(Path home) throws Exception {
        return run(home, Map.of(), "./sanad", COMMAND);
    }

    private static Ended run(Path workingFolder, Map<String, String> variables, String launcher, List<String> arguments)
            throws Exception {
        return end(start(workingFolder, variables, launcher, arguments));
    }

    private static Process start(
            Path workingFolder, Map<String, String> variables, String launcher, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(workingFolder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SANAD_") || name.startsWith("TELEGRAM_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(variables);
        return builder.start();
    }

    /** Both streams are short enough for their pipes. */
    private static Ended end(Process process) throws Exception {
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("ends in time").isTrue();
        return new Ended(
                process.exitValue(),
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static Path cache(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("target/aot"))) {
            return files.filter(file -> file.toString().endsWith(".aot"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Path firstLibrary(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("target/lib"))) {
            return files.sorted().findFirst().orElseThrow();
        }
    }

    private static void truncate(Path file) throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(content.length() / 2);
        }
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolveSibling("."));
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }
}
