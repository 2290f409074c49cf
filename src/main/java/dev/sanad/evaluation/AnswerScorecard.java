package dev.sanad.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.language.Language;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How labelled questions were answered.
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
     * @param firstRight the first sentence has a right citation
     * @param citationsRight of {@code citations}
     * @param uncited sentences without a citation, of {@code sentences}
     * @param altered quotes that are not the text of record, of {@code quotesCompared}
     */
    public record Row(
            String id,
            Language language,
            Kind kind,
            OptionalInt rank,
            double confidence,
            boolean answered,
            boolean firstRight,
            int citationsRight,
            int citations,
            int uncited,
            int sentences,
            int altered,
            int quotesCompared) {}

    /** What is counted: so many of so many. */
    public enum Measure {
        PASSAGE_AMONG_FIVE("right passage among the first five", "passageAmongFive"),
        FIRST_RIGHT("first sentence cites the evidence", "firstSentenceRight"),
        ANY_RIGHT("any citation is right", "anyCitationRight"),
        CITATIONS_RIGHT("citations that are right", "citationsRight"),
        REFUSED("refused although answerable", "refusedAlthoughAnswerable"),
        WITHOUT_EVIDENCE("answered without the evidence", "answeredWithoutEvidence"),
        UNANSWERABLE_REFUSED("unanswerable refused", "unanswerableRefused"),
        UNCITED("sentences without a citation", "sentencesUncited"),
        ALTERED("quotes other than the text of record", "quotesAltered");

        final String words;
        final String key;

        Measure(String words, String key) {
            this.words = words;
            this.key = key;
        }

        private boolean speaksOf(Kind kind) {
            return switch (this) {
                case UNCITED, ALTERED -> true;
                case UNANSWERABLE_REFUSED -> kind == Kind.UNANSWERABLE;
                default -> kind != Kind.UNANSWERABLE;
            };
        }

        private Share share(Row row) {
            return switch (this) {
                case PASSAGE_AMONG_FIVE -> one(row.rank().isPresent());
                case FIRST_RIGHT -> one(row.firstRight());
                case ANY_RIGHT -> one(row.citationsRight() > 0);
                case CITATIONS_RIGHT -> new Share(row.citationsRight(), row.citations());
                case REFUSED, UNANSWERABLE_REFUSED -> one(!row.answered());
                case WITHOUT_EVIDENCE -> one(row.answered() && row.citationsRight() == 0);
                case UNCITED -> new Share(row.uncited(), row.sentences());
                case ALTERED -> new Share(row.altered(), row.quotesCompared());
            };
        }

        private static Share one(boolean holds) {
            return new Share(holds ? 1 : 0, 1);
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

    /** For people: the totals by kind, then a line a question. */
    public String toText() {
        return AnswerReport.text(this);
    }

    /** The same as two Markdown tables. */
    public String toMarkdown() {
        return AnswerReport.markdown(this);
    }

    /**
     * For programs: {@code groups} ({@code sameLanguage, crossing, unanswerable, all}), each with {@code questions} and every measure as {@code {count,
     * of}}, null where there was nothing to count; and {@code questions}, one object each.
     */
    public ObjectNode toJson() {
        return AnswerReport.json(this);
    }
}
