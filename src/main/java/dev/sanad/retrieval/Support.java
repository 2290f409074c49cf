package dev.sanad.retrieval;

import java.util.Locale;

/**
 * What speaks for a passage as the answer to a question. No part of it grows with the corpus; shares are of the question's weight, 0 to 1.
 *
 * @param coverage share that stands in the passage or its title, in the words of the passage's language
 * @param window the largest share that one sentence with its neighbours holds
 * @param crossed share that stands in the passage by what the words stand for in any language
 * @param missing share of the heaviest word that the passage lacks
 * @param lacking it lacks a number, date or name of the question, or the speaker whose words it asks for
 * @param crossing the passage is in another language than the question
 * @param lead by how much its score leads the next passages', as a share of its own
 */
public record Support(
        double coverage,
        double window,
        double crossed,
        double missing,
        boolean lacking,
        boolean crossing,
        double lead) {
    /** For calibration: the parts between tabs, in order; what is true is 1. */
    public String toLine() {
        return String.format(
                Locale.ROOT,
                "%.5f\t%.5f\t%.5f\t%.5f\t%d\t%d\t%.5f",
                coverage,
                window,
                crossed,
                missing,
                lacking ? 1 : 0,
                crossing ? 1 : 0,
                lead);
    }
}
