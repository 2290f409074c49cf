package dev.sanad.brief;

import dev.sanad.answer.SentenceScorer;
import dev.sanad.corpus.ArticleId;
import dev.sanad.retrieval.Retrieved;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses the sentences of a quoted brief: the best supported first, each fact once, no date and no article with too many. */
final class Selection {
    private static final int MOST = 12;
    private static final int MOST_OF_DATE = 3;

    /** While others of the topic have something to say. */
    private static final int MOST_OF_ARTICLE = 2;

    /** A further sentence belongs to the topic when it covers, unsupported, at least this share of what the best does. */
    private static final double WORTH = 0.5;

    private final List<Supported> chosen = new ArrayList<>();
    private final Map<Optional<LocalDate>, Integer> ofDate = new HashMap<>();
    private final Map<ArticleId, Integer> ofArticle = new HashMap<>();

    private Selection() {}

    /** The best supported first; empty only where no sentence states anything. */
    static List<Supported> of(Retrieved evidence) {
        List<Statement> statements = Statement.of(new SentenceScorer(evidence).scored(), evidence.question());
        double enough = WORTH
                * statements.stream()
                        .mapToDouble(statement -> statement.sentence().score())
                        .max()
                        .orElse(0);
        List<Supported> candidates = statements.stream()
                .filter(statement -> statement.sentence().score() >= enough)
                .map(statement -> Supported.of(statement, statements))
                .sorted(Comparator.comparingDouble((Supported candidate) -> -candidate.score()))
                .toList();
        Selection selection = new Selection();
        selection.take(candidates, MOST_OF_ARTICLE);
        selection.take(candidates, MOST_OF_DATE);
        return selection.chosen.stream()
                .sorted(Comparator.comparingDouble((Supported candidate) -> -candidate.score()))
                .toList();
    }

    private void take(List<Supported> candidates, int mostOfArticle) {
        for (Supported candidate : candidates) {
            Statement statement = candidate.statement();
            ArticleId article = statement.article().id();
            boolean room = chosen.size() < MOST
                    && ofDate.getOrDefault(statement.date(), 0) < MOST_OF_DATE
                    && ofArticle.getOrDefault(article, 0) < mostOfArticle;
            if (room && chosen.stream().noneMatch(other -> statement.repeats(other.statement()))) {
                chosen.add(candidate);
                ofDate.merge(statement.date(), 1, Integer::sum);
                ofArticle.merge(article, 1, Integer::sum);
            }
        }
    }
}
