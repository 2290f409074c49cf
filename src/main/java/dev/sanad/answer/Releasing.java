package dev.sanad.answer;

import dev.sanad.answer.CitationVerifier.Verified;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Hands on what passes the gate of replies to one question, and takes it back where another reply takes their place. Not for use by two threads at once. */
final class Releasing {
    private final Supplier<Gate> gate;
    private final Function<Gate, Verification> begin;
    private final Consumer<Release> released;
    private Optional<Verification> verification = Optional.empty();
    private Optional<CompletableFuture<Gate>> prepared = Optional.empty();
    private boolean shown;

    /**
     * @param gate asked for once, on a thread of its own while the model is waited for: neither waits for the other
     * @param begin reads one reply by it
     */
    Releasing(Supplier<Gate> gate, Function<Gate, Verification> begin, Consumer<Release> released) {
        this.gate = gate;
        this.begin = begin;
        this.released = released;
    }

    /** For the next reply, which takes the place of the one before. */
    Consumer<String> reading() {
        withdraw();
        verification = Optional.empty();
        prepare();
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
        if (verification.isEmpty()) {
            prepare();
            verification = prepared.map(CompletableFuture::join).map(begin);
        }
        return verification.orElseThrow();
    }

    private void prepare() {
        if (prepared.isEmpty()) {
            prepared = Optional.of(CompletableFuture.supplyAsync(
                    gate, task -> Thread.ofVirtual().start(task)));
        }
    }

    private void release(List<Release.Passed> passed) {
        passed.forEach(released);
        shown |= !passed.isEmpty();
    }
}
