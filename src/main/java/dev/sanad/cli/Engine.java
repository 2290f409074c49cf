package dev.sanad.cli;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.sanad.answer.Answerer;
import dev.sanad.answer.ChatModels;
import dev.sanad.answer.CitationVerifier;
import dev.sanad.answer.ExtractiveAnswerer;
import dev.sanad.answer.GenerativeAnswerer;
import dev.sanad.answer.LlmSettings;
import dev.sanad.answer.Prompts;
import dev.sanad.answer.QuestionAnswering;
import dev.sanad.index.Analyzers;
import dev.sanad.index.PassageIndex;
import dev.sanad.language.LanguageDetector;
import dev.sanad.language.Messages;
import dev.sanad.retrieval.Retriever;

/** The road from a question to an answer, wired from settings. Safe for use by many threads. */
final class Engine implements AutoCloseable {
    private final Settings settings;
    private final LanguageDetector detector = new LanguageDetector();
    private final PassageIndex index;
    private final Retriever retriever;

    private Engine(Settings settings, PassageIndex index, Retriever retriever) {
        this.settings = settings;
        this.index = index;
        this.retriever = retriever;
    }

    /** Opens the index, after making it where there is none or the configured roots are others than it holds. */
    static Engine open(Sanad sanad) {
        Settings settings = sanad.settings();
        Analyzers analyzers = new Analyzers();
        new Indexing(sanad, settings, analyzers).ensure();
        PassageIndex index = PassageIndex.open(Indexing.folder(settings));
        return new Engine(settings, index, new Retriever(analyzers));
    }

    LanguageDetector detector() {
        return detector;
    }

    PassageIndex index() {
        return index;
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

    private Answerer answerer() {
        Answerer extractive = new ExtractiveAnswerer();
        LlmSettings llm = model();
        return ChatModels.of(llm)
                .<Answerer>map(model -> generative(model, llm, extractive))
                .orElse(extractive);
    }

    private Answerer generative(StreamingChatModel model, LlmSettings llm, Answerer fallback) {
        return new GenerativeAnswerer(
                model,
                llm.model().orElseThrow(),
                Prompts.load(settings.promptsPath()),
                fallback,
                new CitationVerifier(),
                new Messages("answer"),
                llm.timeout());
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
