package dev.sanad.retrieval;

import dev.sanad.index.Snapshot;
import dev.sanad.passage.Passage;
import dev.sanad.retrieval.Retrieved.Reranking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The candidates after a model has put the first of them in its order. A place keeps its score, so that scores fall along the list and compare with those
 * of the candidates that the model did not see.
 */
record Reranked(List<Found> ranked, Reranking part) {
    private static final Logger LOG = LoggerFactory.getLogger(Reranked.class);

    /** A candidate and what the model gave it. */
    private record Scored(Found found, double score) {}

    /** @param ranked best first; where the model gives no scores, they stay as they are */
    static Reranked by(Optional<Reranker> reranker, Question question, List<Found> ranked, Snapshot snapshot) {
        if (reranker.isEmpty() || ranked.size() < 2) {
            return new Reranked(ranked, Reranking.NONE);
        }
        List<Found> head =
                ranked.subList(0, Math.min(ranked.size(), reranker.get().depth()));
        try {
            List<Double> scores = reranker.get().scores(question.text(), texts(head, snapshot));
            List<Found> all = new ArrayList<>(ordered(head, scores));
            all.addAll(ranked.subList(head.size(), ranked.size()));
            return new Reranked(all, Reranking.USED);
        } catch (RerankException e) {
            LOG.warn("{}", e.getMessage());
            return new Reranked(ranked, Reranking.UNAVAILABLE);
        }
    }

    private static List<String> texts(List<Found> head, Snapshot snapshot) {
        return head.stream()
                .map(found -> snapshot.passage(found.document()))
                .map((Passage passage) -> passage.article().title().value() + "\n" + passage.text())
                .toList();
    }

    private static List<Found> ordered(List<Found> head, List<Double> scores) {
        List<Found> ordered = IntStream.range(0, head.size())
                .mapToObj(i -> new Scored(head.get(i), scores.get(i)))
                .sorted(Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparing(scored -> scored.found().facts().id()))
                .map(Scored::found)
                .toList();
        return IntStream.range(0, head.size())
                .mapToObj(i -> ordered.get(i).scored(head.get(i).score()))
                .toList();
    }
}
