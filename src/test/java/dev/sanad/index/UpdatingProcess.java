package dev.sanad.index;

import dev.sanad.corpus.FileCorpus;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A process that updates an index, to be killed: {@code UpdatingProcess CORPUS INDEX update|hold}, or with vectors
 * {@code UpdatingProcess CORPUS INDEX embed CACHE URL}. */
final class UpdatingProcess {
    private UpdatingProcess() {}

    public static void main(String[] args) throws Exception {
        Path index = Path.of(args[1]);
        if (args[2].equals("hold")) {
            try (PassageIndexWriter writer = PassageIndexWriter.open(index, Indexed.ANALYZERS, false)) {
                say("holding");
                System.in.read();
                writer.hashes("");
            }
            return;
        }
        say("begun");
        if (args[2].equals("embed")) {
            Embedder embedder =
                    EmbeddingServer.embedder(EmbeddingServer.settings(URI.create(args[4]), Duration.ofSeconds(5)));
            try (VectorCache cache = VectorCache.open(Path.of(args[3]))) {
                Indexed.update(Path.of(args[0]), index, embedder.remembering(cache));
            }
            return;
        }
        Indexed.update(FileCorpus.of(List.of(Path.of(args[0]))), index, false);
        say("done");
    }

    private static void say(String word) {
        System.out.println(word);
        System.out.flush();
    }

    /** Started in the running Java on the running class path. */
    static Process start(Path corpus, Path index, String... what) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                UpdatingProcess.class.getName(),
                corpus.toString(),
                index.toString()));
        command.addAll(List.of(what));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
