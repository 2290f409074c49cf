package dev.sanad.evaluation;

import dev.sanad.evaluation.BeirDataSet.Document;
import dev.sanad.evaluation.BeirDataSet.Query;
import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import dev.sanad.retrieval.Question;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The questions of a benchmark out of data sets' queries: half cross, that is, all their answers stand in other languages than their own; languages take
 * turns.
 *
 * @param measured crossing and not in turn
 * @param others the rest, to warm up with; the measured ones where there is no rest
 */
record SpeedQuestions(List<Asked> measured, List<Asked> others) {
    SpeedQuestions {
        measured = List.copyOf(measured);
        others = others.isEmpty() ? measured : List.copyOf(others);
    }

    /** Those measured and the others. */
    List<Asked> all() {
        return Stream.concat(measured.stream(), others.stream()).toList();
    }

    /** A question, and whether it crosses. */
    record Asked(Question question, boolean crossing) {}

    /**
     * Draws {@code count} questions.
     *
     * @throws EvaluationException where the sets have too few of a kind
     */
    static SpeedQuestions of(DataSets sets, int count, long seed, SetIndex articles, LanguageDetector detector) {
        List<Asked> all = all(sets, articles, detector);
        Collections.shuffle(all, new Random(seed));
        List<Asked> crossing = new ArrayList<>(inTurns(all, true));
        List<Asked> own = new ArrayList<>(inTurns(all, false));
        int half = count / 2;
        if (crossing.size() < half || own.size() < count - half) {
            throw new EvaluationException(
                    "%s: %d questions that cross languages and %d that do not, but %d and %d are needed; give more sets or fewer --queries"
                            .formatted(sets.name(), crossing.size(), own.size(), half, count - half));
        }
        List<Asked> measured = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            measured.add((i % 2 == 1 ? crossing : own).removeFirst());
        }
        List<Asked> others = new ArrayList<>(crossing);
        others.addAll(own);
        Collections.shuffle(others, new Random(seed));
        return new SpeedQuestions(measured, others);
    }

    private static List<Asked> all(DataSets sets, SetIndex articles, LanguageDetector detector) {
        List<Asked> all = new ArrayList<>();
        for (BeirDataSet set : sets.sets()) {
            Map<String, Language> languages = new HashMap<>();
            for (Document document : set.documents()) {
                languages.put(document.id(), articles.language(document));
            }
            for (Query query : set.queries()) {
                Language asked = detector.read(query.text(), Language.ENGLISH);
                List<Language> answers = set.relevant().getOrDefault(query.id(), Map.of()).keySet().stream()
                        .filter(languages::containsKey)
                        .map(languages::get)
                        .toList();
                if (!answers.isEmpty()) {
                    boolean crossing = answers.stream().noneMatch(answer -> answer.analysis() == asked.analysis());
                    all.add(new Asked(Question.of(query.text(), asked), crossing));
                }
            }
        }
        return all;
    }

    /** The crossing ones or the others, a language after the other as long as each has some. */
    private static List<Asked> inTurns(List<Asked> all, boolean crossing) {
        Map<Language, Deque<Asked>> byLanguage = new EnumMap<>(Language.class);
        for (Asked asked : all) {
            if (asked.crossing() == crossing) {
                byLanguage
                        .computeIfAbsent(asked.question().language(), unused -> new ArrayDeque<>())
                        .add(asked);
            }
        }
        List<Asked> turns = new ArrayList<>();
        while (!byLanguage.isEmpty()) {
            byLanguage.values().forEach(queue -> turns.add(queue.remove()));
            byLanguage.values().removeIf(Deque::isEmpty);
        }
        return turns;
    }
}
