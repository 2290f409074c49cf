package dev.sanad.conversation;

import java.util.ArrayList;
import java.util.List;

/** A history that lasts as long as the process. */
public final class RememberedHistory implements History {
    private final int tokens;
    private List<Turn> turns = List.of();

    /** @param tokens that it may hold, reckoned */
    public RememberedHistory(int tokens) {
        this.tokens = tokens;
    }

    @Override
    public List<Turn> turns() {
        return turns;
    }

    @Override
    public void add(Turn turn) {
        List<Turn> all = new ArrayList<>(turns);
        all.add(turn);
        turns = Turn.latest(all, tokens);
    }

    @Override
    public void forget() {
        turns = List.of();
    }
}
