package dev.sanad.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.evaluation.AnswerScorecard.Judged;
import dev.sanad.evaluation.AnswerScorecard.Kind;
import dev.sanad.evaluation.AnswerScorecard.Measure;
import dev.sanad.evaluation.AnswerScorecard.Row;
import dev.sanad.evaluation.AnswerScorecard.Share;
import dev.sanad.language.Language;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** JSON of an {@link AnswerScorecard}; its fields stand in one order. */
final class AnswerJsonReport {
    private static final double NANOS_A_MILLISECOND = 1e6;

    private AnswerJsonReport() {}

    static ObjectNode of(AnswerScorecard card) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json.putObject("groups"), card);
        ObjectNode languages = json.putObject("languages");
        for (Language language : card.languages()) {
            put(languages.putObject(language.tag()), card.in(language));
        }
        legend(json.putObject("legend"));
        ArrayNode questions = json.putArray("questions");
        card.rows().forEach(row -> put(questions.addObject(), row));
        return json;
    }

    private static void legend(ObjectNode legend) {
        for (Measure measure : Measure.values()) {
            legend.put(measure.key, measure.meaning);
        }
        legend.put("retrieveMs", Spent.RETRIEVE_MEANING)
                .put("answerMs", Spent.ANSWER_MEANING)
                .put("tokens", Spent.TOKENS_MEANING);
    }

    private static void put(ObjectNode groups, AnswerScorecard card) {
        for (Kind kind : Kind.values()) {
            put(groups.putObject(kind.key), card, EnumSet.of(kind));
        }
        put(groups.putObject("all"), card, EnumSet.allOf(Kind.class));
    }

    private static void put(ObjectNode group, AnswerScorecard card, Set<Kind> kinds) {
        group.put("questions", card.questions(kinds));
        for (Measure measure : Measure.values()) {
            Share share = card.share(measure, kinds);
            if (share.of() == 0) {
                group.putNull(measure.key);
            } else {
                group.putObject(measure.key).put("count", share.count()).put("of", share.of());
            }
        }
        put(group, Spent.of(card.of(kinds).rows()));
    }

    private static void put(ObjectNode group, Spent spent) {
        put(group, "retrieveMs", spent.retrieving());
        put(group, "answerMs", spent.answering());
        if (spent.tokens().isEmpty()) {
            group.putNull("tokens");
        } else {
            group.putObject("tokens")
                    .put("replies", spent.tokens().size())
                    .put("input", spent.input())
                    .put("output", spent.output())
                    .put("estimated", spent.estimated());
        }
    }

    private static void put(ObjectNode group, String name, Optional<Quantiles> times) {
        times.ifPresentOrElse(
                ms -> group.putObject(name).put("p50", ms.ms(0.5)).put("p95", ms.ms(0.95)), () -> group.putNull(name));
    }

    private static void put(ObjectNode question, Row row) {
        Judged judged = row.judged().orElse(Judged.NONE);
        question.put("id", row.id());
        question.put("lang", row.language().tag());
        question.put("kind", row.kind().key);
        question.put("status", row.answered() ? "answered" : "no_evidence");
        question.put("confidence", row.confidence());
        if (row.rank().isPresent()) {
            question.put("passageRank", row.rank().getAsInt());
        } else {
            question.putNull("passageRank");
        }
        question.put("firstSentenceRight", judged.firstRight());
        question.put("citationsRight", judged.citationsRight());
        question.put("citations", judged.citations());
        question.put("sentencesUncited", judged.uncited());
        question.put("sentences", judged.sentences());
        question.put("quotesAltered", judged.altered());
        question.put("quotesCompared", judged.quotesCompared());
        question.put("sentencesRight", judged.sentencesRight());
        judged.written()
                .ifPresentOrElse(
                        written -> question.putObject("model")
                                .put("sentencesRemoved", written.removed())
                                .put("sentencesInLanguage", written.inLanguage())
                                .put("sentencesOfALanguage", written.languageTold()),
                        () -> question.putNull("model"));
        question.put("retrieveMs", row.retrieving().toNanos() / NANOS_A_MILLISECOND)
                .put("answerMs", row.answering().toNanos() / NANOS_A_MILLISECOND);
    }
}
