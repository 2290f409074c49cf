package dev.sanad.conversation;

import java.util.List;

/**
 * The history of a room, which outlives a restart.
 *
 * @param user who asks what is added
 * @param tokens that it may hold, reckoned
 */
public record StoredHistory(Store store, Room room, long user, int tokens) implements History {
    @Override
    public List<Turn> turns() {
        return Turn.latest(store.turns(room), tokens);
    }

    @Override
    public void add(Turn turn) {
        store.addTurn(room, user, turn, tokens);
    }

    @Override
    public void forget() {
        store.forget(room);
    }
}
