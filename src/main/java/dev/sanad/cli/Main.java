package dev.sanad.cli;

import dev.sanad.evaluation.RetrievalEvaluation;
import dev.sanad.index.Analyzers;
import dev.sanad.passage.PassageSplitter;
import dev.sanad.passage.SentenceBreaker;
import dev.sanad.retrieval.Retriever;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        Analyzers analyzers = new Analyzers();
        for (String set : args) {
            for (boolean whole : new boolean[] {args.length > 1}) {
                System.out.println(new RetrievalEvaluation(
                                new PassageSplitter(new SentenceBreaker()),
                                analyzers,
                                new Retriever(analyzers),
                                new dev.sanad.language.LanguageDetector()::detect,
                                Clock.systemUTC())
                        .evaluate(List.of(Path.of(set)), whole, Files.createTempDirectory("ev"))
                        .toConfidenceLines());
            }
        }
    }
}
