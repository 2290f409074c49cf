package dev.sanad.retrieval;

import dev.sanad.corpus.Article;
import dev.sanad.index.Analyzers;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Language;
import dev.sanad.language.Span;
import dev.sanad.passage.Passage;
import dev.sanad.retrieval.Support.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** How sure it is that the corpus answers a question: what speaks for the best of the first passages, as a chance. For one question. */
final class Confidence {
    /** An answer may rest on any of the first three of a side. */
    private static final int DEPTH = 3;

    private final Question question;
    private final Subject subject;
    private final Compulsory compulsory;
    private final Snapshot snapshot;

    Confidence(Question question, Subject subject, Snapshot snapshot, Analyzers analyzers) {
        this.question = question;
        this.subject = subject;
        this.snapshot = snapshot;
        this.compulsory = Compulsory.of(question, analyzers);
    }

    /** What speaks for an answer among {@code ranked}, best first. */
    Support support(List<Found> ranked) {
        return new Support(side(ranked, this::own), side(ranked, found -> !own(found)));
    }

    private boolean own(Found found) {
        return found.facts().language().analysis() == question.language().analysis();
    }

    private Side side(List<Found> ranked, Predicate<Found> which) {
        return ranked.stream()
                .filter(which)
                .limit(DEPTH)
                .max(Comparator.comparingDouble(Found::coverage))
                .map(this::side)
                .orElse(Side.NONE);
    }

    private Side side(Found found) {
        Passage passage = snapshot.passage(found.document());
        Article article = passage.article();
        Language language = article.language().value();
        Weighed weighed = subject.weighed(language);
        List<List<Set<String>>> texts = new ArrayList<>();
        List<Set<String>> sentences = new ArrayList<>();
        for (Span sentence : passage.sentences()) {
            texts.add(subject.words(sentence.in(article.text()), language));
            sentences.add(Weighed.all(texts.getLast()));
        }
        texts.add(subject.words(article.title().value(), language));
        return new Side(
                found.coverage(),
                window(sentences, 1, weighed),
                window(sentences, 0, weighed),
                weighed.together(texts),
                weighed.size(),
                !compulsory.heldBy(passage));
    }

    /** The largest share that one of {@code sentences} holds with {@code neighbours} on either side. */
    private static double window(List<Set<String>> sentences, int neighbours, Weighed weighed) {
        double window = 0;
        for (int i = 0; i < sentences.size(); i++) {
            Set<String> near = new HashSet<>();
            sentences
                    .subList(Math.max(0, i - neighbours), Math.min(sentences.size(), i + neighbours + 1))
                    .forEach(near::addAll);
            window = Math.max(window, weighed.share(near));
        }
        return window;
    }

    /**
     * How sure it is that the corpus answers, 0 to 1: the better of both sides, each by a logistic regression of its own, since more is met by chance in
     * another language; fitted together, decision 0002.
     */
    static double of(Support support) {
        return Math.max(own(support.own()), crossing(support.crossing()));
    }

    private static double own(Side side) {
        return chance(
                side,
                -3.26
                        + 1.59 * side.coverage()
                        + 2.24 * side.window()
                        + 1.48 * side.sentence()
                        + 1.03 * side.together()
                        + 0.20 * Math.log1p(side.words())
                        - 0.49 * (side.lacking() ? 1 : 0));
    }

    private static double crossing(Side side) {
        return chance(
                side,
                -5.62
                        + 0.53 * side.coverage()
                        + 0.43 * side.window()
                        + 2.85 * side.sentence()
                        + 3.21 * side.together()
                        + 1.28 * Math.log1p(side.words())
                        - 1.39 * (side.lacking() ? 1 : 0));
    }

    private static double chance(Side side, double logOdds) {
        return side.coverage() == 0 ? 0 : 1 / (1 + Math.exp(-logOdds));
    }
}
