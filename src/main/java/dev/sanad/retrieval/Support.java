package dev.sanad.retrieval;

import java.util.List;
import java.util.Locale;

/**
 * What speaks for the corpus answering a question: the best passage in the question's own language, and the best in another. No part grows with the
 * corpus; shares are of the question's weight, 0 to 1.
 *
 * @param vectors whether there are vectors to tell {@link Side#ahead} by
 */
public record Support(Side own, Side crossing, boolean vectors) {
    /**
     * One side.
     *
     * @param coverage share that stands in the passage or its title
     * @param window the largest share that one sentence with its neighbours holds
     * @param sentence the largest share that one sentence holds
     * @param together of the words that follow one another in the question, the share that stand near one another in the passage or its title
     * @param words how many the question has
     * @param lacksFact the passage lacks a number or a date of the question
     * @param lacksName it lacks a name of the question, or the speaker whose words it asks for
     * @param ahead by how much the nearest of this side's first ten passages is nearer than the farther half of them; 0 without vectors
     */
    public record Side(
            double coverage,
            double window,
            double sentence,
            double together,
            int words,
            boolean lacksFact,
            boolean lacksName,
            double ahead) {
        /** No passage was found there. */
        static final Side NONE = new Side(0, 0, 0, 0, 0, false, false, 0);

        boolean lacking() {
            return lacksFact || lacksName;
        }

        List<Double> parts() {
            return List.of(coverage, window, sentence, together, (double) words, lacking() ? 1.0 : 0.0, ahead);
        }
    }

    /** Nothing was found. */
    public static final Support NONE = new Support(Side.NONE, Side.NONE, false);

    /** For calibration: all parts between tabs, the own side's first, in the order of their names above. */
    public String toLine() {
        StringBuilder line = new StringBuilder();
        for (Side side : List.of(own, crossing)) {
            side.parts().forEach(part -> line.append(String.format(Locale.ROOT, "\t%.5f", part)));
        }
        return line.substring(1);
    }
}
