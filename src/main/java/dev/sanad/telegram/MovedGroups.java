package dev.sanad.telegram;

import dev.sanad.conversation.Admission;
import dev.sanad.conversation.Moves;
import java.util.Optional;

/**
 * Follows a group that became a supergroup, as when it is given topics or made public: who may ask there, what it prefers, what was asked, and what it was given. May be
 * done twice: Telegram tells it in either. Safe for use by many threads.
 */
final class MovedGroups {
    private final Moves moves;
    private final Admission admission;
    private final Optional<Desk> desk;
    private final FaultLog log;

    MovedGroups(Moves moves, Admission admission, Optional<Desk> desk, FaultLog log) {
        this.moves = moves;
        this.admission = admission;
        this.desk = desk;
        this.log = log;
    }

    /** @throws RuntimeException where the store or the folder of what was received cannot be written */
    void follow(long from, long to) {
        moves.follow(from, to);
        if (admission.follow(from, to)) {
            log.warn(
                    "group %d became supergroup %d, which is treated alike; where telegram.allow names it, write the new number there"
                            .formatted(from, to));
        }
        if (desk.filter(open -> open.folder().give(from, to)).isPresent()) {
            var unused = desk.get().indexing().get();
        }
    }
}
