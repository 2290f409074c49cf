package dev.sanad.cli;

import dev.sanad.answer.Answerer;
import dev.sanad.answer.ChatModels;
import dev.sanad.answer.CitationVerifier;
import dev.sanad.answer.ExtractiveAnswerer;
import dev.sanad.answer.GatedModel;
import dev.sanad.answer.GenerativeAnswerer;
import dev.sanad.answer.LlmSettings;
import dev.sanad.answer.Prompt;
import dev.sanad.answer.Prompts;
import dev.sanad.answer.QuestionAnswering;
import dev.sanad.brief.BriefWriter;
import dev.sanad.index.Analyzers;
import dev.sanad.index.Embedder;
import dev.sanad.index.PassageIndex;
import dev.sanad.language.LanguageDetector;
import dev.sanad.language.Messages;
import dev.sanad.retrieval.Reranker;
import dev.sanad.retrieval.Retriever;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The road from a question to an answer, wired from settings. Safe for use by many threads. */
final class Engine implements AutoCloseable {
    private final Settings settings;
    private final LanguageDetector detector = new LanguageDetector();
    private final Analyzers analyzers;
    private final PassageIndex index;
    private final Retriever retriever;
    private final Optional<Embedder> embedder;

    private Engine(
            Settings settings,
            Analyzers analyzers,
            PassageIndex index,
            Retriever retriever,
            Optional<Embedder> embedder) {
        this.analyzers = analyzers;
        this.embedder = embedder;
        this.settings = settings;
        this.index = index;
        this.retriever = retriever;
    }

    /** Opens the index, after making it where there is none or the configured roots are others than it holds. */
    static Engine open(Sanad sanad) {
        Settings settings = sanad.settings();
        Analyzers analyzers = settings.analyzers();
        Optional<Embedder> embedder = settings.embedding().map(Embedder::of);
        Optional<Reranker> reranker = settings.rerank().map(Reranker::of);
        new Indexing(sanad, settings, analyzers, embedder).ensure();
        PassageIndex index = PassageIndex.open(Indexing.folder(settings));
        return new Engine(settings, analyzers, index, new Retriever(analyzers, embedder, reranker, Set.of()), embedder);
    }

    LanguageDetector detector() {
        return detector;
    }

    Analyzers analyzers() {
        return analyzers;
    }

    PassageIndex index() {
        return index;
    }

    /** The model that questions are embedded with; empty where passages are found by words alone. */
    Optional<Embedder> embedder() {
        return embedder;
    }

    Retriever retriever() {
        return retriever;
    }

    double minConfidence() {
        return settings.minConfidence().orElse(QuestionAnswering.MIN_CONFIDENCE);
    }

    QuestionAnswering answering() {
        return new QuestionAnswering(index, retriever, answerer(), minConfidence());
    }

    BriefWriter briefs() {
        return new BriefWriter(index, retriever, minConfidence(), gated(Prompts::brief));
    }

    private Answerer answerer() {
        Answerer extractive = new ExtractiveAnswerer();
        return gated(Prompts::answer)
                .<Answerer>map(model -> new GenerativeAnswerer(model, extractive))
                .orElse(extractive);
    }

    /** The configured model behind the gate; without one the prompts are not read. */
    private Optional<GatedModel> gated(Function<Prompts, Prompt> prompt) {
        LlmSettings llm = model();
        return ChatModels.of(llm)
                .map(model -> new GatedModel(
                        model,
                        llm.model().orElseThrow(),
                        prompt.apply(Prompts.load(settings.promptsPath())),
                        new CitationVerifier(analyzers),
                        new Messages("answer"),
                        llm.timeout()));
    }

    private LlmSettings model() {
        Settings.Llm llm = settings.llm();
        return new LlmSettings(
                LlmSettings.Provider.valueOf(llm.provider().name()),
                llm.baseUrl(),
                llm.model(),
                llm.apiKey().map(Secret::reveal),
                llm.timeout(),
                LlmSettings.MAX_TOKENS);
    }

    @Override
    public void close() {
        index.close();
    }
}
