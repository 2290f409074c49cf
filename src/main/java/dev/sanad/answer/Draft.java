package dev.sanad.answer;

import java.util.List;

/**
 * A sentence as a model wrote it, before the gate.
 *
 * @param text without markers, list bullets and emphasis; never blank
 * @param markers in the order written, possibly none, possibly naming nothing
 * @param allowed false where it holds a link, an address, a tag or a mention: then it is never shown
 */
record Draft(String text, List<Integer> markers, boolean allowed) {
    Draft {
        markers = List.copyOf(markers);
        if (text.isBlank()) {
            throw new IllegalArgumentException("a sentence without text");
        }
    }
}
