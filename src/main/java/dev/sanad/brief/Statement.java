package dev.sanad.brief;

import dev.sanad.answer.Claims;
import dev.sanad.answer.ScoredSentence;
import dev.sanad.answer.Words;
import dev.sanad.corpus.Article;
import dev.sanad.corpus.Known;
import dev.sanad.language.Language;
import dev.sanad.language.Span;
import dev.sanad.passage.Fingerprint;
import dev.sanad.passage.Passage;
import dev.sanad.retrieval.Question;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A sentence of the evidence with what it says of the topic, as far as that can be compared. The topic's own words are left out: all sentences
 * share them.
 *
 * @param claims dates resolved by the article's own
 */
record Statement(ScoredSentence sentence, Claims claims, Set<String> words, long fingerprint) {
    /** Of a statement's content words; one in twenty of the sample's sentences has so many in a quote of another article that reports the same events. */
    private static final double LEAST_SHARE = 0.5;

    /** Numbers, dates and Latin words, across languages. */
    private static final int LEAST_ANCHORS = 2;

    /** What says less than this, such as a heading or a by-line, is no statement: words, or pairs of characters in Chinese. */
    private static final int FEWEST_WORDS = 5;

    /** Those of {@code scored} that state something, in the order given. */
    static List<Statement> of(List<ScoredSentence> scored, Question topic) {
        Claims common = Claims.ofSentence(topic.text(), topic.language());
        Set<String> commonWords = Words.of(topic.text(), topic.language());
        Map<Passage, List<Claims>> claims = new HashMap<>();
        List<Statement> statements = new ArrayList<>();
        for (ScoredSentence sentence : scored) {
            Passage passage = sentence.passage();
            int at = passage.sentences().indexOf(sentence.span());
            Claims holds = claims.computeIfAbsent(passage, Statement::claims).get(at);
            Set<String> words = Words.of(sentence.text(), sentence.language());
            if (words.size() >= FEWEST_WORDS) {
                words.removeAll(commonWords);
                statements.add(
                        new Statement(sentence, holds.withoutWords(common), words, Fingerprint.of(sentence.text())));
            }
        }
        return statements;
    }

    private static List<Claims> claims(Passage passage) {
        Article article = passage.article();
        return Claims.ofArticle(
                article.text(),
                passage.sentences(),
                article.language().value(),
                article.published().map(Known::value));
    }

    Article article() {
        return sentence.passage().article();
    }

    Language language() {
        return sentence.language();
    }

    Span span() {
        return sentence.span();
    }

    Optional<LocalDate> date() {
        return article().published().map(Known::value);
    }

    boolean sameLanguage(Statement other) {
        return language() != Language.OTHER
                && language().analysis() == other.language().analysis();
    }

    boolean sameArticle(Statement other) {
        return article().id().equals(other.article().id());
    }

    /** Whether a reader of the one learns nothing new from the other. */
    boolean repeats(Statement other) {
        if (fingerprint == other.fingerprint) {
            return true;
        }
        return sameLanguage(other)
                ? Words.same(words, other.words) || supportedBy(other) || other.supportedBy(this)
                : sharesFacts(other);
    }

    /**
     * Whether {@code other} says what this does. In one language by the rule of the gate: all numbers and dates of this stand in the other, and
     * enough of its words. Across languages at least two numbers, dates or Latin words do, and most of those that this has.
     */
    boolean supportedBy(Statement other) {
        return sameLanguage(other)
                ? claims.missingFrom(other.claims).isEmpty() && claims.shareIn(other.claims) >= LEAST_SHARE
                : sharesFacts(other);
    }

    private boolean sharesFacts(Statement other) {
        int shared = claims.factsIn(other.claims) + claims.latinIn(other.claims);
        int own =
                claims.numbers().size() + claims.dates().size() + claims.latin().size();
        return shared >= LEAST_ANCHORS && 2 * shared > own;
    }

    /** How much of this stands in {@code other}, 0 to 1; within one language. */
    double shareIn(Statement other) {
        return claims.shareIn(other.claims);
    }
}
