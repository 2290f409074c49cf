package dev.sanad.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.answer.Tokens;
import dev.sanad.language.Language;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How labelled questions were answered. A citation is right where its quote holds labelled evidence, as {@link AnswerEvaluation} says.
 *
 * @param rows one a question, in the order asked
 */
public record AnswerScorecard(List<Row> rows) {
    /** What a question asks of Sanad. */
    public enum Kind {
        /** An article in the question's language answers it. */
        SAME_LANGUAGE("same language", "sameLanguage"),
        /** Only articles in other languages do. */
        CROSSING("crossing", "crossing"),
        UNANSWERABLE("unanswerable", "unanswerable");

        final String words;
        final String key;

        Kind(String words, String key) {
            this.words = words;
            this.key = key;
        }
    }

    /**
     * One question.
     *
     * @param rank of the first right passage among the first five, from 1
     * @param judged the answer; empty where it was refused
     * @param retrieving how long it took to find passages
     * @param answering how long it took from there to the answer
     * @param tokens of each reply of a model, also of those of no use
     */
    public record Row(
            String id,
            Language language,
            Kind kind,
            OptionalInt rank,
            double confidence,
            Optional<Judged> judged,
            Duration retrieving,
            Duration answering,
            List<Tokens> tokens) {
        public Row {
            tokens = List.copyOf(tokens);
        }

        boolean answered() {
            return judged.isPresent();
        }

        boolean firstRight() {
            return judged.filter(Judged::firstRight).isPresent();
        }

        int citationsRight() {
            return judged.map(Judged::citationsRight).orElse(0);
        }
    }

    /**
     * What an answer holds.
     *
     * @param firstRight the first sentence has a right citation
     * @param citationsRight of {@code citations}
     * @param sentencesRight sentences with a right citation, of {@code sentences}
     * @param uncited sentences without a citation, of {@code sentences}
     * @param altered quotes that are not the text of record, of {@code quotesCompared}
     * @param written where a model worded it
     */
    public record Judged(
            boolean firstRight,
            int citationsRight,
            int citations,
            int sentencesRight,
            int uncited,
            int sentences,
            int altered,
            int quotesCompared,
            Optional<Written> written) {
        /** Answers without one are all zero. */
        static final Judged NONE = new Judged(false, 0, 0, 0, 0, 0, 0, 0, Optional.empty());
    }

    /**
     * What a model wrote.
     *
     * @param removed sentences that the gate removed
     * @param inLanguage sentences shown that stand in the asker's language, of {@code languageTold}; both forms of Chinese are one
     * @param languageTold sentences shown whose language can be told
     */
    public record Written(int removed, int inLanguage, int languageTold) {
        static final Written NONE = new Written(0, 0, 0);
    }

    /** What is counted: so many of so many, each by the one definition that the legends print. */
    public enum Measure {
        PASSAGE_AMONG_FIVE(
                "right passage among the first five",
                "passageAmongFive",
                "answerable questions with a passage among the first five that holds labelled evidence"),
        FIRST_RIGHT(
                "first sentence cites the evidence",
                "firstSentenceRight",
                "answerable questions whose answer's first sentence has a citation that holds labelled evidence"),
        ANY_RIGHT(
                "any citation is right",
                "anyCitationRight",
                "recall of citations: answerable questions whose answer has a citation that holds labelled evidence"),
        CITATIONS_RIGHT(
                "citations that are right",
                "citationsRight",
                "precision of citations: citations that hold labelled evidence, of those of answers to answerable"
                        + " questions"),
        ALL_CITATIONS_RIGHT(
                "of all citations right",
                "allCitationsRight",
                "citations that hold labelled evidence, of all; those of answers to unanswerable questions hold none"),
        SENTENCES_RIGHT(
                "sentences that cite the evidence",
                "sentencesRight",
                "sentences with a citation that holds labelled evidence, whatever the gate thinks of them, of those of"
                        + " answers to answerable questions"),
        REFUSED("refused although answerable", "refusedAlthoughAnswerable", "answerable questions that were refused"),
        FOUND_REFUSED(
                "refused although found",
                "refusedAlthoughFound",
                "refused, of the answerable questions with a right passage among the first five"),
        WITHOUT_EVIDENCE(
                "answered without the evidence",
                "answeredWithoutEvidence",
                "answerable questions that were answered without any citation that holds labelled evidence"),
        UNANSWERABLE_REFUSED(
                "unanswerable refused",
                "unanswerableRefused",
                "recall of refusals: unanswerable questions that were refused"),
        REFUSALS_RIGHT(
                "refusals that are right",
                "refusalsRight",
                "precision of refusals: unanswerable questions, of all that were refused; told only where both kinds"
                        + " were asked"),
        UNCITED("sentences without a citation", "sentencesUncited", "sentences of answers that have no citation"),
        ALTERED(
                "quotes other than the text of record",
                "quotesAltered",
                "quotes that differ from the text of record at the place that they name"),
        BY_MODEL("answers worded by a model", "answersByModel", "answers that a model worded, of all answers"),
        SUPPORTED(
                "sentences of a model that passed",
                "modelSentencesPassed",
                "sentences that the gate let through, of all in the replies that answers were made of; replies of"
                        + " which it let none through are not counted, for then others answer"),
        IN_LANGUAGE(
                "sentences of a model in the asker's language",
                "modelSentencesInLanguage",
                "sentences of a model, shown, that stand in the question's language, of those whose language our"
                        + " detector tells");

