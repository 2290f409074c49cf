package dev.sanad.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the default store's file holds what is committed, as {@code kill -9} would leave the file. */
class StoreDurabilityTest {
    private static final int MESSAGES = 20;

    @TempDir
    Path folder;

    /**
     * H2 begins to use freed space again 45 s after it was freed, unless told otherwise: what is written there has to be found by a start that follows a
     * kill, too. H2 2.5.252 leaves its header pointing behind what it wrote last.
     */
    @Test
    void whatIsCommittedIsFoundInACopyOfTheFileWhereSpaceIsUsedAgain() throws IOException, SQLException {
        Shown large = new Shown.Answered(MadeUp.explained(Question.of("q ".repeat(2_000), Language.ARABIC)));
        Map<Long, String> states = new TreeMap<>();
        try (Store store = Store.open(Store.h2(folder) + ";RETENTION_TIME=0", Clock.systemUTC())) {
            Inbox inbox = new Inbox(store, 1);
            for (int i = 0; i < MESSAGES; i++) {
                Inbox.Entry entry = inbox.keep(List.of(new Received(i, 7, Optional.of(i), "{}")))
                        .getFirst()
                        .orElseThrow();
                store.keep(large, new Pressed.Owner(7, 7), 0, 5);
                inbox.sending(entry);
                states.put(entry.id(), "SENDING");
                assertThat(statesInACopy()).isEqualTo(states);
                inbox.done(entry);
                states.put(entry.id(), "DONE");
                assertThat(statesInACopy()).isEqualTo(states);
            }
        }
    }

    private Map<Long, String> statesInACopy() throws IOException, SQLException {
        Path copy = Files.createDirectories(folder.resolve("copy"));
        Files.copy(folder.resolve("sanad.mv.db"), copy.resolve("sanad.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        Map<Long, String> states = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(Store.h2(copy));
                ResultSet rows = connection.createStatement().executeQuery("select id, state from inbox")) {
            while (rows.next()) {
                states.put(rows.getLong("id"), rows.getString("state"));
            }
        }
        return states;
    }
}
