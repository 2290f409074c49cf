package dev.sanad.retrieval;

import dev.sanad.index.Analyzers;
import dev.sanad.language.Language;
import dev.sanad.language.Span;
import dev.sanad.passage.Passage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How sure it is that the corpus answers a question: what speaks for the best of the first passages, as a chance. Immutable. */
final class Confidence {
    /** An answer may rest on any of the first three. */
    static final int DEPTH = 3;

    /** The passage whose lead is measured stands against the one at this rank, or the last. */
    private static final int LEAD_OVER = 5;

    private final Question question;
    private final Subject subject;
    private final Compulsory compulsory;

    Confidence(Question question, Subject subject, Analyzers analyzers) {
        this.question = question;
        this.subject = subject;
        this.compulsory = Compulsory.of(question, analyzers);
    }

    /** What speaks for each of the first passages, in order. */
    List<Support> support(List<Found> ranked, List<Evidence> evidence) {
        return evidence.stream().limit(DEPTH).map(one -> support(one, ranked)).toList();
    }

    /** The chance that the corpus answers a question for whose first passages this speaks; 0 where nothing was found. */
    static double of(List<Support> support) {
        return support.stream().mapToDouble(Confidence::of).max().orElse(0);
    }

    private static double of(Support support) {
        return support.coverage() * (support.lacking() ? 0.5 : 1);
    }

    private Support support(Evidence evidence, List<Found> ranked) {
        Passage passage = evidence.passage();
        Language language = passage.article().language().value();
        Weighed weighed = subject.weighed(language);
        Set<String> title = subject.held(passage.article().title().value(), language);
        List<Set<String>> sentences = new ArrayList<>();
        for (Span sentence : passage.sentences()) {
            sentences.add(subject.held(sentence.in(passage.article().text()), language));
        }
        Set<String> all = new HashSet<>(title);
        sentences.forEach(all::addAll);
        double window = 0;
        for (int i = 0; i < sentences.size(); i++) {
            Set<String> near = new HashSet<>(sentences.get(i));
            sentences.subList(Math.max(0, i - 1), Math.min(sentences.size(), i + 2)).forEach(near::addAll);
            window = Math.max(window, weighed.share(near));
        }
        return new Support(
                evidence.coverage(),
                window,
                crossed(evidence, ranked),
                weighed.heaviestMissing(all),
                !compulsory.heldBy(passage),
                language.analysis() != question.language().analysis(),
                lead(evidence, ranked));
    }

    private static double crossed(Evidence evidence, List<Found> ranked) {
        String id = evidence.passage().id().value();
        return ranked.stream()
                .filter(found -> found.facts().id().equals(id))
                .mapToDouble(Found::crossed)
                .findFirst()
                .orElse(0);
    }

    private static double lead(Evidence evidence, List<Found> ranked) {
        double next = ranked.size() > 1 ? ranked.get(Math.min(LEAD_OVER, ranked.size()) - 1).score() : 0;
        return evidence.score() <= 0 ? 0 : Math.max(0, 1 - next / evidence.score());
    }
}
