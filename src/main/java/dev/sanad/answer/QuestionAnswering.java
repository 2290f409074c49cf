package dev.sanad.answer;

import dev.sanad.answer.Answerer.Worded;
import dev.sanad.answer.Outcome.NoEvidence;
import dev.sanad.answer.Outcome.Reason;
import dev.sanad.answer.Outcome.Related;
import dev.sanad.corpus.Article;
import dev.sanad.corpus.Audience;
import dev.sanad.corpus.Known;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Language;
import dev.sanad.passage.Passage;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Retrieved;
import dev.sanad.retrieval.Retriever;
import dev.sanad.retrieval.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From a question to a verified answer: retrieves, judges whether there is evidence, and only then has it worded. Safe for use by many threads. */
public final class QuestionAnswering {
    /**
     * The bound where settings state none: the corpus answers when one passage has at least half of what the question asks about. On the development
     * set {@code abstain}, whose unanswerable questions are about articles like the ones that are there, nine in ten answerable questions reach it and
     * about one in four of the others; see the README for the current figures.
     */
    public static final double MIN_CONFIDENCE = 0.5;

    /** Passages that an answer may draw on. */
    private static final int PASSAGES = 8;

    /** An article is related when a passage of it covers at least this share of the question's weight. */
    private static final double RELATED_COVERAGE = 0.25;

    private static final int RELATED_ARTICLES = 3;

    /** A passage is evidence beside the best one when it covers at least this share of what the best does. */
    private static final double EVIDENCE_SHARE = 0.5;

    private final PassageIndex index;
    private final Audience audience;
    private final Retriever retriever;
    private final Answerer answerer;
    private final double minConfidence;

    /**
     * Wires the road.
     *
     * @param audience that the answers are for
     * @param minConfidence below it the corpus is held not to answer, 0 to 1
     */
    public QuestionAnswering(
            PassageIndex index, Audience audience, Retriever retriever, Answerer answerer, double minConfidence) {
        this.index = index;
        this.audience = audience;
        this.retriever = retriever;
        this.answerer = answerer;
        this.minConfidence = minConfidence;
    }

    /** The answer, from the newest commit of the index. */
    public Answer ask(Question question) {
        return ask(question, release -> {});
    }

    /**
     * As {@link #ask(Question)}.
     *
     * @param released told, by the calling thread, what is searched and found, then the sentences of a model as soon as each is verified; the answer
     *     returned counts, these announce it
     */
    public Answer ask(Question question, Consumer<Release> released) {
        try (Snapshot snapshot = index.snapshot(audience)) {
            released.accept(new Release.Searching(searched(question.scope(), snapshot)));
            long began = System.nanoTime();
            Retrieved retrieved = retriever.retrieve(question, snapshot, PASSAGES);
            long found = System.nanoTime();
            released.accept(new Release.Found(retrieved.ranked().size()));
            Worded worded = retrieved.ranked().isEmpty() || retrieved.confidence() < minConfidence
                    ? new Worded(refusal(retrieved, question, snapshot), List.of())
                    : answerer.answer(evidence(retrieved), released);
            long answered = System.nanoTime();
            return new Answer(
                    question,
                    counted(worded.outcome(), retrieved),
                    retrieved.confidence(),
                    RetrievalNotes.before(worded.notes(), retrieved),
                    snapshot.manifest().committed(),
                    Duration.ofNanos(found - began),
                    Duration.ofNanos(answered - found),
                    Optional.empty());
        }
    }

    private static Set<Language> searched(Scope scope, Snapshot snapshot) {
        return snapshot.languages().stream()
                .filter(language ->
                        scope.languages().isEmpty() || scope.languages().contains(language))
                .collect(Collectors.toSet());
    }

    /** Of what was found, the passages that are evidence: those that cover enough beside the best one. */
    public static Retrieved evidence(Retrieved retrieved) {
        double best = retrieved.ranked().stream()
                .mapToDouble(Evidence::coverage)
                .max()
                .orElse(0);
        List<Evidence> evidence = retrieved.ranked().stream()
                .filter(candidate -> candidate.coverage() >= EVIDENCE_SHARE * best)
                .toList();
        return retrieved.with(evidence);
    }

    private static Outcome counted(Outcome outcome, Retrieved retrieved) {
        return switch (outcome) {
            case Outcome.NoEvidence refusal -> refusal;
            case Outcome.Cited cited ->
                new Outcome.Cited(
                        cited.sentences(),
                        cited.citations().stream()
                                .map(citation -> citation.countedIn(retrieved))
                                .toList(),
                        cited.by(),
                        cited.removed(),
                        sources(evidence(retrieved)) == 1);
        };
    }

    /** How many outlets the evidence is of, reprints among them; an article that names none is one of its own. */
    private static long sources(Retrieved evidence) {
        return evidence.ranked().stream()
                .flatMap(found -> Stream.concat(Stream.of(found.passage()), found.reprints().stream()))
                .map(Passage::article)
                .map(article -> article.source().map(Known::value).orElse(article.file()))
                .distinct()
                .count();
    }

    /** Of a period that does not answer, whether what is older would. */
    private NoEvidence refusal(Retrieved retrieved, Question question, Snapshot snapshot) {
        Scope scope = question.scope();
        if (scope.since().isPresent()) {
            Scope older = new Scope(Optional.empty(), scope.until(), scope.outlets(), scope.languages());
            Question everAsked = new Question(question.text(), question.language(), question.answerLanguage(), older);
            Retrieved ever = retriever.retrieve(everAsked, snapshot, PASSAGES);
            if (ever.confidence() >= minConfidence) {
                return new NoEvidence(Reason.ONLY_OLDER, refusal(evidence(ever)).related());
            }
        }
        return refusal(retrieved);
    }

    /** The refusal that names the closest articles, if any is close. */
    static NoEvidence refusal(Retrieved retrieved) {
        List<Related> related = retrieved.ranked().stream()
                .filter(evidence -> evidence.coverage() >= RELATED_COVERAGE)
                .map(evidence -> evidence.passage().article())
                .distinct()
                .limit(RELATED_ARTICLES)
                .map((Article article) -> new Related(article.title().value(), article.file()))
                .toList();
        return new NoEvidence(related.isEmpty() ? Reason.NOTHING : Reason.ONLY_RELATED, related);
    }
}
