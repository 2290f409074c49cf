package dev.sanad.cli;

import dev.sanad.index.IndexUpdater.Update;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings the index up to date with the corpus and says what was done. */
@Command(
        name = "index",
        description =
                "Bring the index up to date: with PATH from these folders and files alone, else from those configured"
                        + " or indexed before.")
final class IndexCommand implements Callable<Integer> {
    private final Sanad sanad;

    @Parameters(paramLabel = "PATH", description = "Folders, .txt and .md files.")
    private List<Path> paths = List.of();

    @Option(names = "--rebuild", description = "Forget what the index holds and make it anew.")
    private boolean rebuild;

    IndexCommand(Sanad sanad) {
        this.sanad = sanad;
    }

    @Override
    public Integer call() {
        List<Path> given = paths.stream()
                .map(path -> sanad.surroundings().workingFolder().resolve(path).normalize())
                .toList();
        Settings settings = sanad.settings();
        Update update = new Indexing(sanad, settings, settings.analyzers()).bringUpToDate(given, rebuild);
        sanad.surroundings()
                .out()
                .printf(
                        "%d articles in %d passages from %s: %d added, %d changed, %d unchanged, %d removed, %d"
                                + " skipped%n",
                        update.manifest().articles(),
                        update.manifest().passages(),
                        Printable.oneLine(Indexing.described(update.manifest())),
                        update.added(),
                        update.changed(),
                        update.unchanged(),
                        update.removed(),
                        update.skipped().size());
        return 0;
    }
}
