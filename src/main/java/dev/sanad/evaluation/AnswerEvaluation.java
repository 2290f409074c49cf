package dev.sanad.evaluation;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Authorship;
import dev.sanad.answer.Citation;
import dev.sanad.answer.Outcome;
import dev.sanad.answer.Sentence;
import dev.sanad.answer.Usage;
import dev.sanad.evaluation.AnswerScorecard.Judged;
import dev.sanad.evaluation.AnswerScorecard.Kind;
import dev.sanad.evaluation.AnswerScorecard.Row;
import dev.sanad.evaluation.AnswerScorecard.Written;
import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import dev.sanad.passage.Passage;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Retrieved;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
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
 * @param detector tells which language a model wrote in
 */
public record AnswerEvaluation(
        Function<LabelledQuestion, Question> asking,
        Function<Question, Charged> answer,
        Function<Question, Retrieved> search,
        Function<String, Optional<Language>> languageOf,
        Optional<Function<Citation, String>> textOfRecord,
        LanguageDetector detector) {
    /**
     * An answer and what the models' replies to the question took.
     *
     * @param usage none where no model was asked
     */
    public record Charged(Answer answer, List<Usage> usage) {
        public Charged {
            usage = List.copyOf(usage);
        }
    }

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
        Charged charged = answer.apply(question);
        Answer answered = charged.answer();
        return new Row(
                labelled.id(),
                labelled.language(),
                kind,
                rank,
                answered.confidence(),
                judged(labelled, answered.outcome()),
                answered.retrieving(),
                answered.answering(),
                charged.usage().stream().map(Usage::tokens).toList());
    }

    private Optional<Judged> judged(LabelledQuestion labelled, Outcome outcome) {
        return switch (outcome) {
            case Outcome.NoEvidence none -> Optional.empty();
            case Outcome.Cited cited -> Optional.of(judged(labelled, cited));
        };
    }

    private Judged judged(LabelledQuestion labelled, Outcome.Cited cited) {
        List<Citation> citations = cited.citations();
        return new Judged(
                right(labelled, cited.sentences().getFirst(), citations),
                count(citations, citation -> right(labelled, citation)),
                citations.size(),
                count(cited.sentences(), sentence -> right(labelled, sentence, citations)),
                count(
                        cited.sentences(),
                        sentence -> citationsOf(sentence, citations).isEmpty()),
                cited.sentences().size(),
                count(citations, this::altered),
                textOfRecord.isPresent() ? citations.size() : 0,
                written(labelled.language(), cited));
    }

    private Optional<Written> written(Language asked, Outcome.Cited cited) {
        return switch (cited.by()) {
            case Authorship.Extractive quoted -> Optional.empty();
            case Authorship.Generative model -> {
                List<Language> told = cited.sentences().stream()
                        .flatMap(sentence -> detector.detect(sentence.text()).stream())
                        .toList();
                yield Optional.of(new Written(
                        cited.removed(),
                        count(told, language -> language.analysis() == asked.analysis()),
                        told.size()));
            }
        };
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

    private static boolean right(LabelledQuestion labelled, Sentence sentence, List<Citation> citations) {
        return citationsOf(sentence, citations).stream().anyMatch(citation -> right(labelled, citation));
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

    private static <T> int count(List<T> all, Predicate<T> which) {
        return (int) all.stream().filter(which).count();
    }
}
