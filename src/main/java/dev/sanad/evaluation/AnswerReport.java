package dev.sanad.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.evaluation.AnswerScorecard.Kind;
import dev.sanad.evaluation.AnswerScorecard.Measure;
import dev.sanad.evaluation.AnswerScorecard.Row;
import dev.sanad.evaluation.AnswerScorecard.Share;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words, Markdown and JSON of an {@link AnswerScorecard}. */
final class AnswerReport {
    private static final List<String> TOTALS_HEAD =
            List.of("", Kind.SAME_LANGUAGE.words, Kind.CROSSING.words, Kind.UNANSWERABLE.words, "all");

    private static final List<String> ROWS_HEAD = List.of(
            "question", "lang", "kind", "passage", "outcome", "first sentence", "citations right", "confidence");

    private static final String NONE = "-";

    private AnswerReport() {}

    static String text(AnswerScorecard card) {
        return plain(totals(card)) + System.lineSeparator() + plain(rows(card));
    }

    static String markdown(AnswerScorecard card) {
        return table(totals(card)) + "\n" + table(rows(card));
    }

    private static List<Set<Kind>> columns() {
        List<Set<Kind>> columns = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            columns.add(EnumSet.of(kind));
        }
        columns.add(EnumSet.allOf(Kind.class));
        return columns;
    }

    private static List<List<String>> totals(AnswerScorecard card) {
        List<List<String>> lines = new ArrayList<>(List.of(TOTALS_HEAD));
        List<String> questions = new ArrayList<>(List.of("questions"));
        columns().forEach(kinds -> questions.add(Integer.toString(card.questions(kinds))));
        lines.add(questions);
        for (Measure measure : Measure.values()) {
            List<String> line = new ArrayList<>(List.of(measure.words));
            for (Set<Kind> kinds : columns()) {
                Share share = card.share(measure, kinds);
                line.add(share.of() == 0 ? NONE : share.count() + "/" + share.of());
            }
            lines.add(line);
        }
        return lines;
    }

    private static List<List<String>> rows(AnswerScorecard card) {
        List<List<String>> lines = new ArrayList<>(List.of(ROWS_HEAD));
        for (Row row : card.rows()) {
            boolean judged = row.answered() && row.kind() != Kind.UNANSWERABLE;
            lines.add(List.of(
                    row.id(),
                    row.language().tag(),
                    row.kind().words,
                    row.rank().isPresent() ? Integer.toString(row.rank().getAsInt()) : NONE,
                    row.answered() ? "answered" : "refused",
                    judged ? (row.firstRight() ? "right" : "wrong") : NONE,
                    judged ? row.citationsRight() + "/" + row.citations() : NONE,
                    String.format(Locale.ROOT, "%.2f", row.confidence())));
        }
        return lines;
    }

    private static String plain(List<List<String>> lines) {
        StringBuilder text = new StringBuilder();
        int columns = lines.getFirst().size();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                int column = i;
                int width = lines.stream()
                        .mapToInt(other -> other.get(column).length())
                        .max()
                        .orElse(0);
                row.append(line.get(i)).repeat(' ', width - line.get(i).length() + 2);
            }
            text.append(row.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }

    private static String table(List<List<String>> lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append("| ")
                    .append(String.join(
                            " | ",
                            lines.get(i).stream().map(AnswerReport::escaped).toList()))
                    .append(" |\n");
            if (i == 0) {
                text.append("|").repeat("---|", lines.getFirst().size()).append('\n');
            }
        }
        return text.toString();
    }

    /** The ids of questions come from outside: whatever Markdown would read as its own is escaped (CommonMark 0.31, section 2.4). */
    private static String escaped(String cell) {
        return cell.equals(NONE) ? cell : cell.replaceAll("([\\\\`*_\\[\\]<>&|~#!])", "\\\\$1");
    }

    static ObjectNode json(AnswerScorecard card) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode groups = json.putObject("groups");
        for (Kind kind : Kind.values()) {
            put(groups.putObject(kind.key), card, EnumSet.of(kind));
        }
        put(groups.putObject("all"), card, EnumSet.allOf(Kind.class));
        ArrayNode questions = json.putArray("questions");
        card.rows().forEach(row -> put(questions.addObject(), row));
        return json;
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
    }

    private static void put(ObjectNode question, Row row) {
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
        question.put("firstSentenceRight", row.firstRight());
        question.put("citationsRight", row.citationsRight());
        question.put("citations", row.citations());
        question.put("sentencesUncited", row.uncited());
        question.put("sentences", row.sentences());
        question.put("quotesAltered", row.altered());
        question.put("quotesCompared", row.quotesCompared());
    }
}
