package dev.sanad.answer;

import dev.sanad.answer.CitationVerifier.Verified;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Hands on what passes the gate of replies to one question, and takes it back where another reply takes their place. Not for use by two threads at once. */
final class Releasing {
    private final Supplier<Verification> gate;
    private final Consumer<Release> released;
    private Optional<Verification> verification = Optional.empty();
    private boolean shown;

    /** @param gate one for each reply; asked for when the first words are there, so that no model waits for it */
    Releasing(Supplier<Verification> gate, Consumer<Release> released) {
        this.gate = gate;
        this.released = released;
    }

    /** For the next reply, which takes the place of the one before. */
    Consumer<String> reading() {
        withdraw();
        verification = Optional.empty();
        return soFar -> release(current().grown(soFar));
    }

    /** What of the last reply the evidence supports. */
    Verified end(Reply.Text reply) {
        return current().end(reply);
    }

    /** Where nothing of the last reply counts. */
    void withdraw() {
        if (shown) {
            released.accept(new Release.Withdrawn());
            shown = false;
        }
    }

    private Verification current() {
        Verification current = verification.orElseGet(gate);
        verification = Optional.of(current);
        return current;
    }

    private void release(List<Release.Passed> passed) {
        passed.forEach(released);
        shown |= !passed.isEmpty();
    }
}
