package dev.sanad.evaluation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.evaluation.RetrievalScorecard.Ranker;
import dev.sanad.evaluation.RetrievalScorecard.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Words and JSON of a {@link RetrievalScorecard}. */
final class RetrievalReport {
    private RetrievalReport() {}

    static String text(RetrievalScorecard card, OptionalDouble threshold) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s (%s): %d queries, indexed in %.1f s, query ms p50 %.2f p95 %.2f p99 %.2f%n",
                card.name(),
                String.join(", ", conditions(card)),
                card.rows().size(),
                card.indexing().toMillis() / 1000.0,
                card.latencyMs(0.5),
                card.latencyMs(0.95),
                card.latencyMs(0.99)));
        text.append(
                String.format(Locale.ROOT, "%-20s %6s %8s %8s %7s %7s%n", "", "n", "nDCG@10", "MRR@10", "R@5", "R@20"));
        card.groups().forEach((group, members) -> text.append(line(group, members, card.mean(members))));
        card.auroc()
                .ifPresent(area -> text.append(
                        String.format(Locale.ROOT, "AUROC of the confidence, answerable or not: %.4f%n", area)));
        chances(card).ifPresent(calibration -> text.append(CalibrationReport.text(calibration, threshold)));
        return text.toString();
    }

    private static List<String> conditions(RetrievalScorecard card) {
        RetrievalSetup setup = card.setup();
        List<String> conditions = new ArrayList<>();
        if (card.ranker() == Ranker.PLAIN) {
            conditions.add("plain BM25");
        } else if (!setup.without().isEmpty()) {
            conditions.add("without " + String.join(", ", without(setup)));
        }
        conditions.add(setup.whole() ? "whole documents" : "passages");
        if (setup.distractors() > 0) {
            conditions.add(String.format(Locale.ROOT, "%,d distractors", setup.distractors()));
        }
        return conditions;
    }

    private static List<String> without(RetrievalSetup setup) {
        return setup.without().stream()
                .sorted()
                .map(via -> via.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** A score is no chance, so of plain BM25 only the order counts. */
    private static Optional<Calibration> chances(RetrievalScorecard card) {
        return card.ranker() == Ranker.PLAIN ? Optional.empty() : card.calibration();
    }

    private static String line(String group, List<Row> members, RankingMetrics mean) {
        if (members.isEmpty()) {
            return String.format(Locale.ROOT, "%-20s %6d %8s %8s %7s %7s%n", group, 0, "-", "-", "-", "-");
        }
        return String.format(
                Locale.ROOT,
                "%-20s %6d %8.4f %8.4f %7.4f %7.4f%n",
                group,
                members.size(),
                mean.ndcg10(),
                mean.mrr10(),
                mean.recall5(),
                mean.recall20());
    }

    static ObjectNode json(RetrievalScorecard card, OptionalDouble threshold) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", card.name());
        json.put("ranker", card.ranker().tag());
        json.put("mode", card.setup().whole() ? "whole" : "passages");
        without(card.setup()).forEach(json.putArray("without")::add);
        json.put("distractors", card.setup().distractors());
        json.put("queries", card.rows().size());
        json.put("indexingSeconds", card.indexing().toMillis() / 1000.0);
        json.putObject("latencyMs")
                .put("p50", card.latencyMs(0.5))
                .put("p95", card.latencyMs(0.95))
                .put("p99", card.latencyMs(0.99));
        ObjectNode groups = json.putObject("groups");
        card.groups().forEach((group, members) -> put(groups.putObject(group), members, card.mean(members)));
        if (card.auroc().isPresent()) {
            json.put("auroc", card.auroc().getAsDouble());
        } else {
            json.putNull("auroc");
        }
        chances(card)
                .ifPresentOrElse(
                        calibration -> CalibrationReport.put(json.putObject("calibration"), calibration, threshold),
                        () -> json.putNull("calibration"));
        return json;
    }

    private static void put(ObjectNode group, List<Row> members, RankingMetrics mean) {
        group.put("n", members.size());
        if (members.isEmpty()) {
            List.of("ndcg10", "mrr10", "recall5", "recall20").forEach(group::putNull);
            return;
        }
        group.put("ndcg10", mean.ndcg10())
                .put("mrr10", mean.mrr10())
                .put("recall5", mean.recall5())
                .put("recall20", mean.recall20());
    }
}
