package dev.sanad.index;

import dev.sanad.corpus.FileCorpus;
import java.nio.file.Path;
import java.util.List;

/** A process that updates an index, to be killed: {@code UpdatingProcess CORPUS INDEX update|hold}. */
final class UpdatingProcess {
    private UpdatingProcess() {}

    public static void main(String[] args) throws Exception {
        Path index = Path.of(args[1]);
        if (args[2].equals("hold")) {
            try (PassageIndexWriter writer = PassageIndexWriter.open(index, Indexed.ANALYZERS, false)) {
                say("holding");
                System.in.read();
                writer.hashes();
            }
            return;
        }
        say("begun");
        Indexed.update(FileCorpus.of(List.of(Path.of(args[0]))), index, false);
        say("done");
    }

    private static void say(String word) {
        System.out.println(word);
        System.out.flush();
    }

    /** Started in the running Java on the running class path. */
    static Process start(Path corpus, Path index, String what) throws java.io.IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        UpdatingProcess.class.getName(),
                        corpus.toString(),
                        index.toString(),
                        what)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
