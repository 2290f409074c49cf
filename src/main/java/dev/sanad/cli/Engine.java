package dev.sanad.cli;

import dev.sanad.answer.Account;
import dev.sanad.answer.Answerer;
import dev.sanad.answer.Citation;
import dev.sanad.answer.CitationVerifier;
import dev.sanad.answer.Condenser;
import dev.sanad.answer.ExplainingAnswerer;
import dev.sanad.answer.ExtractiveAnswerer;
import dev.sanad.answer.ForeignQuotes;
import dev.sanad.answer.GatedModel;
import dev.sanad.answer.GenerativeAnswerer;
import dev.sanad.answer.Judge;
import dev.sanad.answer.LanguageModel;
import dev.sanad.answer.Prompt;
import dev.sanad.answer.Prompts;
import dev.sanad.answer.QuestionAnswering;
import dev.sanad.answer.QuotedPassages;
import dev.sanad.answer.TranslationVerifier;
import dev.sanad.answer.Translator;
import dev.sanad.brief.BriefWriter;
import dev.sanad.conversation.Dialogue;
import dev.sanad.conversation.FollowUps;
import dev.sanad.corpus.Audience;
import dev.sanad.index.Analyzers;
import dev.sanad.index.Embedder;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import dev.sanad.passage.Passage;
import dev.sanad.passage.PassageId;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Reranker;
import dev.sanad.retrieval.Retriever;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The road from a question to an answer, wired from settings. Safe for use by many threads. */
final class Engine implements AutoCloseable {
    private static final int MOST_PASSAGES = 10;

    private final Settings settings;
    private final Indexing indexing;
    private final LanguageDetector detector;
    private final Analyzers analyzers;
    private final PassageIndex index;
    private final Retriever retriever;
    private final Retriever byWords;
    private final Optional<Embedder> embedder;
    private final LanguageModels languageModels;
    private final List<LanguageModel> models;
    private final Optional<Prompts> prompts;

    private Engine(
            Settings settings,
            Indexing indexing,
            LanguageDetector detector,
            Analyzers analyzers,
            PassageIndex index,
            Retriever retriever,
            Optional<Embedder> embedder,
            LanguageModels languageModels,
            List<LanguageModel> models,
            Optional<Prompts> prompts) {
        this.languageModels = languageModels;
        this.models = models;
        this.prompts = prompts;
        this.analyzers = analyzers;
        this.embedder = embedder;
        this.settings = settings;
        this.indexing = indexing;
        this.detector = detector;
        this.index = index;
        this.retriever = retriever;
        this.byWords = new Retriever(analyzers);
    }

    /** Opens the index, after making it where there is none or the configured roots are others than it holds. */
    static Engine open(Sanad sanad) {
        return open(sanad, Optional.empty());
    }

    /**
     * As {@link #open(Sanad)}.
     *
     * @param model the language model to ask first; otherwise as the settings say
     */
    static Engine open(Sanad sanad, Optional<String> model) {
        Settings settings = sanad.settings();
        LanguageModels languageModels = new LanguageModels(settings.writing());
        List<LanguageModel> models = languageModels.inOrder(model);
        Optional<Prompts> prompts = settings.writing().models().isEmpty()
                ? Optional.empty()
                : Optional.of(Prompts.load(settings.promptsPath()));
        Analyzers analyzers = settings.analyzers();
        Optional<Embedder> embedder = settings.embedding().map(Embedder::of);
        Optional<Reranker> reranker = settings.rerank().map(Reranker::of);
        Indexing indexing = new Indexing(sanad, settings, analyzers, embedder);
        indexing.ensure();
        PassageIndex index = PassageIndex.open(Indexing.folder(settings));
        return new Engine(
                settings,
                indexing,
                new LanguageDetector(),
                analyzers,
                index,
                new Retriever(analyzers, embedder, reranker, Set.of()),
                embedder,
                languageModels,
                models,
                prompts);
    }

