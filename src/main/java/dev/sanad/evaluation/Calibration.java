package dev.sanad.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How well confidences tell answerable questions from others, and whether they are the chances they say.
 *
 * @param judged at least one question that is answerable and one that is not
 */
record Calibration(List<Judged> judged) {
    private static final int BINS = 10;

    Calibration {
        judged = List.copyOf(judged);
    }

    /**
     * A question.
     *
     * @param confidence 0 to 1
     */
    record Judged(double confidence, boolean answerable) {}

    /**
     * The questions whose confidence lies in {@code [from, from + 0.1)}; the last bin holds 1, too.
     *
     * @param confidence their mean
     * @param answerable the share of them that are
     */
    record Bin(double from, int n, double confidence, double answerable) {}

    /**
     * What answering at and above a threshold does.
     *
     * @param falseAnswers share of the questions without an answer that get one
     * @param answered share of the answerable questions that get one
     */
    record Operating(double threshold, double falseAnswers, double answered) {}

    /** Empty where not both kinds of questions are there. */
    static Optional<Calibration> of(List<Judged> judged) {
        boolean both = judged.stream().map(Judged::answerable).distinct().count() == 2;
        return both ? Optional.of(new Calibration(judged)) : Optional.empty();
    }

    /**
     * The chance that an answerable question has more confidence than one that is not, ties half: area under the ROC curve, as Mann and
     * Whitney's U (Hanley and McNeil 1982). It asks only for the order, so any score will do.
     */
    double auroc() {
        double[] answerable = confidences(true);
        double[] not = confidences(false);
        double wins = 0;
        for (double yes : answerable) {
            for (double no : not) {
                wins += yes > no ? 1 : yes == no ? 0.5 : 0;
            }
        }
        return wins / answerable.length / not.length;
    }

    /** The mean square of what the confidence is off by (Brier 1950); 0 is best, .25 is what saying a half each time gets. */
    double brier() {
        return judged.stream()
                .mapToDouble(one -> one.confidence() - (one.answerable() ? 1 : 0))
                .map(off -> off * off)
                .average()
                .orElseThrow();
    }

    /** The reliability table (Murphy and Winkler 1977), ten bins of equal width from below; those without questions are left out. */
    List<Bin> bins() {
        return IntStream.range(0, BINS)
                .mapToObj(i ->
                        bin(i, judged.stream().filter(one -> binOf(one) == i).toList()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static int binOf(Judged one) {
        return Math.clamp((long) (one.confidence() * BINS), 0, BINS - 1);
    }

    private static Optional<Bin> bin(int number, Collection<Judged> held) {
        return held.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bin(
                        number / (double) BINS,
                        held.size(),
                        held.stream().mapToDouble(Judged::confidence).average().orElseThrow(),
                        held.stream().filter(Judged::answerable).count() / (double) held.size()));
    }

    /** By how much the bins' mean confidence and share answerable differ, weighted by their questions (Naeini et al. 2015). */
    double expectedError() {
        return bins().stream()
                .mapToDouble(bin -> bin.n() * Math.abs(bin.confidence() - bin.answerable()) / judged.size())
                .sum();
    }

    /**
     * The lowest of the confidences that gives at most {@code share} false answers; empty where even the highest gives more, as an unanswerable question has it.
     */
    Optional<Operating> withFalseAnswers(double share) {
        List<Judged> falling = new ArrayList<>(judged);
        falling.sort(Comparator.comparingDouble(Judged::confidence).reversed());
        Optional<Operating> lowest = Optional.empty();
        for (Judged one : falling) {
            Operating at = at(one.confidence());
            if (at.falseAnswers() > share) {
                break;
            }
            lowest = Optional.of(at);
        }
        return lowest;
    }

    Operating at(double threshold) {
        return new Operating(threshold, reaching(threshold, false), reaching(threshold, true));
    }

    private double reaching(double threshold, boolean answerable) {
        return judged.stream()
                .filter(one -> one.answerable() == answerable)
                .mapToDouble(one -> one.confidence() >= threshold ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private double[] confidences(boolean answerable) {
        return judged.stream()
                .filter(one -> one.answerable() == answerable)
                .mapToDouble(Judged::confidence)
                .toArray();
    }
}
