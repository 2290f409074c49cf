package dev.sanad.cli;

/** One line of {@code doctor}. */
record Check(Result result, String text) {
    /** How a check ended. */
    enum Result {
        OK,
        /** Not set, and needed only for some commands. */
        NOTE,
        FAULT
    }

    static Check ok(String text) {
        return new Check(Result.OK, text);
    }

    static Check note(String text) {
        return new Check(Result.NOTE, text);
    }

    static Check fault(String text) {
        return new Check(Result.FAULT, text);
    }

    String line() {
        String mark = switch (result) {
            case OK -> "ok   ";
            case NOTE -> "note ";
            case FAULT -> "FAULT";
        };
        return mark + "  " + Printable.oneLine(text);
    }
}
