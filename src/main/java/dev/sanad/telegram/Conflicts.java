package dev.sanad.telegram;

import java.time.Duration;

/** How long replies have said that another instance polls. A poll between them that succeeds proves nothing: two instances take turns. Safe for use by many threads. */
final class Conflicts {
    /** Longer than the pause between polls and the longest poll together: after so long without one, the other has gone. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(100);

    /** Fewer are those of one or two restarts. */
    private static final int SOME = 5;

    private final Duration most;
    private boolean any;
    private long first;
    private long last;
    private int count;

    Conflicts(Duration most) {
        this.most = most;
    }

    /** Whether this one has gone on for too long. */
    synchronized boolean another() {
        long now = System.nanoTime();
        if (!any || now - last > FORGOTTEN.toNanos()) {
            first = now;
            any = true;
            count = 0;
        }
        last = now;
        count++;
        return count >= SOME && now - first >= most.toNanos();
    }
}
