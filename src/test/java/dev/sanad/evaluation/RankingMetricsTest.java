package dev.sanad.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankingMetricsTest {
    private static final double FOUR_DIGITS = 0.00005;

    @Test
    void measuresAgreeWithTrecEvalToFourDigits() throws IOException {
        Map<String, Map<String, Integer>> relevant = relevant();
        Map<String, List<String>> run = run();
        List<String[]> expected = cells("expected.tsv", "\t");
        assertThat(expected).hasSize(61);
        for (String[] cells : expected.subList(1, expected.size())) {
            Map<String, Integer> judged = relevant.getOrDefault(cells[0], Map.of());
            RankingMetrics metrics = RankingMetrics.of(run.getOrDefault(cells[0], List.of()), judged);
            int all = judged.size();
            same(cells[0], metrics.ndcg10(), cells[1]);
            same(cells[0], metrics.mrr10(), cells[2]);
            same(cells[0], metrics.recall5() * Math.min(5, all) / all, cells[3]);
            same(cells[0], metrics.recall20() * Math.min(20, all) / all, cells[4]);
        }
    }

    @Test
    void recallIsWholeWhereNoMoreCouldBeFound() {
        Map<String, Integer> six = Map.of("a", 1, "b", 1, "c", 1, "d", 1, "e", 1, "f", 1);
        RankingMetrics metrics = RankingMetrics.of(List.of("a", "b", "c", "d", "e"), six);
        assertThat(metrics.recall5()).isEqualTo(1);
        assertThat(metrics.recall20()).isEqualTo(5 / 6.0);
    }

    @Test
    void aRelevantDocumentPastTheTenthEarnsNoReciprocalRankAndNoGain() {
        List<String> ranked = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "right");
        assertThat(RankingMetrics.of(ranked, Map.of("right", 1))).isEqualTo(new RankingMetrics(0, 0, 0, 1));
    }

    private static void same(String query, double measured, String expected) {
        assertThat(measured).as(query).isCloseTo(Double.parseDouble(expected), within(FOUR_DIGITS));
    }

    private static Map<String, Map<String, Integer>> relevant() throws IOException {
        Map<String, Map<String, Integer>> relevant = new HashMap<>();
        for (String[] cells : cells("qrels.tsv", "\t")) {
            if (!cells[2].equals("score") && !cells[2].equals("0")) {
                relevant.computeIfAbsent(cells[0], unused -> new HashMap<>()).put(cells[1], Integer.valueOf(cells[2]));
            }
        }
        return relevant;
    }

    private static Map<String, List<String>> run() throws IOException {
        Map<String, List<String>> run = new HashMap<>();
        for (String[] cells : cells("run.trec", " ")) {
            run.computeIfAbsent(cells[0], unused -> new ArrayList<>()).add(cells[2]);
        }
        return run;
    }

    private static List<String[]> cells(String file, String separator) throws IOException {
        try (InputStream in = RankingMetricsTest.class.getResourceAsStream("/evaluation/trec/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(separator, -1))
                    .toList();
        }
    }
}
