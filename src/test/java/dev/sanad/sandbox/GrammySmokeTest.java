package dev.sanad.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A client of other hands (grammY, in Node.js) against the sandbox; skipped where Node.js or the package cannot be had. */
class GrammySmokeTest {
    private static final Path SOURCE = Path.of("src/test/smoke");
    private static final Path FOLDER = Path.of("target/smoke");

    @Test
    void grammyPassesItsChecks() throws Exception {
        install();
        try (Sandbox sandbox = new Sandbox()) {
            Process bot = start(
                    "node",
                    "grammy-smoke.mjs",
                    sandbox.server.address().toString(),
                    Sandbox.TOKEN,
                    String.valueOf(sandbox.chat.id()));
            try {
                playAnna(sandbox);
                String query = sendTheRest(sandbox);
                assertThat(sandbox.server
                                .inlineQueries()
                                .await(query, Sandbox.SOON)
                                .cards())
                        .extracting(InlineQueries.Card::text)
                        .containsExactly("新");
                assertThat(bot.waitFor(60, TimeUnit.SECONDS))
                        .as("the script ends")
                        .isTrue();
            } finally {
                bot.destroyForcibly();
            }
            String said = Files.readString(FOLDER.resolve("node.log"));
            assertThat(bot.exitValue()).as(said).isZero();
            assertThat(said).contains("12 checks passed");
        }
    }

    private static void playAnna(Sandbox sandbox) {
        sandbox.server.people().write(sandbox.chat, sandbox.anna, "/start");
        SandboxMessage greeting =
                sandbox.server.chats().await(message -> message.text().startsWith("سند"), Sandbox.SOON);
        String query = sandbox.server.people().press(greeting, sandbox.anna, "More");
        sandbox.server.chats().await(message -> message.text().equals("done"), Sandbox.SOON);
        assertThat(sandbox.server.callbacks().await(query, Sandbox.SOON).text()).isEqualTo("opened");
    }

    /** @return the id of the inline query */
    private static String sendTheRest(Sandbox sandbox) {
        People people = sandbox.server.people();
        people.document(
                sandbox.chat, sandbox.anna, "متن.md", "text/markdown", "متن".getBytes(StandardCharsets.UTF_8), "");
        people.write(people.channel("قناة", "", sandbox.anna), sandbox.anna, "خبر");
        return people.inlineQuery(sandbox.anna, "新闻", "");
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "package-lock.json", "grammy-smoke.mjs")) {
            Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        assumeTrue(succeeds("node", "--version"), "node is not there");
        assumeTrue(
                succeeds("npm", "ci", "--no-audit", "--no-fund"),
                "npm could not fetch grammY: see target/smoke/npm.log");
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            Process process = start(command);
            boolean ended = process.waitFor(120, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Its output goes to a file named after the program. */
    private static Process start(String... command) throws IOException {
        List<String> words = new ArrayList<>(List.of(command));
        Path log = FOLDER.resolve(words.getFirst() + ".log");
        Files.writeString(log, "", StandardCharsets.UTF_8);
        return new ProcessBuilder(words)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
