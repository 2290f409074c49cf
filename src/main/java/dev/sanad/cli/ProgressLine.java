package dev.sanad.cli;

import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A progress bar on a terminal, nothing elsewhere. Told from one thread at a time. */
final class ProgressLine implements AutoCloseable {
    /** Less is done before a bar could be read. */
    private static final int WORTH_SHOWING = 100;

    private static final long BYTES_PER_MEGABYTE = 1_000_000;

    private final String task;
    private final boolean bytes;
    private final Surroundings surroundings;
    private Optional<ProgressBar> bar = Optional.empty();

    private ProgressLine(String task, boolean bytes, Surroundings surroundings) {
        this.task = task;
        this.bytes = bytes;
        this.surroundings = surroundings;
    }

    static ProgressLine of(String task, Surroundings surroundings) {
        return new ProgressLine(task, false, surroundings);
    }

    /** Shown in megabytes. */
    static ProgressLine ofBytes(String task, Surroundings surroundings) {
        return new ProgressLine(task, true, surroundings);
    }

    void done(long some, long all) {
        if (surroundings.terminal() && all >= WORTH_SHOWING && bar.isEmpty()) {
            bar = Optional.of(new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(all)
                    .setUnit(bytes ? " MB" : "", bytes ? BYTES_PER_MEGABYTE : 1)
                    .setConsumer(new ConsoleProgressBarConsumer(surroundings.err()))
                    .build());
        }
        bar.ifPresent(shown -> shown.stepTo(some));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }
}
