package dev.sanad.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Tokens;
import dev.sanad.answer.Usage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatBudgetTest {
    @TempDir
    Path folder;

    @Test
    void aChatSpendsItsOwnBudgetAndANewStoreOnTheSameFileKnowsIt() {
        try (Store store = open("2026-01-30T10:00:00Z")) {
            ChatBudget budget = new ChatBudget(store, 7, 100);
            budget.charge(usage(40, 20));
            assertThat(budget.open()).isTrue();
            budget.charge(usage(40, 20));
            assertThat(store.spentToday(7)).isEqualTo(120);
            assertThat(budget.open()).isFalse();
            assertThat(new ChatBudget(store, -8, 100).open()).isTrue();
        }
        try (Store store = open("2026-01-30T23:59:59Z")) {
            assertThat(new ChatBudget(store, 7, 100).open()).isFalse();
        }
    }

    @Test
    void aNewDayBeginsWithNothingSpent() {
        try (Store store = open("2026-01-30T23:59:59Z")) {
            new ChatBudget(store, 7, 100).charge(usage(90, 10));
        }
        try (Store store = open("2026-01-31T00:00:00Z")) {
            assertThat(store.spentToday(7)).isZero();
            assertThat(new ChatBudget(store, 7, 100).open()).isTrue();
        }
    }

    /** Of a database that outlives its stores and no test shares. */
    String url() {
        return Store.h2(folder);
    }

    private Store open(String now) {
        return Store.open(url(), Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private static Usage usage(int input, int output) {
        return new Usage("default", "m", new Tokens(input, output, true), Optional.empty());
    }
}
