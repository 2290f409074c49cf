package dev.sanad.cli;

import dev.sanad.models.Hub;
import dev.sanad.models.Patience;
import dev.sanad.models.PinFile;
import dev.sanad.models.Pull;
import dev.sanad.models.Pulled;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches a model into the cache, proves its bytes and pins them. */
@Command(name = "pull", description = "Fetch a model, prove its bytes and pin them in models.lock beside sanad.yaml.")
final class ModelsPull implements Callable<Integer> {
    /** A variable alone, so that no file holds it by mistake. */
    static final String TOKEN = "SANAD_MODELS_TOKEN";

    private final Sanad sanad;

    @Mixin
    private ModelPlaces places = new ModelPlaces();

    @Parameters(paramLabel = "NAME", description = "A name that 'models list' shows, or OWNER/REPO of the hub.")
    private String name = "";

    @Option(
            names = "--revision",
            paramLabel = "REV",
            description = "Branch, tag or commit; otherwise the pinned commit, at first that of main.")
    private Optional<String> revision = Optional.empty();

    @Option(names = "--update", description = "Take what the hub has now, and pin that.")
    private boolean update;

    ModelsPull(Sanad sanad) {
        this.sanad = sanad;
    }

    @Override
    public Integer call() {
        Surroundings surroundings = sanad.surroundings();
        Settings settings = sanad.settings();
        PinFile pins = ModelPlaces.pins(surroundings, settings);
        Optional<String> token = Optional.ofNullable(surroundings.variables().get(TOKEN))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
        try (Hub hub = new Hub(settings.models().url(), token, Patience.USUAL);
                ProgressLine progress = ProgressLine.ofBytes("pulling", surroundings)) {
            Pulled pulled = new Pull(hub, places.cache(surroundings, settings), pins)
                    .pull(name, revision, update, progress::done);
            progress.close();
            tell(pulled, pins, surroundings.out());
        }
        return 0;
    }

    private static void tell(Pulled pulled, PinFile pins, PrintStream out) {
        pulled.pin()
                .files()
                .forEach((file, pin) -> out.printf(
                        "%s  %d bytes  SHA-256 %s%s%n",
                        file,
                        pin.bytes(),
                        pin.sha256(),
                        pulled.unstated().contains(file) ? "  (computed; the hub states none)" : ""));
        out.printf(
                "%s %s %s at revision %s, pinned in %s%n",
                Printable.oneLine(pulled.name()),
                pulled.fetched() ? "pulled into" : "stands verified in",
                Printable.oneLine(pulled.folder().toString()),
                Printable.oneLine(pulled.pin().revision()),
                Printable.oneLine(pins.path().toString()));
    }
}
