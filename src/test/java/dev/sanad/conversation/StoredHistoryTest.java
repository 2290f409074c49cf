package dev.sanad.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredHistoryTest extends HistoryContractTest {
    private final Store store = Store.open("jdbc:h2:mem:history;DB_CLOSE_DELAY=0", Clock.systemUTC());

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    History history(int tokens) {
        return new StoredHistory(store, new Room(-7, 3), 7, tokens);
    }

    @Test
    void eachRoomHasItsOwn() {
        History topic = history(100);
        History general = new StoredHistory(store, new Room(-7, 0), 7, 100);
        topic.add(turn("one"));
        general.add(turn("two"));
        topic.forget();
        assertThat(topic.turns()).isEmpty();
        assertThat(general.turns()).containsExactly(turn("two"));
    }

    @Test
    void aNewStoreOnTheSameFileRemembers() {
        try (Store first = Store.open(Store.h2(folder), Clock.systemUTC())) {
            new StoredHistory(first, new Room(5, 0), 7, 100).add(turn("one"));
        }
        try (Store second = Store.open(Store.h2(folder), Clock.systemUTC())) {
            assertThat(new StoredHistory(second, new Room(5, 0), 7, 100).turns())
                    .containsExactly(turn("one"));
            // a smaller bound holds for what was kept before, too
            assertThat(new StoredHistory(second, new Room(5, 0), 7, 1).turns()).isEmpty();
        }
    }
}
