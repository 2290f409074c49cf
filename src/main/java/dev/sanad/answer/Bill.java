package dev.sanad.answer;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An account without a limit, which lists what was charged. Safe for use by many threads. */
public final class Bill implements Account {
    private final List<Usage> charged = new CopyOnWriteArrayList<>();

    @Override
    public boolean open() {
        return true;
    }

    @Override
    public void charge(Usage usage) {
        charged.add(usage);
    }

    /** In the order in which models replied. */
    public List<Usage> charged() {
        return List.copyOf(charged);
    }
}
