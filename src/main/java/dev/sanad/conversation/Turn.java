package dev.sanad.conversation;

import dev.sanad.answer.Tokens;
import dev.sanad.language.Language;
import java.util.List;

/**
 * A question of a conversation and what came of it.
 *
 * @param asked as it was written
 * @param searched what was searched: {@code asked}, or where it followed an earlier one, the same with what was carried
 * @param language that {@code searched} is read in
 * @param whole whether {@code searched} is a question in full: false where words were carried onto it
 * @param said first sentence of the answer; blank where there was none
 */
public record Turn(String asked, String searched, Language language, boolean whole, String said) {
    /** What a model reads for it, reckoned. */
    int tokens() {
        return Tokens.estimated(asked.length() + searched.length() + said.length(), 0)
                .total();
    }

    /** The latest of {@code turns} that are within so many tokens together, oldest first. */
    static List<Turn> latest(List<Turn> turns, int tokens) {
        int from = turns.size();
        int left = tokens;
        while (from > 0 && turns.get(from - 1).tokens() <= left) {
            from--;
            left -= turns.get(from).tokens();
        }
        return List.copyOf(turns.subList(from, turns.size()));
    }
}
