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
import java.util.Optional;

/** The command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        Analyzers analyzers = new Analyzers();
        for (String set : args) {
            String lang = set.contains("mono-") ? set.substring(set.indexOf("mono-") + 5) : "en";
            for (boolean whole : new boolean[] {true, false}) {
                System.out.println(new RetrievalEvaluation(
                                new PassageSplitter(new SentenceBreaker()),
                                analyzers,
                                new Retriever(analyzers),
                                text -> dev.sanad.language.Language.ofTag(lang),
                                Clock.systemUTC())
                        .evaluate(List.of(Path.of(set)), whole, Files.createTempDirectory("ev"))
                        .toText());
            }
        }
    }
}
