package dev.sanad;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanad.answer.Answer;
import dev.sanad.answer.Citation;
import dev.sanad.answer.ExtractiveAnswerer;
import dev.sanad.answer.Outcome.Cited;
import dev.sanad.answer.Outcome.NoEvidence;
import dev.sanad.answer.QuestionAnswering;
import dev.sanad.corpus.Audience;
import dev.sanad.corpus.SampleCorpus;
import dev.sanad.index.Indexed;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Retriever;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The evaluation collection of the build: every question is asked over the sample briefs, and the counts must be the pinned ones, so that a change
 * for better or worse shows. {@code mvn -B test -Dtest=CollectionTest -Dpin=write} pins what is measured.
 */
class CollectionTest {
    private static final Path PINNED = Path.of("src/test/resources/collection/figures.properties");
    private static final double MIN_CONFIDENCE = 0.5;
    private static final int FIRST = 5;

    @TempDir
    Path index;

    record Place(String file, String contains) {}

    record Asked(
            String id,
            String lang,
            String question,
            boolean answerable,
            boolean cross,
            String kind,
            List<Place> evidence) {
        String group() {
            return !answerable ? "unanswerable" : cross ? "crossing" : "same-language";
        }

        boolean heldBy(String file, String text) {
            return evidence.stream().anyMatch(place -> place.file.equals(file) && text.contains(place.contains));
        }
    }

    @Test
    void theFiguresOfTheCollectionAreThePinnedOnes() throws IOException {
        Indexed.update(new SampleCorpus(), index, false);
        Map<String, Integer> figures = new TreeMap<>();
        try (PassageIndex open = PassageIndex.open(index)) {
            for (Asked asked : questions()) {
                ask(asked, open, figures);
            }
        }
        String measured = figures.entrySet().stream()
                .map(figure -> figure.getKey() + "=" + figure.getValue() + "\n")
                .collect(Collectors.joining());
        System.out.print(measured);
        if ("write".equals(System.getProperty("pin"))) {
            Files.writeString(
                    PINNED,
                    "# Reproduce: mvn -B test -Dtest=CollectionTest; pin anew: mvn -B test -Dtest=CollectionTest"
                            + " -Dpin=write\n"
                            + measured);
        }
        assertThat(figures).isEqualTo(pinned());
    }

    private static void ask(Asked asked, PassageIndex open, Map<String, Integer> figures) {
        Language language = new LanguageDetector().detect(asked.question).orElse(Language.ENGLISH);
        Question question = Question.of(asked.question, language);
        Retriever retriever = new Retriever(Indexed.ANALYZERS);
        Answer answer = new QuestionAnswering(open, Audience.ALL, retriever, new ExtractiveAnswerer(), MIN_CONFIDENCE)
                .ask(question);
        count(figures, asked, "asked", true);
        count(figures, asked, "refused", answer.outcome() instanceof NoEvidence);
        count(figures, asked, "detected", language.tag().equals(asked.lang));
        if (!asked.answerable) {
            return;
        }
        try (Snapshot snapshot = open.snapshot(Audience.ALL)) {
            boolean found = retriever.retrieve(question, snapshot, FIRST).ranked().stream()
                    .anyMatch(evidence -> asked.heldBy(
                            evidence.passage().article().file(),
                            evidence.passage().text()));
            count(figures, asked, "evidence-among-first-5", found);
        }
        boolean answered = answer.outcome() instanceof Cited;
        boolean quote = false;
        boolean passage = false;
        if (answer.outcome() instanceof Cited cited) {
            Citation first = cited.citations().getFirst();
            quote = asked.heldBy(first.file(), first.quote());
            passage = asked.heldBy(first.file(), first.passage());
        }
        count(figures, asked, "first-quote-holds-evidence", quote);
        count(figures, asked, "first-passage-holds-evidence", passage);
        count(figures, asked, "answered-without-evidence", answered && !passage);
    }

    private static void count(Map<String, Integer> figures, Asked asked, String what, boolean holds) {
        figures.merge(asked.group() + "." + what, holds ? 1 : 0, Integer::sum);
    }

    private static Map<String, Integer> pinned() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(PINNED)) {
            properties.load(reader);
        }
        Map<String, Integer> pinned = new TreeMap<>();
        properties.forEach((key, value) -> pinned.put(key.toString(), Integer.valueOf(value.toString())));
        return pinned;
    }

    private static List<Asked> questions() throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (InputStream in =
                Objects.requireNonNull(CollectionTest.class.getResourceAsStream("/collection/questions.jsonl"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> {
                        try {
                            return json.readValue(line, Asked.class);
                        } catch (IOException e) {
                            throw new AssertionError(line, e);
                        }
                    })
                    .toList();
        }
    }
}
