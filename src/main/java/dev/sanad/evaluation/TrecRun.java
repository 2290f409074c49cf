package dev.sanad.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rankings of a TREC run, {@code query Q0 document rank score tag} a line, ordered as {@code trec_eval} does: by score, and equal ones by
 * document id from the end of the alphabet; the rank is not read.
 *
 * @param name of its file
 * @param ranked document ids by query id, best first, each once
 */
record TrecRun(String name, Map<String, List<String>> ranked) {
    private static final String NEED = "a run holds lines of query, Q0, document, rank, score and tag";
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d{1,3})?");
    private static final int CELLS = 6;

    private record Line(String query, String document, double score) {}

    TrecRun {
        ranked = Map.copyOf(ranked);
    }

    /** @throws EvaluationException naming the file and line that is at fault */
    static TrecRun read(Path file) {
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        Set<List<String>> seen = new HashSet<>();
        int number = 0;
        for (String text : JsonLines.text(file, NEED)) {
            number++;
            if (!text.isBlank()) {
                String place = "%s line %d".formatted(file, number);
                Line line = line(text, place);
                if (!seen.add(List.of(line.query, line.document))) {
                    throw new EvaluationException("%s: document %s stands twice for query %s; rank each once"
                            .formatted(place, line.document, line.query));
                }
                lines.computeIfAbsent(line.query, unused -> new ArrayList<>()).add(line);
            }
        }
        Map<String, List<String>> ranked = new LinkedHashMap<>();
        lines.forEach((query, of) -> ranked.put(query, ranked(of)));
        return new TrecRun(file.toString(), ranked);
    }

    private static Line line(String text, String place) {
        String[] cells = SPACE.split(text.strip(), -1);
        if (cells.length != CELLS || !NUMBER.matcher(cells[4]).matches()) {
            throw new EvaluationException(
                    "%s: not a line of a TREC run; write query, Q0, document, rank, score (a number) and tag between spaces"
                            .formatted(place));
        }
        return new Line(cells[0], cells[2], Double.parseDouble(cells[4]));
    }

    private static List<String> ranked(List<Line> lines) {
        return lines.stream()
                .sorted(Comparator.comparingDouble(Line::score)
                        .thenComparing(Line::document)
                        .reversed())
                .map(Line::document)
                .toList();
    }
}
