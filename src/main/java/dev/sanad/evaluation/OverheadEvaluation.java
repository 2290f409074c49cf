package dev.sanad.evaluation;

import dev.sanad.answer.Bill;
import dev.sanad.answer.CitationVerifier;
import dev.sanad.answer.GatedModel;
import dev.sanad.answer.LanguageModel;
import dev.sanad.answer.LlmSettings;
import dev.sanad.answer.Prompts;
import dev.sanad.answer.QuestionAnswering;
import dev.sanad.answer.Release;
import dev.sanad.answer.Reply;
import dev.sanad.corpus.Audience;
import dev.sanad.evaluation.OverheadScorecard.Timed;
import dev.sanad.evaluation.SpeedQuestions.Asked;
import dev.sanad.index.Analyzers;
import dev.sanad.index.IndexManifest;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import dev.sanad.language.Span;
import dev.sanad.passage.Passage;
import dev.sanad.passage.PassageSplitter;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Retriever;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures what answers of a model take beside the model: finding passages and checking a whole reply, and the time from a sentence's last token to its
 * release. The model is a local server that copies a sentence of each passage that was read: through network, client, splitter and gate, as any other.
 * Not while anything else is measured in the process.
 */
public final class OverheadEvaluation {
    private static final int PASSAGES = 8;

    /** As many as the prompt asks for at most. */
    private static final int MOST_SENTENCES = 5;

    private static final int WARM_UP_QUESTIONS = 300;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final SetIndex indexing;
    private final Retriever retriever;
    private final CitationVerifier gate;
    private final LanguageDetector detector;

    public OverheadEvaluation(
            PassageSplitter splitter,
            Analyzers analyzers,
            Retriever retriever,
            LanguageDetector detector,
            Clock clock) {
        this.indexing = new SetIndex(splitter, analyzers, detector, Optional.empty(), clock);
        this.retriever = retriever;
        this.gate = new CitationVerifier(analyzers);
        this.detector = detector;
    }

    /**
     * Measures one size.
     *
     * @param passages that the index is to hold at least
     * @param queries how many questions are measured, half crossing languages; others of the sets warm up
     * @param streamed of how many of them the reply is streamed as well, for the times of release
     * @param workFolder where the index is built: empty or not there yet; the caller removes it
     * @throws EvaluationException where a set cannot be read, or the sets hold fewer questions
     */
    public OverheadScorecard evaluate(
            List<Path> folders, int passages, int queries, int streamed, long seed, Path workFolder) {
        DataSets sets = DataSets.read(folders);
        SpeedQuestions questions = SpeedQuestions.of(sets, queries, seed, indexing, detector);
        Optional<Distractors> distractors = indexing.filling(sets, passages - indexing.passages(sets), seed);
        IndexManifest manifest = indexing.build(sets, distractors, false, workFolder);
        try (PassageIndex index = PassageIndex.open(workFolder);
                Snapshot snapshot = index.snapshot(Audience.ALL)) {
            for (int i = 0; i < WARM_UP_QUESTIONS; i++) {
                timed(questions.others().get(i % questions.others().size()), snapshot);
            }
            List<Timed> timed = questions.measured().stream()
                    .map(asked -> timed(asked, snapshot))
                    .toList();
            return new OverheadScorecard(
                    manifest.passages(),
                    timed,
                    released(
                            questions.measured().stream().limit(streamed).toList(),
                            questions.others().stream().limit(streamed).toList(),
                            snapshot));
        }
    }

    private Timed timed(Asked asked, Snapshot snapshot) {
        long began = System.nanoTime();
        List<Evidence> read = read(asked.question(), snapshot);
        long found = System.nanoTime();
        Language language = asked.question().answerLanguage();
        Reply.Text reply = new Reply.Text(String.join("\n", sentences(read)), true);
        long written = System.nanoTime();
        gate.verify(reply, read, language);
        return new Timed(asked.crossing(), found - began, System.nanoTime() - written);
    }

    private List<Evidence> read(Question question, Snapshot snapshot) {
        return QuestionAnswering.evidence(retriever.retrieve(question, snapshot, PASSAGES))
                .ranked();
    }

    private static List<String> sentences(List<Evidence> read) {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < Math.min(read.size(), MOST_SENTENCES); i++) {
            Passage passage = read.get(i).passage();
            Span first = passage.sentences().getFirst();
            String words = first.in(passage.article().text()).replaceAll("\\s+", " ");
            sentences.add(words + " [" + (i + 1) + "]");
        }
        return sentences;
    }

    private List<Long> released(List<Asked> measured, List<Asked> warmUp, Snapshot snapshot) {
        try (SentenceStream stream = new SentenceStream()) {
            LlmSettings settings = new LlmSettings(
                    LlmSettings.Provider.OPENAI,
                    Optional.of(stream.url()),
                    Optional.of("scripted"),
                    Optional.empty(),
                    TIMEOUT,
                    LlmSettings.MAX_TOKENS);
            GatedModel model = new GatedModel(
                    List.of(LanguageModel.of("scripted", settings, Optional.empty())),
                    Prompts.packed().answer(),
                    gate,
                    new Bill());
            warmUp.forEach(asked -> released(asked, model, stream, snapshot));
            return measured.stream()
                    .flatMap(asked -> released(asked, model, stream, snapshot).stream())
                    .toList();
        }
    }

    /** Nanoseconds of each sentence that was released before the reply was whole; the last one never is. */
    private List<Long> released(Asked asked, GatedModel model, SentenceStream stream, Snapshot snapshot) {
        List<Evidence> read = read(asked.question(), snapshot);
        List<String> sentences = sentences(read);
        stream.willSay(sentences);
        Map<String, Long> at = new HashMap<>();
        model.write(asked.question(), "question", read, release -> {
            if (release instanceof Release.Passed passed) {
                at.putIfAbsent(passed.sentence().text(), System.nanoTime());
            }
        });
        List<Long> sent = stream.sent();
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            String text = sentences.get(i).replaceFirst(" \\[\\d+]$", "");
            if (at.containsKey(text)) {
                nanos.add(at.get(text) - sent.get(i));
            }
        }
        return nanos;
    }
}
