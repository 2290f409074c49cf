package dev.sanad.cli;

/** Why a command cannot go on, in one line: the thing, the cause, what to do. */
final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Fault(String thing, String cause, String remedy) {
        super("%s: %s; %s".formatted(thing, cause, remedy));
    }

    Fault(String thing, String cause, String remedy, Throwable underlying) {
        super("%s: %s; %s".formatted(thing, cause, remedy), underlying);
    }
}
