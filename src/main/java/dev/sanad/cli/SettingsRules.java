package dev.sanad.cli;

import dev.sanad.conversation.Store;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** What converted values must fulfil beyond their types, and the defaults that depend on where Sanad stands. Faults are added to the list given. */
final class SettingsRules {
    private static final long MAX_FILE_BYTES = 100_000_000;
    private static final int MOST_HISTORY_TOKENS = 100_000;
    private static final int MOST_ANSWERS_AT_ONCE = 10_000;

    private final Surroundings surroundings;
    private final Map<String, Stated> stated;
    private final List<String> faults;

    SettingsRules(Surroundings surroundings, Map<String, Stated> stated, List<String> faults) {
        this.surroundings = surroundings;
        this.stated = stated;
        this.faults = faults;
    }

    /** Of use only while no fault was added. */
    Settings check(Optional<Path> file, SettingsKeys keys) {
        Path indexPath = path(Key.INDEX_PATH, keys.index().path(), "index");
        Settings.Models models = models(keys.models());
        LlmRules llmRules = new LlmRules(this, keys.llm());
        Settings.Llm llm = llmRules.own();
        return new Settings(
                file,
                corpus(keys.corpus(), indexPath),
                indexPath,
                keys.index().glossary().flatMap(given -> resolved(Key.INDEX_GLOSSARY, given)),
                minConfidence(keys.answer().minConfidence()),
                historyTokens(keys.conversation().historyTokens()),
                keys.answer().translate(),
                llm,
                llmRules.writing(llm, keys.answer().judge()),
                new EmbeddingRules(this, models.path()).check(keys.embedding()),
                new RerankRules(this, models.path()).check(keys.rerank()),
                telegram(keys.telegram()),
                storeUrl(keys.store().url(), indexPath),
                path(Key.PROMPTS_PATH, keys.prompts().path(), "prompts"),
                models);
    }

    private OptionalDouble minConfidence(OptionalDouble bound) {
        bound.ifPresent(share -> require(share >= 0 && share <= 1, Key.ANSWER_MIN_CONFIDENCE));
        return bound;
    }

    private int historyTokens(int tokens) {
        require(tokens >= 0 && tokens <= MOST_HISTORY_TOKENS, Key.CONVERSATION_HISTORY_TOKENS);
        return tokens;
    }

    private Settings.Corpus corpus(SettingsKeys.CorpusKeys keys, Path indexPath) {
        require(keys.maxFileBytes() > 0 && keys.maxFileBytes() <= MAX_FILE_BYTES, Key.CORPUS_MAX_FILE_BYTES);
        List<Path> paths = keys.paths().stream()
                .flatMap(List::stream)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .flatMap(text -> resolved(Key.CORPUS_PATHS, text).stream())
                .toList();
        Path received = keys.received()
                .flatMap(given -> resolved(Key.CORPUS_RECEIVED, given))
                .orElseGet(() -> indexPath.resolve("received"));
        return new Settings.Corpus(paths, keys.maxFileBytes(), received);
    }

    private Settings.Telegram telegram(SettingsKeys.TelegramKeys keys) {
        keys.apiUrl()
                .ifPresent(address ->
                        require(web(address) && Set.of("", "/").contains(address.getPath()), Key.TELEGRAM_API_URL));
        require(keys.answersAtOnce() > 0 && keys.answersAtOnce() <= MOST_ANSWERS_AT_ONCE, Key.TELEGRAM_ANSWERS_AT_ONCE);
        return new Settings.Telegram(
                keys.token().map(Secret::new),
                keys.apiUrl(),
                keys.access(),
                webhook(keys.webhook(), keys.apiUrl().isPresent()),
                keys.allow().orElse(Set.of()),
                keys.admins().orElse(Set.of()),
                keys.analysts().orElse(Set.of()),
                channels(keys.channels().orElse(Set.of())),
                keys.answersAtOnce());
    }

    /** A user's id would be followed in vain. */
    private Set<Long> channels(Set<Long> ids) {
        require(ids.stream().allMatch(id -> id < 0), Key.TELEGRAM_CHANNELS);
        return ids;
    }

