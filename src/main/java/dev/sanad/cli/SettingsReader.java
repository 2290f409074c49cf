package dev.sanad.cli;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds and reads the settings: variables win over the file, the file over the defaults. For one reading. */
final class SettingsReader {
    private static final String NAME = "sanad.yaml";

    /** How SmallRye names the key of a value that it could not convert. */
    private static final Pattern BAD_KEY = Pattern.compile("config property (\\S+) ");

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|)");

    private final Surroundings surroundings;
    /** By path. */
    private final Map<String, Stated> stated = new TreeMap<>();

    private final List<String> faults = new ArrayList<>();

    private SettingsReader(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * @param named the file of {@code --config}; otherwise {@code sanad.yaml} is looked for in the working folder, then at home
     * @throws SettingsException with every fault
     */
    static Settings read(Surroundings surroundings, Optional<Path> named) {
        return new SettingsReader(surroundings).read(named.map(surroundings.workingFolder()::resolve));
    }

    private Settings read(Optional<Path> named) {
        Optional<Path> file = named.or(this::found);
        if (file.isPresent() && (!Files.exists(file.get()) || Files.isDirectory(file.get()))) {
            throw new SettingsException(
                    List.of("%s: no such file; name a settings file with --config".formatted(file.get())));
        }
        file.map(SettingsFile::new).ifPresent(settings -> {
            settings.stated().forEach(one -> stated.put(one.path(), one));
            faults.addAll(settings.faults());
        });
        readVariables();
        SettingsKeys keys = convert();
        Settings settings = new SettingsRules(surroundings, stated, faults).check(file, keys);
        if (!faults.isEmpty()) {
            throw new SettingsException(faults);
        }
        return settings;
    }

    /** A value that does not convert is a fault and counts as unset from then on, so that the others are checked too. */
    private SettingsKeys convert() {
        Map<String, String> values = new HashMap<>();
        stated.values().forEach(one -> values.put(one.path(), one.value()));
        try {
            SmallRyeConfig config = new SmallRyeConfigBuilder()
                    .withSources(new PropertiesConfigSource(values, "sanad", 100))
                    .withConverter(Duration.class, 200, SettingsReader::duration)
                    .withMapping(SettingsKeys.class)
                    .build();
            return config.getConfigMapping(SettingsKeys.class);
        } catch (ConfigValidationException e) {
            for (int i = 0; i < e.getProblemCount(); i++) {
                Stated bad = stated(e.getProblem(i), e);
                faults.add(bad.fault());
                stated.remove(bad.path());
            }
            return convert();
        }
    }

    private Stated stated(ConfigValidationException.Problem problem, ConfigValidationException thrown) {
        Matcher matcher = BAD_KEY.matcher(problem.getMessage());
        return Optional.of(matcher)
                .filter(Matcher::find)
                .map(found -> stated.get(found.group(1)))
                .orElseThrow(() -> thrown);
    }

    /** {@code 90} and {@code 90s} are seconds; {@code ms}, {@code m} and {@code h} as usual. */
    private static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
    }

    private Optional<Path> found() {
        return Stream.of(surroundings.workingFolder(), surroundings.home())
                .map(folder -> folder.resolve(NAME))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private void readVariables() {
        surroundings.variables().forEach((variable, value) -> {
            if (!value.isBlank()) {
                Arrays.stream(Key.values())
                        .forEach(key -> key.pathOf(variable).ifPresent(path -> read(key, path, variable, value)));
            }
        });
    }

    private void read(Key key, String path, String variable, String value) {
        stated.put(
                path, new Stated(key, path, key.trimmed(value), "variable " + variable, surroundings.workingFolder()));
    }
}
