package dev.sanad.models;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A model as it is called here, and where the hub has it.
 *
 * @param value a known model's name, or {@code OWNER/REPO}; safe as a relative path
 * @param files paths in the repository; empty where its listing must be asked
 */
record ModelName(String value, String repository, List<String> files) {
    /** As the hub allows them (huggingface_hub, {@code utils/_validators.py}). */
    private static final Pattern REPOSITORY =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,95}/[A-Za-z0-9][A-Za-z0-9_.-]{0,95}");

    ModelName {
        files = List.copyOf(files);
    }

    /** @throws ModelException for a name that no list knows and that is no repository */
    static ModelName of(String given) {
        return KnownModel.of(given)
                .map(model -> new ModelName(model.name(), model.repository(), model.files()))
                .or(() -> Optional.of(given)
                        .filter(ModelName::isRepository)
                        .map(repository -> new ModelName(repository, repository, List.of())))
                .orElseThrow(() -> new ModelException(
                        "model %s: not known; sanad models list shows those that are, others are given as OWNER/REPO of the hub"
                                .formatted(given)));
    }

    static boolean isRepository(String given) {
        return REPOSITORY.matcher(given).matches() && !given.contains("..") && !given.contains("--");
    }
}
