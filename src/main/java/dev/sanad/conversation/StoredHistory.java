package dev.sanad.conversation;

import java.util.List;

/**
 * The history of a room, which outlives a restart.
 *
 * @param tokens that it may hold, reckoned
 */
public record StoredHistory(Store store, Room room, int tokens) implements History {
    @Override
    public List<Turn> turns() {
        return Turn.latest(store.turns(room), tokens);
    }

    @Override
    public void add(Turn turn) {
        store.addTurn(room, turn, tokens);
    }

    @Override
    public void forget() {
        store.forget(room);
    }
}
