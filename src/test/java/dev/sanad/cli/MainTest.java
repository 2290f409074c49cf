package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
    @TempDir
    Path folder;

    @Test
    void helpAndVersionGoToStandardOutput() {
        CommandLineRun help = run();
        assertThat(help.run("--help")).isZero();
        assertThat(help.out()).contains("doctor", "--config");
        assertThat(help.err()).isEmpty();

        CommandLineRun version = run();
        assertThat(version.run("--version")).isZero();
        assertThat(version.out()).startsWith("sanad ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "docter", "--nonsense", "doctor --nonsense", "doctor more", "--config"})
    void wrongUseEndsInTwoAndOneLineThatNamesTheHelp(String arguments) {
        CommandLineRun run = run();

        assertThat(run.run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("sanad: ")
                .endsWith("--help'");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void theGlobalOptionsStandBeforeOrAfterTheCommand() throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), "llm:\n  timeout: 61s\n");

        for (String arguments : new String[] {"--config mine.yaml doctor", "doctor --config mine.yaml"}) {
            CommandLineRun run = run();
            assertThat(run.run(arguments.split(" "))).isZero();
            assertThat(run.out()).contains("ok     settings: " + folder.resolve("mine.yaml"));
        }
    }

    @Test
    void theDoctorNamesEveryFaultAndEndsInOne() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        CommandLineRun run = run().with("SANAD_CORPUS_PATHS", "not\nthere")
                .with("SANAD_INDEX_PATH", "file")
                .with("SANAD_LLM_MODLE", "x");

        assertThat(run.run("doctor")).isEqualTo(1);
        assertThat(run.out().lines().filter(line -> line.startsWith("FAULT")))
                .satisfiesExactly(
                        corpus -> assertThat(corpus).contains("not\\nthere does not exist"),
                        index -> assertThat(index).contains("is not a folder that can be written"),
                        variable -> assertThat(variable).contains("SANAD_LLM_MODLE"));
        assertThat(Files.exists(folder.resolve("index"))).isFalse();
    }

    @Test
    void theDoctorShowsNoSecret() {
        CommandLineRun run = run().with("TELEGRAM_BOT_TOKEN", "123456:abcdefghijklmnopqrstuvwxyz")
                .with("SANAD_LLM_PROVIDER", "gemini")
                .with("SANAD_LLM_MODEL", "m")
                .with("SANAD_LLM_API_KEY", "topsecret");

        assertThat(run.run("doctor")).isEqualTo(1);
        assertThat(run.out()).contains("FAULT  telegram.access").doesNotContain("topsecret", "abcdefgh");
    }

    @Test
    void theStackTraceIsShownOnlyWithVerbose() {
        CommandLineRun quiet = run();
        assertThat(failing(quiet)).isEqualTo(1);
        assertThat(quiet.err().lines()).containsExactly("sanad: thing: cause; remedy");

        CommandLineRun verbose = run();
        assertThat(failing(verbose, "--verbose")).isEqualTo(1);
        assertThat(verbose.err()).startsWith("sanad: thing: cause; remedy").contains("\tat dev.sanad.cli");
    }

    @Test
    void aClosedPipeIsQuietAndAFullDiskIsAFault() {
        assertThatThrownBy(() -> new StandardOutput(failing("Broken pipe")).write(1))
                .isInstanceOf(OutputClosedException.class);
        assertThatThrownBy(() -> new StandardOutput(failing("No space left on device")).write(1))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("no space left");
    }

    @Test
    void aLineStaysOneLineWhateverItHolds() {
        assertThat(Printable.oneLine("a\nb\r\u001b[2J\u202Ec\u2028 می\u200Cخواهد 中文"))
                .isEqualTo("a\\nb\\r\\u001b[2J\\u202ec\\u2028 می\u200Cخواهد 中文");
        assertThat(Printable.oneLine("GET https://api.telegram.org/bot123456:abcdefghijklmnopqrstuvwxyz/getMe"))
                .isEqualTo("GET https://api.telegram.org/bot***/getMe");
    }

    private static int failing(CommandLineRun run, String... before) {
        CommandLine line = Main.commandLine(new Sanad(run.surroundings()));
        line.addSubcommand("fail", new Failing());
        String[] arguments = Arrays.copyOf(before, before.length + 1);
        arguments[before.length] = "fail";
        return line.execute(arguments);
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(message);
            }
        };
    }

    private CommandLineRun run() {
        return new CommandLineRun(folder, folder);
    }

    @CommandLine.Command(name = "fail")
    private static final class Failing implements Runnable {
        @Override
        public void run() {
            throw new Fault("thing", "cause", "remedy");
        }
    }
}