    /** Telegram delivers only to https and to these ports; a Bot API server of one's own to any. */
    private Optional<Settings.Webhook> webhook(SettingsKeys.WebhookKeys keys, boolean ownServer) {
        keys.url().ifPresent(address -> {
            boolean reachable = "https".equalsIgnoreCase(address.getScheme())
                    && Set.of(-1, 443, 80, 88, 8443).contains(address.getPort());
            require(
                    web(address) && address.getUserInfo() == null && (ownServer || reachable),
                    Key.TELEGRAM_WEBHOOK_URL);
        });
        require(keys.port() > 0 && keys.port() < 65_536, Key.TELEGRAM_WEBHOOK_PORT);
        keys.secret().ifPresent(secret -> require(secret.matches("[A-Za-z0-9_-]{1,256}"), Key.TELEGRAM_WEBHOOK_SECRET));
        return keys.url()
                .map(url -> new Settings.Webhook(
                        url, keys.host(), keys.port(), keys.secret().map(Secret::new)));
    }

    private Secret storeUrl(Optional<String> url, Path indexPath) {
        url.ifPresent(address -> require(address.startsWith("jdbc:"), Key.STORE_URL));
        return new Secret(url.orElseGet(() -> Store.h2(indexPath.resolve("store"))));
    }

    private Settings.Models models(SettingsKeys.ModelsKeys keys) {
        require(web(keys.url()) && keys.url().getUserInfo() == null, Key.MODELS_URL);
        return new Settings.Models(
                keys.url(),
                keys.path().flatMap(given -> resolved(Key.MODELS_PATH, given)).orElseGet(this::userCache));
    }

    /** As the XDG base directory specification has it, on macOS too; a relative variable counts as unset there. */
    private Path userCache() {
        return Stream.of(
                        surroundings.variables().getOrDefault("XDG_CACHE_HOME", ""),
                        surroundings.variables().getOrDefault("HOME", "") + "/.cache")
                .filter(folder -> folder.startsWith("/") && !folder.equals("/.cache"))
                .map(Path::of)
                .findFirst()
                .orElse(surroundings.home().resolve(".cache"))
                .resolve("sanad")
                .resolve("models");
    }

    private Path path(Key key, Optional<String> text, String fallback) {
        return text.flatMap(given -> resolved(key, given))
                .orElseGet(() -> surroundings.home().resolve(fallback));
    }

    /** {@code ~} is the user's home folder, as no shell expands it in a file. */
    Optional<Path> resolved(Key key, String text) {
        Stated source = Objects.requireNonNull(stated.get(key.path()));
        String home = surroundings.variables().getOrDefault("HOME", "");
        String expanded = text.startsWith("~/") && !home.isEmpty() ? home + text.substring(1) : text;
        try {
            return Optional.of(source.folder().resolve(expanded).normalize());
        } catch (InvalidPathException e) {
            faults.add(source.fault());
            return Optional.empty();
        }
    }

    static boolean web(URI address) {
        return Stream.of("http", "https").anyMatch(scheme -> scheme.equalsIgnoreCase(address.getScheme()))
                && address.getHost() != null;
    }

    /** A wait that ends, within an hour. */
    static boolean timeout(Duration timeout) {
        return timeout.isPositive() && timeout.compareTo(Duration.ofHours(1)) <= 0;
    }

    void require(boolean allowed, Key key) {
        require(allowed, key.path());
    }

    void require(boolean allowed, String path) {
        Stated source = stated.get(path);
        if (!allowed && source != null) {
            faults.add(source.fault());
        }
    }

    /** Of a key that the value of another makes needed. */
    void missing(Key key, Key by, Enum<?> provider) {
        missing(key.path(), "%s %s".formatted(by.path(), tag(provider)));
    }

    /** @param by what makes it needed */
    void missing(String path, String by) {
        faults.add("%s: not set, but %s needs it; set %s in sanad.yaml or the variable %s"
                .formatted(path, by, path, Key.variable(path)));
    }

    static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    void fault(String line) {
        faults.add(line);
    }

    /** Whether nothing was found wrong so far; after a fault, values that others depend on may be the defaults. */
    boolean faultless() {
        return faults.isEmpty();
    }
}
