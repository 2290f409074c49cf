package dev.sanad.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanad.corpus.Audience;
import dev.sanad.corpus.SampleCorpus;
import dev.sanad.index.Indexed;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Retriever;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Follow-ups without a model: which questions are some, and what is found with words carried and without. */
class FollowUpsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIRST = 5;

    private final LanguageDetector detector = new LanguageDetector();
    private final FollowUps followUps = new FollowUps(Indexed.ANALYZERS, Optional.empty());

    @TempDir
    Path folder;

    @Test
    void theDialoguesOverTheSampleFindWhatIsPinned() throws IOException {
        Indexed.update(new SampleCorpus(), folder, false);
        Map<String, Integer> figures = new TreeMap<>();
        try (PassageIndex index = PassageIndex.open(folder);
                Snapshot snapshot = index.snapshot(Audience.ALL)) {
            for (JsonNode dialogue : lines("/conversation/dialogues.jsonl")) {
                ask(dialogue, snapshot, figures);
            }
        }
        System.out.println(figures);
        assertThat(figures)
                .isEqualTo(Map.of(
                        "asked", 43,
                        "recognised", 41,
                        "among five, as asked", 32,
                        "among five, with what was carried", 42,
                        "first, as asked", 21,
                        "first, with what was carried", 32));
    }

    private void ask(JsonNode dialogue, Snapshot snapshot, Map<String, Integer> figures) {
        List<Turn> turns = new ArrayList<>();
        Language language = Language.ENGLISH;
        for (JsonNode before : dialogue.get("before")) {
            language = detector.read(before.asText(), language);
            turns.add(turn(before.asText(), language, turns));
        }
        String text = dialogue.get("asked").asText();
        Question asked = Question.of(text, detector.read(text, language));
        Resolved resolved = followUps.resolve(asked, turns);
        count(figures, "asked", true);
        count(figures, "recognised", !resolved.whole());
        count(figures, dialogue, found(asked, snapshot), "as asked");
        count(figures, dialogue, found(resolved.question(), snapshot), "with what was carried");
    }

    private Turn turn(String text, Language language, List<Turn> before) {
        Resolved resolved = followUps.resolve(Question.of(text, language), before);
        return new Turn(text, resolved.question().text(), resolved.question().language(), resolved.whole(), "");
    }

    private static List<Evidence> found(Question question, Snapshot snapshot) {
        return new Retriever(Indexed.ANALYZERS)
                .retrieve(question, snapshot, FIRST)
                .ranked();
    }

    private static void count(Map<String, Integer> figures, JsonNode dialogue, List<Evidence> found, String how) {
        count(figures, "among five, " + how, found.stream().anyMatch(evidence -> right(dialogue, evidence)));
        count(figures, "first, " + how, found.stream().limit(1).anyMatch(evidence -> right(dialogue, evidence)));
    }

    private static void count(Map<String, Integer> figures, String what, boolean holds) {
        figures.merge(what, holds ? 1 : 0, Integer::sum);
    }

    private static boolean right(JsonNode dialogue, Evidence evidence) {
        return dialogue.get("evidence")
                .valueStream()
                .anyMatch(place -> place.get("file")
                                .asText()
                                .equals(evidence.passage().article().file())
                        && evidence.passage()
                                .text()
                                .contains(place.get("contains").asText()));
    }

    @Test
    void aQuestionInFullIsNeverChanged() throws IOException {
        List<String> questions = new ArrayList<>();
        for (JsonNode line : lines("/collection/questions.jsonl")) {
            questions.add(line.get("question").asText());
        }
        assertThat(questions).hasSize(132);
        assertThat(changed(questions)).isEmpty();
    }

    @Test
    @EnabledIfEnvironmentVariable(
            named = "SANAD_EVAL_DIR",
            matches = ".+",
            disabledReason = "SANAD_EVAL_DIR names the evaluation data")
    void ofQuestionsOfOthersFewAreTakenToFollow() throws IOException {
        Path eval = Path.of(System.getenv("SANAD_EVAL_DIR"));
        List<String> seed = texts(eval.resolve("seed-questions.jsonl"), "question");
        assertThat(seed).hasSize(34);
        assertThat(changed(seed)).isEmpty();
        try (Stream<Path> sets = Files.list(eval.resolve("sets"))) {
            for (Path set : sets.filter(folder -> Files.exists(folder.resolve("queries.jsonl")))
                    .sorted()
                    .toList()) {
                List<String> questions = texts(set.resolve("queries.jsonl"), "text");
                int changed = changed(questions).size();
                System.out.printf("%s: %d of %d taken to follow%n", set.getFileName(), changed, questions.size());
                assertThat(changed).as(set.toString()).isLessThanOrEqualTo(questions.size() / 50);
            }
        }
    }

    /** Those that are not searched as they stand when each follows the one before it. */
    private List<String> changed(List<String> questions) {
        List<String> changed = new ArrayList<>();
        List<Turn> before = List.of(turn(questions.getLast(), Language.ENGLISH, List.of()));
        for (String question : questions) {
            Question asked = Question.of(question, detector.read(question, Language.ENGLISH));
            Resolved resolved = followUps.resolve(asked, before);
            if (!resolved.question().equals(asked)) {
                changed.add(question);
            }
            before = List.of(new Turn(question, question, asked.language(), true, ""));
        }
        return changed;
    }

    @Test
    void withNothingBeforeEveryQuestionStandsByItself() {
        Question asked = Question.of("And when?", Language.ENGLISH);
        assertThat(followUps.resolve(asked, List.of())).isEqualTo(new Resolved(asked, true, List.of()));
    }

    @Test
    void aQuestionGetsTheSubjectOfTheLastOneInFullAndWhatWasNamedSince() {
        Turn bases = turn("Which bases does Russia keep in Syria?", Language.ENGLISH, List.of());
        Turn libya = turn("What about Libya?", Language.ENGLISH, List.of(bases));
        assertThat(libya.searched()).isEqualTo("Which bases does Russia keep in Syria? Libya");
        assertThat(turn("And why?", Language.ENGLISH, List.of(bases, libya)).searched())
                .isEqualTo("And why? bases does Russia keep in Syria? Libya");
        Turn sudan = turn("And Sudan?", Language.ENGLISH, List.of(bases, libya));
        assertThat(sudan.searched()).isEqualTo("Which bases does Russia keep in Syria? Sudan");
        assertThat(turn("And why?", Language.ENGLISH, List.of(bases, libya, sudan))
                        .searched())
                .isEqualTo("And why? bases does Russia keep in Syria? Sudan");
    }

    @Test
    void anotherDateTakesThePlaceOfTheEarlierOne() {
        Turn trade = turn("How much did the port of Velmora trade in March 2023?", Language.ENGLISH, List.of());
        assertThat(turn("And in 2024?", Language.ENGLISH, List.of(trade)).searched())
                .contains("Velmora", "2024")
                .doesNotContain("2023");
    }

    @Test
    void inAnotherLanguageTheWordsCarriedAreReadInTheirsAndTheAnswerIsInTheAskers() {
        Turn treaty = turn("ما مدة اتفاق الشراكة بين روسيا وإيران؟", Language.ARABIC, List.of());
        Question searched = followUps
                .resolve(Question.of("А кто его подписал?", Language.RUSSIAN), List.of(treaty))
                .question();
        assertThat(searched.text()).startsWith("А кто его подписал? ").contains("اتفاق الشراكة بين روسيا وإيران");
        assertThat(searched.language()).isEqualTo(Language.ARABIC);
        assertThat(searched.answerLanguage()).isEqualTo(Language.RUSSIAN);
    }

    private static List<JsonNode> lines(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(FollowUpsTest.class.getResourceAsStream(resource))) {
            return nodes(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
    }

    private static List<String> texts(Path file, String field) throws IOException {
        return nodes(Files.readAllLines(file)).stream()
                .map(line -> line.get(field).asText())
                .toList();
    }

    private static List<JsonNode> nodes(List<String> lines) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : lines) {
            nodes.add(JSON.readTree(line));
        }
        return nodes;
    }
}
