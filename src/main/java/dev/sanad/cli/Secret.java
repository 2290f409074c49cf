package dev.sanad.cli;

/** A value that no log, fault or {@code toString} may show. */
final class Secret {
    private final String value;

    Secret(String value) {
        this.value = value;
    }

    /** For handing to the library that needs it, and nothing else. */
    String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
