package dev.sanad.cli;

import dev.sanad.corpus.Article;
import dev.sanad.corpus.Audience;
import dev.sanad.corpus.Known;
import dev.sanad.index.Snapshot;
import dev.sanad.passage.Passage;
import dev.sanad.passage.PassageId;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a passage where it stands in its article. */
@Command(name = "show", description = "Show a passage in its article.")
final class Show implements Callable<Integer> {
    private final Sanad sanad;

    @Parameters(paramLabel = "PASSAGE_ID", description = "As ask and search print it.")
    private String id = "";

    Show(Sanad sanad) {
        this.sanad = sanad;
    }

    @Override
    public Integer call() {
        try (Engine engine = Engine.open(sanad);
                Snapshot snapshot = engine.index().snapshot(Audience.ALL)) {
            Passage passage = snapshot.passage(new PassageId(id))
                    .orElseThrow(() -> new Fault(
                            "passage " + Printable.oneLine(id),
                            "the index has none of that id",
                            "take one that ask or search prints"));
            print(passage, sanad.surroundings().out(), snapshot);
            return 0;
        }
    }

    private static void print(Passage shown, PrintStream out, Snapshot snapshot) {
        Article article = shown.article();
        out.println(Printable.oneLine(article.title().value()));
        out.println(Printable.oneLine("%s%s%s, %s"
                .formatted(
                        article.source().map(source -> source.value() + ", ").orElse(""),
                        article.published().map(Show::date).orElse(""),
                        article.file(),
                        article.language().value().tag())));
        article.url().ifPresent(url -> out.println(url.toASCIIString()));
        for (Passage passage : snapshot.passagesOf(article)) {
            out.println();
            String mark = passage.id().equals(shown.id()) ? "> " : "  ";
            passage.text().lines().forEach(line -> out.println(mark + Printable.oneLine(line)));
        }
    }

    private static String date(Known<?> date) {
        return date.value() + (date.by() == Known.By.INFERRED ? " (inferred), " : ", ");
    }
}
