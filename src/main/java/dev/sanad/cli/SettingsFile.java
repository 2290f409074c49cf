package dev.sanad.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads a settings file into what it states and what is wrong with it. Blank values count as unset. Not thread-safe; for one reading. */
final class SettingsFile {
    /** Below it stand names that the user gives. */
    private static final String MODELS = "llm.models";

    private final Path file;
    private final List<Stated> stated = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    SettingsFile(Path file) {
        this.file = file;
        try (Reader reader = Files.newBufferedReader(file)) {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Node root = new Yaml(new SafeConstructor(options)).compose(reader);
            if (root != null && !unset(root)) {
                section(root, "");
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add("%s:%d: not YAML: %s; correct the line".formatted(file, line, e.getProblem()));
        } catch (YAMLException | IOException e) {
            faults.add("%s: cannot be read: %s; correct it or name another file with --config"
                    .formatted(file, Faults.cause(e)));
        }
    }

    List<Stated> stated() {
        return List.copyOf(stated);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    private void section(Node node, String prefix) {
        if (!(node instanceof MappingNode section)) {
            faults.add("%s: %s must be a section of keys; write one key a line below it"
                    .formatted(where(node), prefix.isEmpty() ? "the file" : prefix));
            return;
        }
        List<String> names = new ArrayList<>();
        for (NodeTuple entry : section.getValue()) {
            String name = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            String path = prefix.isEmpty() ? name : prefix + "." + name;
            if (names.contains(name)) {
                faults.add("%s: %s stands twice; remove one".formatted(where(entry.getKeyNode()), path));
            }
            names.add(name);
            if (prefix.equals(MODELS) && !Key.NAMES.matcher(name).matches()) {
                faults.add(
                        "%s: %s cannot be the name of a model in the settings; write small letters, digits and single hyphens"
                                .formatted(where(entry.getKeyNode()), Printable.oneLine(name)));
            } else {
                entry(entry, path);
            }
        }
    }

    private void entry(NodeTuple entry, String path) {
        Optional<Key> key = Key.ofPath(path);
        if (key.isPresent()) {
            values(key.get(), path, entry.getValueNode());
        } else if (Arrays.stream(Key.values()).anyMatch(known -> known.in(path))) {
            if (!unset(entry.getValueNode())) {
                section(entry.getValueNode(), path);
            }
        } else {
            faults.add("%s: unknown key %s; did you mean %s?"
                    .formatted(where(entry.getKeyNode()), Printable.oneLine(path), closest(path)));
        }
    }

    private void values(Key key, String path, Node node) {
        if (node instanceof ScalarNode scalar) {
            if (!unset(scalar)) {
                stated.add(new Stated(key, path, key.trimmed(scalar.getValue()), where(node), folder()));
            }
            return;
        }
        List<String> members = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            for (Node member : list.getValue()) {
                if (member instanceof ScalarNode scalar && !unset(member)) {
                    members.add(scalar.getValue().strip().replace("\\", "\\\\").replace(",", "\\,"));
                }
            }
        }
        if (members.isEmpty()) {
            faults.add("%s: %s must be %s".formatted(where(node), path, key.allowed()));
        } else {
            stated.add(new Stated(key, path, String.join(",", members), where(node), folder()));
        }
    }

    private static boolean unset(Node node) {
        return node instanceof ScalarNode scalar
                && (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank());
    }

    private Path folder() {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private String where(Node node) {
        return "%s:%d".formatted(file, node.getStartMark().getLine() + 1);
    }

    private static String closest(String path) {
        return Arrays.stream(Key.values())
                .map(Key::path)
                .min(Comparator.comparingInt(known -> edits(path, known)))
                .orElseThrow();
    }

    /** Levenshtein's distance in UTF-16 units. */
    private static int edits(String left, String right) {
        int[] row = new int[right.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
