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

    /** The passages of a side whose vectors are compared. */
    private static final int COMPARED = 10;

    private static final Odds OWN = new Odds(-3.13, 1.58, 2.15, 1.54, 1.04, 0.14, -0.54, 0);
    private static final Odds CROSSING = new Odds(-5.86, 0.76, 0.58, 2.43, 3.54, 1.33, -1.36, 0);
    private static final Odds OWN_WITH_VECTORS = new Odds(-5.11, 1.41, 1.63, 1.33, 1.32, 0.43, -0.76, 27.9);
    private static final Odds CROSSING_WITH_VECTORS = new Odds(-6.49, 0.53, 0.63, 2.34, 2.97, 1.32, -1.50, 27.6);

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

    /**
     * What speaks for an answer among {@code ranked}, best first.
     *
     * @param vectors whether they were ranked by vectors, too
     */
    Support support(List<Found> ranked, boolean vectors) {
        return new Support(side(ranked, this::own), side(ranked, found -> !own(found)), vectors);
    }

    private boolean own(Found found) {
        return found.facts().language().analysis() == question.language().analysis();
    }

    private Side side(List<Found> ranked, Predicate<Found> which) {
        List<Found> side = ranked.stream().filter(which).limit(COMPARED).toList();
        return side.stream()
                .limit(DEPTH)
                .max(Comparator.comparingDouble(Found::coverage))
                .map(best -> side(best, ahead(side)))
                .orElse(Side.NONE);
    }

    private static double ahead(List<Found> side) {
        List<Double> near = side.stream().map(Found::near).sorted().toList();
        double farther = near.subList(0, (near.size() + 1) / 2).stream()
                .mapToDouble(one -> one)
                .average()
                .orElse(0);
        return near.isEmpty() ? 0 : near.getLast() - farther;
    }

    private Side side(Found found, double ahead) {
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
                !compulsory.factsHeldBy(passage),
                !compulsory.namesHeldBy(passage),
                ahead);
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
     * another language; decision 0002.
     */
    static double of(Support support) {
        boolean vectors = support.vectors();
        double own = (vectors ? OWN_WITH_VECTORS : OWN).chance(support.own());
        double crossing = (vectors ? CROSSING_WITH_VECTORS : CROSSING).chance(support.crossing());
        return Math.max(own, crossing);
    }

    /** What each part of a side adds to the logarithm of the odds. */
    private record Odds(
            double start,
            double coverage,
            double window,
            double sentence,
            double together,
            double words,
            double lacking,
            double ahead) {
        double chance(Side side) {
            double odds = start
                    + coverage * side.coverage()
                    + window * side.window()
                    + sentence * side.sentence()
                    + together * side.together()
                    + words * Math.log1p(side.words())
                    + (side.lacking() ? lacking : 0)
                    + ahead * side.ahead();
            double chance = side.coverage() == 0 ? 0 : 1 / (1 + Math.exp(-odds));
            // people act on numbers and dates: about another one it is seldom the answer, however much else it says
            return side.lacksFact() ? chance / 2 : chance;
        }
    }
}
