package dev.sanad.retrieval;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a question itself says of the articles to search ("according to …", "published in …"), so that whoever asked can be told.
 *
 * @param scope that was read, without what the asker had set beside the question; {@link Scope#ALL} where the question says nothing of it
 * @param outlet as the question names it; empty where it names none
 * @param kept whether only such articles were searched; otherwise they did not answer, and all were
 */
public record Narrowing(Scope scope, Optional<String> outlet, boolean kept) {
    /** The question says nothing of it. */
    public static final Narrowing NONE = new Narrowing(Scope.ALL, Optional.empty(), true);

    public boolean isNone() {
        return scope.equals(Scope.ALL);
    }

    Narrowing given(boolean keep) {
        return new Narrowing(scope, outlet, keep);
    }

    /** What both allow; {@code set} goes before where it says anything of the same. */
    static Scope within(Scope set, Scope read) {
        boolean dated = set.since().isPresent() || set.until().isPresent();
        Optional<LocalDate> since = dated ? set.since() : read.since();
        Optional<LocalDate> until = dated ? set.until() : read.until();
        return new Scope(
                since,
                until,
                set.outlets().isEmpty() ? read.outlets() : set.outlets(),
                set.languages().isEmpty() ? read.languages() : set.languages());
    }
}
