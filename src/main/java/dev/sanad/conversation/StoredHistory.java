package dev.sanad.conversation;

import java.util.List;

/**
 * The history of a room, which outlives a restart. The thread may be interrupted meanwhile.
 *
 * @param tokens that it may hold, reckoned
 */
public record StoredHistory(Store store, Room room, int tokens) implements History {
    @Override
    public List<Turn> turns() {
        return Turn.latest(Uninterrupted.call(() -> store.turns(room)), tokens);
    }

    @Override
    public void add(Turn turn) {
        Uninterrupted.run(() -> store.addTurn(room, turn, tokens));
    }

    @Override
    public void forget() {
        Uninterrupted.run(() -> store.forget(room));
    }
}