    /**
     * The same that asks another model first. It shares all with this one, which alone is to be closed.
     *
     * @param model by its name; empty, or where the settings no longer have it, for this one as it is
     */
    Engine asking(Optional<String> model) {
        Optional<String> known = model.filter(languageModels::has);
        return known.isEmpty()
                ? this
                : new Engine(
                        settings,
                        indexing,
                        detector,
                        analyzers,
                        index,
                        retriever,
                        embedder,
                        languageModels,
                        languageModels.inOrder(known),
                        prompts);
    }

    LanguageDetector detector() {
        return detector;
    }

    /** What made the index, and brings it up to date. */
    Indexing indexing() {
        return indexing;
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

    /** The language model that is asked first; empty where answers are quoted. */
    Optional<String> modelName() {
        return models.stream().map(LanguageModel::name).findFirst();
    }

    Retriever retriever() {
        return retriever;
    }

    double minConfidence() {
        return settings.minConfidence().orElse(QuestionAnswering.MIN_CONFIDENCE);
    }

    /**
     * Answers for an audience.
     *
     * @param account pays where a language model words the answers
     */
    QuestionAnswering answering(Audience audience, Account account) {
        Answerer extractive = new ExtractiveAnswerer();
        Answerer answerer = gated(Prompts::answer, account)
                .<Answerer>map(model -> new GenerativeAnswerer(model, extractive))
                .orElse(extractive);
        Answerer explaining = new ExplainingAnswerer(answerer, quotes(account));
        return new QuestionAnswering(index, audience, retriever, explaining, minConfidence());
    }

    /**
     * Answers in the light of what was asked before.
     *
     * @param account pays where a language model completes the questions and words the answers
     */
    Dialogue dialogue(Audience audience, Account account) {
        Optional<Condenser> condenser =
                prompts().map(loaded -> new Condenser(models, loaded.condense(), analyzers, account));
        return new Dialogue(new FollowUps(analyzers, condenser), answering(audience, account));
    }

    /** Quotes from the passages that speak of {@code question} and were given to all, the best first, ten at most; no model of any kind takes part. */
    List<Citation> passages(Question question) {
        try (Snapshot snapshot = index.snapshot(Audience.ALL)) {
            return QuotedPassages.of(QuestionAnswering.evidence(byWords.retrieve(question, snapshot, MOST_PASSAGES)));
        }
    }

    /** What a conversation may hold, reckoned in tokens. */
    int historyTokens() {
        return settings.historyTokens();
    }

    /**
     * Writes for an audience.
     *
     * @param account pays where a language model writes the briefs
     */
    BriefWriter briefs(Audience audience, Account account) {
        return new BriefWriter(
                index, audience, retriever, minConfidence(), gated(Prompts::brief, account), quotes(account));
    }

    /** The passages of the article that holds the one of {@code id}, in reading order; empty where {@code audience} may read none of that id. */
    List<Passage> article(Audience audience, PassageId id) {
        try (Snapshot snapshot = index.snapshot(audience)) {
            return snapshot.passage(id)
                    .map(passage -> snapshot.passagesOf(passage.article()))
                    .orElse(List.of());
        }
    }

    /** What a quote means to a reader; {@code account} pays where a language model translates it. */
    ForeignQuotes.Meaning meaning(Audience audience, Citation citation, Language reader, Account account) {
        try (Snapshot snapshot = index.snapshot(audience)) {
            return quotes(account).meaning(citation, snapshot.passage(citation.passageId()), reader);
        }
    }

    private ForeignQuotes quotes(Account account) {
        Optional<Translator> translator = prompts()
                .filter(loaded -> settings.translate() == Settings.Translate.AUTO)
                .map(loaded -> new Translator(models, loaded.translate(), new TranslationVerifier(analyzers), account));
        return new ForeignQuotes(analyzers, translator);
    }

    /** Without a model there are none. */
    private Optional<Prompts> prompts() {
        return models.isEmpty() ? Optional.empty() : prompts;
    }

    private Optional<GatedModel> gated(Function<Prompts, Prompt> prompt, Account account) {
        return prompts()
                .map(loaded -> new GatedModel(
                        models,
                        prompt.apply(loaded),
                        new CitationVerifier(analyzers),
                        account,
                        languageModels.judge().map(model -> new Judge(model, loaded.judge()))));
    }

    @Override
    public void close() {
        index.close();
    }
}
