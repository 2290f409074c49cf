package dev.sanad.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an asker thinks of an answer. Stored by name. */
public enum Opinion {
    GOOD(View.Kind.GOOD),
    /** Without a reason. */
    BAD(View.Kind.BAD),
    WRONG(View.Kind.WRONG),
    UNANSWERED(View.Kind.UNANSWERED),
    /** The source does not say what the answer says. */
    UNSUPPORTED(View.Kind.UNSUPPORTED),
    OTHER(View.Kind.OTHER);

    /** Why an answer is bad, as one may say after that it is. */
    public static final List<Opinion> REASONS = List.of(WRONG, UNANSWERED, UNSUPPORTED, OTHER);

    private final View.Kind kind;

    Opinion(View.Kind kind) {
        this.kind = kind;
    }

    /** Of the key that states it. */
    public View view() {
        return new View(Button.BACK, Optional.empty(), kind);
    }

    /** What the key of {@code view} states; empty where it shows something. */
    public static Optional<Opinion> of(View view) {
        return Arrays.stream(values())
                .filter(opinion -> opinion.kind == view.kind())
                .findFirst();
    }
}
