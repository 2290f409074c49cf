package dev.sanad.conversation;

import java.util.List;
import java.util.Map;
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
     * @param opinions of what was only just kept, so that nobody judged it, the keys of {@link Opinion#GOOD} and {@link Opinion#BAD}; empty where it was read back
     */
    record Kept(long shownId, Owner owner, View view, Shown shown, List<Button> buttons, Map<View, String> opinions)
            implements Pressed {
        public Kept {
            buttons = List.copyOf(buttons);
            opinions = Map.copyOf(opinions);
        }

        /** Of what was read back. */
        public Kept(long shownId, Owner owner, View view, Shown shown, List<Button> buttons) {
            this(shownId, owner, view, shown, buttons, Map.of());
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
