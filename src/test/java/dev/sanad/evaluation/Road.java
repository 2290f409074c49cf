package dev.sanad.evaluation;

import dev.sanad.answer.Account;
import dev.sanad.answer.Answerer;
import dev.sanad.answer.Bill;
import dev.sanad.answer.ExtractiveAnswerer;
import dev.sanad.answer.QuestionAnswering;
import dev.sanad.corpus.Article;
import dev.sanad.corpus.ArticleParser;
import dev.sanad.corpus.ArticleReader;
import dev.sanad.corpus.ArticleReader.Read;
import dev.sanad.corpus.Audience;
import dev.sanad.corpus.Corpus;
import dev.sanad.evaluation.AnswerEvaluation.Charged;
import dev.sanad.index.Analyzers;
import dev.sanad.index.IndexUpdater;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import dev.sanad.passage.PassageSplitter;
import dev.sanad.passage.SentenceBreaker;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Retrieved;
import dev.sanad.retrieval.Retriever;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The production road, over a corpus that it indexes. */
final class Road implements AutoCloseable {
    static final LanguageDetector DETECTOR = new LanguageDetector();
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-30T10:00:00Z"), ZoneOffset.UTC);

    /** As a reader of the search command sees. */
    private static final int FOUND = 5;

    private static final double MIN_CONFIDENCE = 0.5;

    private final Analyzers analyzers = Analyzers.packed();
    private final PassageIndex index;
    private final Retriever retriever = new Retriever(analyzers);
    private final Function<Account, Answerer> answerer;

    /** Articles by file, read and parsed anew: what the index says is compared with them. */
    private final Map<String, Article> articles = new HashMap<>();

    Road(Corpus corpus, Path folder) {
        this(corpus, folder, account -> new ExtractiveAnswerer());
    }

    /** @param answerer words the answers, charging what its models take */
    Road(Corpus corpus, Path folder, Function<Account, Answerer> answerer) {
        ArticleReader reader = new ArticleReader(1_000_000);
        ArticleParser parser = new ArticleParser(DETECTOR);
        new IndexUpdater(analyzers, reader, parser, new PassageSplitter(new SentenceBreaker()), CLOCK)
                .update(corpus, List.of(), folder, false, (files, all) -> {});
        index = PassageIndex.open(folder);
        this.answerer = answerer;
        corpus.files().forEach(file -> {
            if (reader.read(file) instanceof Read.Decoded read) {
                articles.put(file.id().path(), parser.parse(read.id(), read.text(), read.sha256()));
            }
        });
    }

    static RetrievalEvaluation retrieval() {
        Analyzers analyzers = Analyzers.packed();
        return new RetrievalEvaluation(
                new PassageSplitter(new SentenceBreaker()),
                analyzers,
                without -> new Retriever(analyzers, Optional.empty(), Optional.empty(), without),
                DETECTOR,
                Optional.empty(),
                CLOCK);
    }

    AnswerEvaluation answers() {
        return new AnswerEvaluation(
                labelled -> Question.of(labelled.text(), DETECTOR.read(labelled.text(), Language.ENGLISH)),
                this::answer,
                this::search,
                file -> Optional.ofNullable(articles.get(file))
                        .map(article -> article.language().value()),
                Optional.of(citation -> Optional.ofNullable(articles.get(citation.file()))
                        .orElseThrow()
                        .text()),
                DETECTOR);
    }

    private Charged answer(Question question) {
        Bill bill = new Bill();
        QuestionAnswering answering =
                new QuestionAnswering(index, Audience.ALL, retriever, answerer.apply(bill), MIN_CONFIDENCE);
        return new Charged(answering.ask(question), bill.charged());
    }

    private Retrieved search(Question question) {
        try (Snapshot snapshot = index.snapshot(Audience.ALL)) {
            return retriever.retrieve(question, snapshot, FOUND);
        }
    }

    @Override
    public void close() {
        index.close();
    }
}
