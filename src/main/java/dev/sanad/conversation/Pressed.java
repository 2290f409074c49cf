package dev.sanad.conversation;

import java.util.List;
import java.util.Optional;

/** What a key leads to. */
public sealed interface Pressed {
    /** Who asked, and where: nobody else may press. */
    Owner owner();

    View view();

    /** The number of what was shown, by which more keys of it can be had. */
    long shownId();

    /**
     * Something to show.
     *
     * @param buttons all of the answer, the one that leads back first, then ascending by marker
     */
    record Kept(long shownId, Owner owner, View view, Shown shown, List<Button> buttons) implements Pressed {
        public Kept {
            buttons = List.copyOf(buttons);
        }
    }

    /**
     * What was shown is no longer kept.
     *
     * @param request that led to it, as it can be asked once more; empty where it was not kept either
     */
    record Expired(long shownId, Owner owner, View view, Optional<String> request) implements Pressed {}

    /** A user in a chat, by Telegram's numbers. */
    record Owner(long chat, long user) {}
}
