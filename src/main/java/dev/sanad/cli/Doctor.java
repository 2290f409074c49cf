package dev.sanad.cli;

import dev.sanad.answer.AnswerException;
import dev.sanad.answer.Usage;
import dev.sanad.corpus.ArticleReader;
import dev.sanad.corpus.Audience;
import dev.sanad.corpus.CorpusException;
import dev.sanad.corpus.ReceivedFolder;
import dev.sanad.index.Analyzers;
import dev.sanad.index.Embedder;
import dev.sanad.index.EmbeddingException;
import dev.sanad.index.EmbeddingSettings;
import dev.sanad.index.IndexException;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.Snapshot;
import dev.sanad.language.GlossaryException;
import dev.sanad.retrieval.RerankException;
import dev.sanad.retrieval.RerankSettings;
import dev.sanad.retrieval.Reranker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Checks what the other commands rely on. Prints one line a check on standard output; exit code 1 where one is a fault. */
@Command(name = "doctor", description = "Check settings, Java, folders, model and token, and say what to do.")
final class Doctor implements Callable<Integer> {
    private final Sanad sanad;

    Doctor(Sanad sanad) {
        this.sanad = sanad;
    }

    @Override
    public Integer call() {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.ok("Java %s (%s)".formatted(Runtime.version(), System.getProperty("java.vm.vendor"))));
        try {
            Settings settings = sanad.settings();
            checks.add(settings.file()
                    .map(file -> Check.ok("settings: %s".formatted(file)))
                    .orElse(Check.ok("settings: no sanad.yaml, so the defaults and variables hold")));
            checks.addAll(corpus(settings.corpus()));
            received(settings.corpus()).ifPresent(checks::add);
            checks.add(index(settings.indexPath()));
            checks.addAll(indexed(settings, glossary(settings, checks)));
            checks.addAll(models(settings.writing()));
            checks.add(embedding(settings));
            checks.add(reranking(settings));
            checks.addAll(telegram(settings));
        } catch (SettingsException e) {
            e.faults().forEach(fault -> checks.add(Check.fault(fault)));
        }
        unknownVariables().forEach(checks::add);
        checks.forEach(check -> sanad.surroundings().out().println(check.line()));
        return checks.stream().anyMatch(check -> check.result() == Check.Result.FAULT) ? 1 : 0;
    }

    private static List<Check> corpus(Settings.Corpus corpus) {
        if (corpus.paths().isEmpty()) {
            return List.of(Check.note("corpus: the sample; set corpus.paths or run sanad index with your folders"));
        }
        return corpus.paths().stream()
                .map(path -> Files.isReadable(path)
                        ? Check.ok("corpus: %s".formatted(path))
                        : Check.fault(
                                "corpus: %s does not exist or cannot be read; correct corpus.paths".formatted(path)))
                .toList();
    }

    /** What chats gave, where they gave anything. */
    private static Optional<Check> received(Settings.Corpus corpus) {
        try {
            return new ReceivedFolder(corpus.received(), new ArticleReader(corpus.maxFileBytes())).isEmpty()
                    ? Optional.empty()
                    : Optional.of(Check.ok("corpus: %s, what chats gave to the bot".formatted(corpus.received())));
        } catch (CorpusException e) {
            return Optional.of(Check.fault(Faults.lines(e, "corpus").getFirst()));
        }
    }

    /** Nothing is made: the nearest folder that stands must be writable. */
    private static Check index(Path indexPath) {
        Path standing = indexPath;
        while (!Files.exists(standing) && standing.getParent() != null) {
            standing = standing.getParent();
        }
        return Files.isDirectory(standing) && Files.isWritable(standing)
                ? Check.ok("index: %s".formatted(indexPath))
                : Check.fault("index: %s is not a folder that can be written; make it one or set index.path"
                        .formatted(standing));
    }

    /** What texts are analysed by; empty where the reader's glossary is faulty. */
    private static Optional<Analyzers> glossary(Settings settings, List<Check> checks) {
        try {
            Analyzers analyzers = settings.analyzers();
            checks.add(settings.glossary()
                    .map(file -> Check.ok("glossary: the packed one and %s".formatted(file)))
                    .orElse(Check.note("glossary: the packed one; set index.glossary to add words of your own")));
            return Optional.of(analyzers);
        } catch (GlossaryException e) {
            checks.add(Check.fault(Faults.lines(e, "glossary").getFirst()));
            return Optional.empty();
        }
    }

    /** What the index holds, if there is one. */
    private static List<Check> indexed(Settings settings, Optional<Analyzers> analyzers) {
        Path folder = Indexing.folder(settings);
        if (!Files.isDirectory(folder) || !PassageIndex.exists(folder)) {
            return List.of(Check.note("index: not made yet; the first question makes it, or sanad index"));
        }
        try (PassageIndex index = PassageIndex.open(folder);
                Snapshot snapshot = index.snapshot(Audience.ALL)) {
            if (analyzers.isPresent() && !snapshot.manifest().madeBy(analyzers.get())) {
                return List.of(
                        Check.fault("index: made with another glossary than index.glossary says; run: sanad index"));
            }
            return List.of(Check.ok("index: %d articles in %d passages from %s, as of %s"
                    .formatted(
                            snapshot.manifest().articles(),
                            snapshot.manifest().passages(),
                            Indexing.described(snapshot.manifest()),
                            snapshot.manifest().committed())));
        } catch (IndexException e) {
            return List.of(Check.fault(Faults.lines(e, "index").getFirst()));
        }
    }

    /** Asks each language model for a word. */
    private static List<Check> models(Settings.Writing writing) {
        List<Check> checks = new ArrayList<>();
        if (writing.order().isEmpty()) {
            checks.add(Check.note("model: none, so answers are quoted sentences; set llm.provider for worded ones"));
        }
        writing.models().forEach((name, llm) -> checks.add(model(name, llm)));
        if (writing.order().size() > 1) {
            checks.add(Check.ok("models are asked in this order: %s".formatted(String.join(", ", writing.order()))));
        }
        writing.judge()
                .ifPresent(name -> checks.add(Check.ok("model %s judges what the others write".formatted(name))));
        writing.tokensPerChatDay()
                .ifPresent(tokens -> checks.add(Check.ok("budget: %d tokens a chat and day".formatted(tokens))));
        return checks;
    }

    private static Check model(String name, Settings.Llm llm) {
        try {
            Usage usage = LanguageModels.of(name, llm).tryOut();
            return Check.ok("model %s: %s of %s replied, %d s at most %s"
                    .formatted(
                            name,
                            usage.model(),
                            SettingsRules.tag(llm.provider()),
                            llm.timeout().toSeconds(),
                            UsageText.lines(List.of(usage)).getFirst()));
        } catch (AnswerException e) {
            return Check.fault(Faults.lines(e, "model").getFirst());
        }
    }

    /** Loads a model in process, asks a server for one vector. */
    private static Check embedding(Settings settings) {
        if (settings.embedding().isEmpty()) {
            return Check.note("embedding: none, so passages are found by words; set embedding.provider to find them by"
                    + " meaning, too");
        }
        EmbeddingSettings embedding = settings.embedding().get();
        try {
            return Check.ok("embedding: %s, %d numbers a vector, query prefix \"%s\", passage prefix \"%s\""
                    .formatted(
                            embedding.model(),
                            Embedder.of(embedding).query("doctor").length,
                            embedding.queryPrefix(),
                            embedding.passagePrefix()));
        } catch (EmbeddingException e) {
            return Check.fault(Faults.lines(e, "embedding").getFirst());
        }
    }

    /** Loads a model in process, asks a server for the scores of two passages. */
    private static Check reranking(Settings settings) {
        if (settings.rerank().isEmpty()) {
            return Check.note("rerank: none; set rerank.provider to have a model put the first passages in order");
        }
        RerankSettings rerank = settings.rerank().get();
        try {
            Reranker.of(rerank).scores("doctor", List.of("a doctor", "a tree"));
            return Check.ok("rerank: %s, the first %d passages".formatted(rerank.model(), rerank.depth()));
        } catch (RerankException e) {
            return Check.fault(Faults.lines(e, "rerank").getFirst());
        }
    }

    private static List<Check> telegram(Settings settings) {
        List<String> faults = settings.botFaults();
        if (settings.telegram().token().isEmpty()) {
            return faults.stream().map(Check::note).toList();
        }
        return faults.isEmpty()
                ? List.of(Check.ok("telegram: token set, access %s, %s"
                        .formatted(
                                settings.telegram()
                                        .access()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'),
                                settings.telegram()
                                        .webhook()
                                        .map(webhook -> "webhook %s, listening at %s:%d"
                                                .formatted(webhook.url(), webhook.host(), webhook.port()))
                                        .orElse("polling"))))
                : faults.stream().map(Check::fault).toList();
    }

    /** A misspelt variable would be ignored in silence. */
    private List<Check> unknownVariables() {
        Set<String> sections = Arrays.stream(Key.values())
                .map(key -> key.variable().replaceFirst("(?<=^SANAD_[A-Z]{1,20}_).*", ""))
                .collect(Collectors.toSet());
        return sanad.surroundings().variables().keySet().stream()
                .filter(name -> !name.equals(ModelsPull.TOKEN))
                .filter(name -> Arrays.stream(Key.values())
                        .allMatch(key -> key.pathOf(name).isEmpty()))
                .filter(name -> sections.stream().anyMatch(name::startsWith))
                .sorted()
                .map(name -> Check.fault(
                        "variable %s: no such setting; correct or unset it, see sanad.yaml".formatted(name)))
                .toList();
    }
}
