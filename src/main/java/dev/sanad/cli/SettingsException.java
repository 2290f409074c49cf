package dev.sanad.cli;

import java.util.List;

/** Everything that is wrong with the settings, at once. */
final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> faults;

    SettingsException(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One line each; never empty. */
    List<String> faults() {
        return faults;
    }
}
