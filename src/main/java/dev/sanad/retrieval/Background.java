package dev.sanad.retrieval;

import dev.sanad.language.Language.Analysis;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Compares scores of several languages by how far they stand above what the language's passages reach for the question by chance: the mean of the
 * {@link #FIRST}th to {@link #LAST}th best of it. Where fewer were found nothing is known of the missing ones, and each counts as
 * the highest mean of any language. Decision 0003.
 */
final class Background {
    /** Those before it may all answer. */
    private static final int FIRST = 6;

    static final int LAST = 20;

    private static final int COUNTED = LAST - FIRST + 1;

    private Background() {}

    /**
     * The same with each score raised by what its language's background lacks to the highest one, in the order given. Within a language the order stays,
     * and so does every score of a passage that holds nothing of the question, or where all are of one language.
     */
    static List<Found> levelled(List<Found> found) {
        Map<Analysis, List<Double>> counted = new EnumMap<>(Analysis.class);
        found.stream()
                .filter(one -> one.score() > 0)
                .collect(Collectors.groupingBy(Background::analysis))
                .forEach((analysis, ones) -> counted.put(analysis, counted(ones)));
        double unknown = counted.values().stream()
                .mapToDouble(scores -> mean(scores, 0))
                .max()
                .orElse(0);
        double highest = counted.values().stream()
                .mapToDouble(scores -> mean(scores, unknown))
                .max()
                .orElse(0);
        return found.stream()
                .map(one -> one.score() > 0
                        ? one.scored(
                                one.score() + highest - mean(counted.getOrDefault(analysis(one), List.of()), unknown))
                        : one)
                .toList();
    }

    private static Analysis analysis(Found found) {
        return found.facts().language().analysis();
    }

    private static List<Double> counted(List<Found> language) {
        return language.stream()
                .map(Found::score)
                .sorted(Comparator.reverseOrder())
                .limit(LAST)
                .skip(FIRST - 1)
                .toList();
    }

    /** Of all that count, the missing ones being {@code unknown}. */
    private static double mean(List<Double> counted, double unknown) {
        double sum = counted.stream().mapToDouble(score -> score).sum();
        return (sum + (COUNTED - counted.size()) * unknown) / COUNTED;
    }
}
