package dev.sanad.evaluation;

import dev.sanad.evaluation.AnswerScorecard.Kind;
import dev.sanad.evaluation.AnswerScorecard.Measure;
import dev.sanad.evaluation.AnswerScorecard.Row;
import dev.sanad.evaluation.AnswerScorecard.Share;
import dev.sanad.language.Language;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Words and Markdown of an {@link AnswerScorecard}. */
final class AnswerReport {
    private static final List<String> ROWS_HEAD = List.of(
            "question", "lang", "kind", "passage", "outcome", "first sentence", "citations right", "confidence");

    private static final String NONE = "–";
    private static final String RETRIEVE = "retrieve, ms p50/p95";
    private static final String ANSWER = "answer, ms p50/p95";
    private static final String TOKENS = "tokens read/written";

    private AnswerReport() {}

    static String text(AnswerScorecard card) {
        List<String> parts = new ArrayList<>();
        tables(card).forEach((name, lines) -> parts.add(name + System.lineSeparator() + plain(lines)));
        parts.add(plain(rows(card)));
        return String.join(System.lineSeparator(), parts);
    }

    static String markdown(AnswerScorecard card) {
        StringBuilder text = new StringBuilder("# Answers to labelled questions\n");
        tables(card)
                .forEach((name, lines) ->
                        text.append("\n## ").append(name).append("\n\n").append(table(lines)));
        text.append("\n## Each question\n\n").append(table(rows(card)));
        text.append("\n## Legend\n\n");
        legend().forEach((words, meaning) ->
                text.append("- ").append(words).append(": ").append(meaning).append('\n'));
        return text.toString();
    }

    private static Map<String, String> legend() {
        Map<String, String> legend = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            legend.put(measure.words, measure.meaning);
        }
        legend.put(RETRIEVE, Spent.RETRIEVE_MEANING);
        legend.put(ANSWER, Spent.ANSWER_MEANING);
        legend.put(TOKENS, Spent.TOKENS_MEANING);
        legend.put(NONE, "there was nothing to count");
        return legend;
    }

    private static Map<String, List<List<String>>> tables(AnswerScorecard card) {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        tables.put("By kind", totals(byKind(card)));
        tables.put("By language", totals(byLanguage(card, EnumSet.allOf(Kind.class))));
        for (Kind kind : List.of(Kind.SAME_LANGUAGE, Kind.CROSSING)) {
            tables.put("By language, " + kind.words, totals(byLanguage(card, EnumSet.of(kind))));
        }
        return tables;
    }

    private static Map<String, Group> byKind(AnswerScorecard card) {
        Map<String, Group> columns = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            columns.put(kind.words, new Group(card, EnumSet.of(kind)));
        }
        columns.put("all", new Group(card, EnumSet.allOf(Kind.class)));
        return columns;
    }

    private static Map<String, Group> byLanguage(AnswerScorecard card, Set<Kind> kinds) {
        Map<String, Group> columns = new LinkedHashMap<>();
        for (Language language : card.languages()) {
            columns.put(language.tag(), new Group(card.in(language), kinds));
        }
        return columns;
    }

    /** A column. */
    private record Group(AnswerScorecard card, Set<Kind> kinds) {
        String questions() {
            return Integer.toString(card.questions(kinds));
        }

        String share(Measure measure) {
            Share share = card.share(measure, kinds);
            return share.of() == 0 ? NONE : share.count() + "/" + share.of();
        }

        Spent spent() {
            return Spent.of(card.of(kinds).rows());
        }
    }

    private static List<List<String>> totals(Map<String, Group> columns) {
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(columns.keySet());
        lines.add(head);
        lines.add(line("questions", columns, Group::questions));
        for (Measure measure : Measure.values()) {
            lines.add(line(measure.words, columns, group -> group.share(measure)));
        }
        lines.add(line(RETRIEVE, columns, group -> times(group.spent().retrieving())));
        lines.add(line(ANSWER, columns, group -> times(group.spent().answering())));
        lines.add(line(TOKENS, columns, group -> tokens(group.spent())));
        return lines;
    }

    private static List<String> line(String name, Map<String, Group> columns, Function<Group, String> cell) {
        List<String> line = new ArrayList<>(List.of(name));
        columns.values().stream().map(cell).forEach(line::add);
        return line;
    }

    private static String times(Optional<Quantiles> times) {
        return times.map(ms -> String.format(Locale.ROOT, "%.0f/%.0f", ms.ms(0.5), ms.ms(0.95)))
                .orElse(NONE);
    }

    private static String tokens(Spent spent) {
        return spent.tokens().isEmpty() ? NONE : spent.input() + "/" + spent.output();
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
                    judged
                            ? row.citationsRight() + "/"
                                    + row.judged().orElseThrow().citations()
                            : NONE,
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
}