        final String words;
        final String key;
        final String meaning;

        Measure(String words, String key, String meaning) {
            this.words = words;
            this.key = key;
            this.meaning = meaning;
        }

        private boolean speaksOf(Kind kind) {
            return switch (this) {
                case UNCITED, ALTERED, ALL_CITATIONS_RIGHT, REFUSALS_RIGHT, BY_MODEL, SUPPORTED, IN_LANGUAGE -> true;
                case UNANSWERABLE_REFUSED -> kind == Kind.UNANSWERABLE;
                default -> kind != Kind.UNANSWERABLE;
            };
        }

        private Share share(Row row) {
            Judged judged = row.judged().orElse(Judged.NONE);
            Written written = judged.written().orElse(Written.NONE);
            return switch (this) {
                case PASSAGE_AMONG_FIVE -> one(row.rank().isPresent());
                case FIRST_RIGHT -> one(judged.firstRight());
                case ANY_RIGHT -> one(judged.citationsRight() > 0);
                case CITATIONS_RIGHT, ALL_CITATIONS_RIGHT -> new Share(judged.citationsRight(), judged.citations());
                case SENTENCES_RIGHT -> new Share(judged.sentencesRight(), judged.sentences());
                case REFUSED, UNANSWERABLE_REFUSED -> one(!row.answered());
                case FOUND_REFUSED -> where(row.rank().isPresent(), !row.answered());
                case WITHOUT_EVIDENCE -> one(row.answered() && judged.citationsRight() == 0);
                case REFUSALS_RIGHT -> where(!row.answered(), row.kind() == Kind.UNANSWERABLE);
                case UNCITED -> new Share(judged.uncited(), judged.sentences());
                case ALTERED -> new Share(judged.altered(), judged.quotesCompared());
                case BY_MODEL -> where(row.answered(), judged.written().isPresent());
                case SUPPORTED ->
                    where(judged.written().isPresent(), judged.sentences(), judged.sentences() + written.removed());
                case IN_LANGUAGE -> new Share(written.inLanguage(), written.languageTold());
            };
        }

        private static Share one(boolean holds) {
            return new Share(holds ? 1 : 0, 1);
        }

        private static Share where(boolean counted, boolean holds) {
            return where(counted, holds ? 1 : 0, 1);
        }

        private static Share where(boolean counted, int count, int of) {
            return counted ? new Share(count, of) : new Share(0, 0);
        }
    }

    /** So many of so many; 0 of 0 where nothing was to be counted. */
    public record Share(int count, int of) {
        private Share plus(Share other) {
            return new Share(count + other.count, of + other.of);
        }
    }

    public AnswerScorecard {
        rows = List.copyOf(rows);
    }

    /** The questions of {@code kinds} that the measure speaks of, added up. */
    public Share share(Measure measure, Set<Kind> kinds) {
        if (measure == Measure.REFUSALS_RIGHT && (!kinds.contains(Kind.UNANSWERABLE) || kinds.size() == 1)) {
            return new Share(0, 0);
        }
        return rows.stream()
                .filter(row -> kinds.contains(row.kind()) && measure.speaksOf(row.kind()))
                .map(measure::share)
                .reduce(new Share(0, 0), Share::plus);
    }

    public Share share(Measure measure, Kind kind) {
        return share(measure, EnumSet.of(kind));
    }

    /** Over all kinds. */
    public Share share(Measure measure) {
        return share(measure, EnumSet.allOf(Kind.class));
    }

    /** How many questions are of {@code kinds}. */
    public int questions(Set<Kind> kinds) {
        return (int) rows.stream().filter(row -> kinds.contains(row.kind())).count();
    }

    /** The questions in one language. */
    public AnswerScorecard in(Language language) {
        return new AnswerScorecard(
                rows.stream().filter(row -> row.language() == language).toList());
    }

    /** The questions of {@code kinds}. */
    AnswerScorecard of(Set<Kind> kinds) {
        return new AnswerScorecard(
                rows.stream().filter(row -> kinds.contains(row.kind())).toList());
    }

    /** That questions were asked in, in the order of {@link Language}. */
    List<Language> languages() {
        return rows.stream().map(Row::language).distinct().sorted().toList();
    }

    /** For people: the totals by kind, then by language, then a line a question. */
    public String toText() {
        return AnswerReport.text(this);
    }

    /** The same as Markdown tables, with a legend. */
    public String toMarkdown() {
        return AnswerReport.markdown(this);
    }

    /**
     * For programs: {@code groups} ({@code sameLanguage, crossing, unanswerable, all}), each with {@code questions}, every measure as {@code {count,
     * of}}, null where there was nothing to count, {@code retrieveMs} and {@code answerMs} as {@code {p50, p95}}, null without questions, and {@code
     * tokens} as {@code {replies, input, output, estimated}}, of which the last counts replies, null where no model replied; {@code languages}, such
     * groups by tag; {@code legend}, what each measure counts; and {@code questions}, one object each.
     */
    public ObjectNode toJson() {
        return AnswerJsonReport.of(this);
    }
}
