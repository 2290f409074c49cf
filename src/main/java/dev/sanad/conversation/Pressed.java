package dev.sanad.conversation;

import java.util.List;

/**
 * What a key leads to.
 *
 * @param owner who asked, and where: nobody else may press
 * @param marker of the card to open, or {@link Button#BACK}
 * @param buttons all of the answer, the one that leads back first, then ascending by marker
 */
public record Pressed(Owner owner, int marker, Shown shown, List<Button> buttons) {
    public Pressed {
        buttons = List.copyOf(buttons);
    }

    /** A user in a chat, by Telegram's numbers. */
    public record Owner(long chat, long user) {}
}
