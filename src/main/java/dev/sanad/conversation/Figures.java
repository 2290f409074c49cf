package dev.sanad.conversation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * How the store stands.
 *
 * @param messages received since midnight of UTC, commands among them, as are the next two
 * @param answers with sources
 * @param failed that were not answered
 * @param good opinions since midnight
 * @param bad the others
 * @param tokens that language models read and wrote
 * @param open messages and presses that are waiting or being answered now
 */
public record Figures(long messages, long answers, long failed, long good, long bad, long tokens, long open) {
    public static Figures of(Store store) {
        LocalDate today = store.today();
        OffsetDateTime midnight = today.atStartOfDay().atOffset(ZoneOffset.UTC);
        return store.rows()
                .inTransaction(handle -> handle.createQuery("""
                    select (select count(*) from inbox where received_at >= :midnight and message_id is not null) as messages,
                        (select count(*) from shown where shown_at >= :midnight and cited) as answers,
                        (select count(*) from inbox where received_at >= :midnight and message_id is not null and state = 'FAILED')
                            as failed,
                        (select count(*) from opinion where given_at >= :midnight and opinion = :good) as good,
                        (select count(*) from opinion where given_at >= :midnight and opinion <> :good) as bad,
                        (select coalesce(sum(tokens), 0) from spent where spent_on = :today) as tokens,
                        (select count(*) from inbox where state in ('OPEN', 'SENDING')) as open\
                    """)
                        .bind("midnight", midnight)
                        .bind("today", today)
                        .bind("good", Opinion.GOOD)
                        .map((row, context) -> new Figures(
                                row.getLong("messages"),
                                row.getLong("answers"),
                                row.getLong("failed"),
                                row.getLong("good"),
                                row.getLong("bad"),
                                row.getLong("tokens"),
                                row.getLong("open")))
                        .one());
    }
}
