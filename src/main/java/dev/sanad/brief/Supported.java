package dev.sanad.brief;

import dev.sanad.corpus.ArticleId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A statement with what other articles say of it.
 *
 * @param quotes the statements of other articles, in its own language, that say the same and are short enough to be quoted whole: one an article,
 *     the closest first
 * @param articles how many other articles, in any language, say the same
 */
record Supported(Statement statement, List<Statement> quotes, int articles) {
    /** Each further article adds so much to a statement's score, */
    private static final double PER_ARTICLE = 0.25;

    /** up to so many of them: a fact that everybody reports must not hide the rest of the topic. */
    private static final int MOST_ARTICLES = 3;

    Supported {
        quotes = List.copyOf(quotes);
    }

    static Supported of(Statement statement, List<Statement> all) {
        Set<ArticleId> articles = new HashSet<>();
        Map<ArticleId, Statement> closest = new LinkedHashMap<>();
        for (Statement other : all) {
            if (!other.sameArticle(statement) && statement.supportedBy(other)) {
                articles.add(other.article().id());
                if (other.sameLanguage(statement)
                        && other.span().length() <= other.language().quoteChars()) {
                    closest.merge(
                            other.article().id(),
                            other,
                            (one, two) -> statement.shareIn(two) > statement.shareIn(one) ? two : one);
                }
            }
        }
        List<Statement> quotes = closest.values().stream()
                .sorted(Comparator.comparingDouble((Statement quote) -> -statement.shareIn(quote)))
                .toList();
        return new Supported(statement, quotes, articles.size());
    }

    /** What the statement covers of the topic, and more the more articles say it. */
    double score() {
        return statement.sentence().score() * (1 + PER_ARTICLE * Math.min(articles, MOST_ARTICLES));
    }
}
