package dev.sanad.evaluation;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Citation;
import dev.sanad.answer.Outcome;
import dev.sanad.answer.Sentence;
import dev.sanad.evaluation.AnswerScorecard.Kind;
import dev.sanad.evaluation.AnswerScorecard.Row;
import dev.sanad.language.Language;
import dev.sanad.passage.Passage;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Retrieved;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Asks labelled questions and judges what comes back. A passage or citation is right when its file is one of the question's evidence and its words
 * hold the evidence's, white space folded; of a citation the quote is judged, not the passage around it.
 *
 * @param asking how a labelled question is put, its language found as for any other
 * @param answer what the reader would get
 * @param search what the reader would find, best first
 * @param languageOf an article by its file; empty where the corpus has no such file
 * @param textOfRecord of the article that a citation names; without it quotes are not compared with it
 */
public record AnswerEvaluation(
        Function<LabelledQuestion, Question> asking,
        Function<Question, Answer> answer,
        Function<Question, Retrieved> search,
        Function<String, Optional<Language>> languageOf,
        Optional<Function<Citation, String>> textOfRecord) {
    /** A reader of {@code search -k 5} sees as many. */
    private static final int FIRST = 5;

    /**
     * Asks each question once, in order.
     *
     * @throws EvaluationException where the corpus has none of the files that answer a question
     */
    public AnswerScorecard evaluate(List<LabelledQuestion> questions) {
        return new AnswerScorecard(questions.stream().map(this::row).toList());
    }

    private Row row(LabelledQuestion labelled) {
        Kind kind = kind(labelled);
        Question question = asking.apply(labelled);
        OptionalInt rank = rank(labelled, search.apply(question));
        Answer answered = answer.apply(question);
        return switch (answered.outcome()) {
            case Outcome.NoEvidence none ->
                new Row(
                        labelled.id(),
                        labelled.language(),
                        kind,
                        rank,
                        answered.confidence(),
                        false,
                        false,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0);
            case Outcome.Cited cited -> row(labelled, kind, rank, answered.confidence(), cited);
        };
    }

    private Row row(LabelledQuestion labelled, Kind kind, OptionalInt rank, double confidence, Outcome.Cited cited) {
        List<Citation> citations = cited.citations();
        List<Citation> first = citationsOf(cited.sentences().getFirst(), citations);
        return new Row(
                labelled.id(),
                labelled.language(),
                kind,
                rank,
                confidence,
                true,
                first.stream().anyMatch(citation -> right(labelled, citation)),
                count(citations, citation -> right(labelled, citation)),
                citations.size(),
                count(
                        cited.sentences(),
                        sentence -> citationsOf(sentence, citations).isEmpty()),
                cited.sentences().size(),
                count(citations, this::altered),
                textOfRecord.isPresent() ? citations.size() : 0);
    }

    /** Traditional and Simplified Chinese count as one language. */
    private Kind kind(LabelledQuestion labelled) {
        if (!labelled.answerable()) {
            return Kind.UNANSWERABLE;
        }
        List<Language> languages = labelled.evidence().stream()
                .flatMap(place -> languageOf.apply(place.file()).stream())
                .toList();
        if (languages.isEmpty()) {
            throw new EvaluationException("question %s: the corpus has no file %s; index the corpus that it asks about"
                    .formatted(labelled.id(), labelled.evidence().getFirst().file()));
        }
        boolean same = languages.stream()
                .anyMatch(language -> language.analysis() == labelled.language().analysis());
        return same ? Kind.SAME_LANGUAGE : Kind.CROSSING;
    }

    private static OptionalInt rank(LabelledQuestion labelled, Retrieved retrieved) {
        List<Passage> found =
                retrieved.ranked().stream().map(Evidence::passage).limit(FIRST).toList();
        return IntStream.rangeClosed(1, found.size())
                .filter(rank -> {
                    Passage passage = found.get(rank - 1);
                    return labelled.answeredBy(passage.article().file(), passage.text());
                })
                .findFirst();
    }

    private static boolean right(LabelledQuestion labelled, Citation citation) {
        return labelled.answeredBy(citation.file(), citation.quote());
    }

    private boolean altered(Citation citation) {
        return textOfRecord
                .map(text -> text.apply(citation))
                .filter(text -> citation.end() > text.length()
                        || !text.substring(citation.start(), citation.end()).equals(citation.quote()))
                .isPresent();
    }

    private static List<Citation> citationsOf(Sentence sentence, List<Citation> citations) {
        return citations.stream()
                .filter(citation -> sentence.citations().contains(citation.marker()))
                .toList();
    }

    private static <T> int count(List<T> all, java.util.function.Predicate<T> which) {
        return (int) all.stream().filter(which).count();
    }
}
