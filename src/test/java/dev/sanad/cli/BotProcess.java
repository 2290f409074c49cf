package dev.sanad.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code sanad bot} as a process of its own, in a folder of its own. */
final class BotProcess {
    private final Process process;
    private final CountDownLatch answers = new CountDownLatch(1);
    private final Queue<String> said = new ConcurrentLinkedQueue<>();

    private BotProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::read);
    }

    static BotProcess start(Path home, String token, String apiUrl) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "bot")
                .directory(home.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("SANAD_"));
        builder.environment().put("TELEGRAM_BOT_TOKEN", token);
        builder.environment().put("SANAD_TELEGRAM_API_URL", apiUrl);
        // each question by itself, so that its answer is the same wherever it is asked
        builder.environment().put("SANAD_CONVERSATION_HISTORY_TOKENS", "0");
        return new BotProcess(builder.start());
    }

    private void read() {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.contains("answers; stop it with")) {
                    answers.countDown();
                }
            }
        } catch (IOException e) {
            said.add("its error stream ended: " + e.getMessage());
        }
    }

    /**
     * Waits until it receives.
     *
     * @throws IllegalStateException where it does not in time, with all that it said
     */
    void awaitStart(Duration most) throws InterruptedException {
        if (!answers.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("the bot did not start; it said %s".formatted(said));
        }
    }

    /** The lines of its error stream so far. */
    List<String> said() {
        return List.copyOf(said);
    }

    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /**
     * The most memory that it had of the machine so far, in KiB.
     *
     * @throws IOException where the system has no {@code /proc}
     */
    long mostMemoryKb() throws IOException {
        return Files.readAllLines(Path.of("/proc/%d/status".formatted(process.pid()))).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, as Ctrl-C does. */
    void end() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
