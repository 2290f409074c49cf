package dev.sanad.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.models.KnownModel;
import dev.sanad.models.ModelCache;
import dev.sanad.models.ModelState;
import dev.sanad.models.Pin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the known models and those that were pulled besides. Exit code 1 where one is not as pinned. */
@Command(name = "list", description = "Show known and pulled models, their size, licence and state.")
final class ModelsList implements Callable<Integer> {
    private static final JsonMapper JSON = new JsonMapper();

    private final Sanad sanad;

    @Mixin
    private ModelPlaces places = new ModelPlaces();

    @Option(names = "--check", description = "Read the pulled files and compare them with their pins.")
    private boolean check;

    @Option(names = "--json", description = "A JSON array instead of text.")
    private boolean json;

    ModelsList(Sanad sanad) {
        this.sanad = sanad;
    }

    @Override
    public Integer call() {
        Surroundings surroundings = sanad.surroundings();
        Settings settings = sanad.settings();
        List<Row> rows = rows(
                places.cache(surroundings, settings),
                ModelPlaces.pins(surroundings, settings).read());
        if (json) {
            ArrayNode array = JSON.createArrayNode();
            rows.forEach(row -> array.add(row.toJson()));
            surroundings.out().println(array);
        } else {
            rows.forEach(row -> surroundings.out().println(row.toText()));
        }
        return rows.stream().anyMatch(row -> row.state == ModelState.DIFFERENT) ? 1 : 0;
    }

    private List<Row> rows(ModelCache cache, Map<String, Pin> pins) {
        List<Row> rows = new ArrayList<>();
        for (KnownModel model : KnownModel.all()) {
            rows.add(row(model.name(), Optional.of(model), cache, Optional.ofNullable(pins.get(model.name()))));
        }
        pins.forEach((name, pin) -> {
            if (KnownModel.of(name).isEmpty()) {
                rows.add(row(name, Optional.empty(), cache, Optional.of(pin)));
            }
        });
        return rows;
    }

    private Row row(String name, Optional<KnownModel> model, ModelCache cache, Optional<Pin> pin) {
        ModelState state = ModelState.of(name, cache, pin, check);
        return new Row(name, model, pin, state, cache.folder(name).toString());
    }

    private record Row(String name, Optional<KnownModel> model, Optional<Pin> pin, ModelState state, String folder) {
        String toText() {
            return "%-40s %-10s %6s MB  %-10s  %-10s  %s"
                    .formatted(
                            Printable.oneLine(name),
                            model.map(known -> lower(known.kind())).orElse("-"),
                            megabytes().map(Object::toString).orElse("?"),
                            model.map(KnownModel::licence).orElse("?"),
                            lower(state),
                            model.map(KnownModel::languages).orElse("?"));
        }

        ObjectNode toJson() {
            ObjectNode object = JSON.createObjectNode();
            object.put("name", name);
            object.put("kind", model.map(known -> lower(known.kind())).orElse(null));
            object.put(
                    "repository",
                    model.map(KnownModel::repository)
                            .or(() -> pin.map(Pin::repository))
                            .orElse(null));
            object.put("megabytes", megabytes().orElse(null));
            object.put("licence", model.map(KnownModel::licence).orElse(null));
            object.put("languages", model.map(KnownModel::languages).orElse(null));
            object.put("dimension", model.flatMap(Row::dimension).orElse(null));
            object.put("queryPrefix", model.flatMap(KnownModel::queryPrefix).orElse(null));
            object.put("passagePrefix", model.flatMap(KnownModel::passagePrefix).orElse(null));
            object.put(
                    "pooling",
                    model.flatMap(KnownModel::pooling).map(Row::lower).orElse(null));
            object.put("state", lower(state));
            object.put("revision", pin.map(Pin::revision).orElse(null));
            object.put("folder", state == ModelState.ABSENT ? null : folder);
            return object;
        }

        private static Optional<Integer> dimension(KnownModel known) {
            return known.dimension().isPresent() ? Optional.of(known.dimension().getAsInt()) : Optional.empty();
        }

        /** Pinned sizes are exact, those of the list about right. */
        private Optional<Long> megabytes() {
            return pin.map(pinned -> pinned.files().values().stream()
                                    .mapToLong(Pin.PinnedFile::bytes)
                                    .sum()
                            / 1_000_000)
                    .or(() -> model.map(known -> (long) known.megabytes()));
        }

        private static String lower(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }
    }
}
