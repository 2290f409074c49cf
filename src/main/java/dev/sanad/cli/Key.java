package dev.sanad.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The keys of {@code sanad.yaml}, each with the variable that overrides it and what it may hold. */
enum Key {
    CORPUS_PATHS("corpus.paths", Kind.PATHS, "folders and files, comma-separated or as a list"),
    CORPUS_MAX_FILE_BYTES("corpus.max-file-bytes", Kind.PLAIN, "a number of bytes from 1 to 100000000"),
    CORPUS_RECEIVED("corpus.received", Kind.PATHS, "a folder"),
    INDEX_PATH("index.path", Kind.PATHS, "a folder"),
    INDEX_GLOSSARY("index.glossary", Kind.PATHS, "a file"),
    ANSWER_MIN_CONFIDENCE("answer.min-confidence", Kind.PLAIN, "a number from 0 to 1"),
    ANSWER_JUDGE("answer.judge", Kind.PLAIN, "the name of a language model, default or one under llm.models"),
    CONVERSATION_HISTORY_TOKENS("conversation.history-tokens", Kind.PLAIN, "a number of tokens from 0 to 100000"),
    ANSWER_TRANSLATE("answer.translate", Kind.PLAIN, "one of auto, none"),
    LLM_PROVIDER("llm.provider", Kind.PLAIN, "one of none, openai, anthropic, gemini, ollama"),
    LLM_BASE_URL("llm.base-url", Kind.ADDRESS, "an http or https address"),
    LLM_MODEL("llm.model", Kind.PLAIN, "a model's name"),
    LLM_API_KEY("llm.api-key", Kind.SECRET, "a key"),
    LLM_TIMEOUT("llm.timeout", Kind.PLAIN, "a time above zero and up to an hour, such as 60s or 2m"),
    LLM_PRICE_INPUT("llm.price-input", Kind.PLAIN, "a price for a million tokens, not below 0"),
    LLM_PRICE_OUTPUT("llm.price-output", Kind.PLAIN, "a price for a million tokens, not below 0"),
    LLM_FALLBACK("llm.fallback", Kind.PLAIN, "names of models under llm.models, comma-separated or as a list"),
    LLM_BUDGET("llm.budget.tokens-per-chat-day", Kind.PLAIN, "a number of tokens above zero"),
    LLM_BUDGET_USER("llm.budget.calls-per-user-hour", Kind.PLAIN, "a number of replies above zero"),
    LLM_BUDGET_GROUP("llm.budget.calls-per-group-hour", Kind.PLAIN, "a number of replies above zero"),
    LLM_MODELS_PROVIDER("llm.models.NAME.provider", Kind.PLAIN, "one of openai, anthropic, gemini, ollama"),
    LLM_MODELS_BASE_URL("llm.models.NAME.base-url", Kind.ADDRESS, "an http or https address"),
    LLM_MODELS_MODEL("llm.models.NAME.model", Kind.PLAIN, "a model's name"),
    LLM_MODELS_API_KEY("llm.models.NAME.api-key", Kind.SECRET, "a key"),
    LLM_MODELS_TIMEOUT("llm.models.NAME.timeout", Kind.PLAIN, "a time above zero and up to an hour, such as 60s or 2m"),
    LLM_MODELS_PRICE_INPUT("llm.models.NAME.price-input", Kind.PLAIN, "a price for a million tokens, not below 0"),
    LLM_MODELS_PRICE_OUTPUT("llm.models.NAME.price-output", Kind.PLAIN, "a price for a million tokens, not below 0"),
    EMBEDDING_PROVIDER("embedding.provider", Kind.PLAIN, "one of none, onnx, openai, ollama"),
    EMBEDDING_BASE_URL("embedding.base-url", Kind.ADDRESS, "an http or https address"),
    EMBEDDING_MODEL("embedding.model", Kind.PATHS, "a model's name; with onnx also a folder"),
    EMBEDDING_API_KEY("embedding.api-key", Kind.SECRET, "a key"),
    EMBEDDING_QUERY_PREFIX("embedding.query-prefix", Kind.TEXT, "a text in quotes, or none"),
    EMBEDDING_PASSAGE_PREFIX("embedding.passage-prefix", Kind.TEXT, "a text in quotes, or none"),
    EMBEDDING_POOLING("embedding.pooling", Kind.PLAIN, "one of mean, cls"),
    EMBEDDING_BATCH_SIZE("embedding.batch-size", Kind.PLAIN, "a number of texts from 1 to 2048"),
    EMBEDDING_MAX_CHARS("embedding.max-chars", Kind.PLAIN, "a number of characters from 100 to 100000"),
    EMBEDDING_TIMEOUT("embedding.timeout", Kind.PLAIN, "a time above zero and up to an hour, such as 60s or 2m"),
    EMBEDDING_QUERY_TIMEOUT(
            "embedding.query-timeout", Kind.PLAIN, "a time above zero and up to an hour, such as 5s or 500ms"),
    RERANK_PROVIDER("rerank.provider", Kind.PLAIN, "one of none, onnx, cohere"),
    RERANK_BASE_URL("rerank.base-url", Kind.ADDRESS, "an http or https address"),
    RERANK_MODEL("rerank.model", Kind.PATHS, "a model's name; with onnx also a folder"),
    RERANK_API_KEY("rerank.api-key", Kind.SECRET, "a key"),
    RERANK_DEPTH("rerank.depth", Kind.PLAIN, "a number of passages from 2 to 1000"),
    RERANK_TIMEOUT("rerank.timeout", Kind.PLAIN, "a time above zero and up to an hour, such as 5s or 500ms"),
    TELEGRAM_TOKEN("telegram.token", Kind.SECRET, "a token from @BotFather"),
    TELEGRAM_API_URL("telegram.api-url", Kind.ADDRESS, "an http or https address without a path"),
    TELEGRAM_ACCESS("telegram.access", Kind.PLAIN, "one of open, allow-list, pairing"),
    TELEGRAM_ALLOW(
            "telegram.allow", Kind.PLAIN, "numeric Telegram ids of users and chats, comma-separated or as a list"),
    TELEGRAM_ADMINS("telegram.admins", Kind.PLAIN, "numeric Telegram ids of users, comma-separated or as a list"),
    TELEGRAM_ANALYSTS("telegram.analysts", Kind.PLAIN, "numeric Telegram ids of users, comma-separated or as a list"),
    TELEGRAM_ANSWERS_AT_ONCE("telegram.answers-at-once", Kind.PLAIN, "a number of answers from 1 to 10000"),
    TELEGRAM_CHANNELS(
            "telegram.channels",
            Kind.PLAIN,
            "numeric Telegram ids of channels, which are below zero, comma-separated or as a list"),
    TELEGRAM_WEBHOOK_URL("telegram.webhook.url", Kind.ADDRESS, "an https address at port 443, 80, 88 or 8443"),
    TELEGRAM_WEBHOOK_HOST("telegram.webhook.host", Kind.PLAIN, "an address or name of this machine"),
    TELEGRAM_WEBHOOK_PORT("telegram.webhook.port", Kind.PLAIN, "a port from 1 to 65535"),
    TELEGRAM_WEBHOOK_SECRET("telegram.webhook.secret", Kind.SECRET, "1 to 256 of A-Z, a-z, 0-9, _ and -"),
    STORE_URL("store.url", Kind.SECRET, "a JDBC address, such as jdbc:h2:file:/data/sanad"),
    PROMPTS_PATH("prompts.path", Kind.PATHS, "a folder"),
    MODELS_PATH("models.path", Kind.PATHS, "a folder"),
    MODELS_URL("models.url", Kind.ADDRESS, "an http or https address without a user's name");

    /** What a value is, as far as reading and showing it goes. */
    enum Kind {
        PLAIN,
        /** Relative ones belong to the folder of the file that states them. */
        PATHS,
        /** Kept as it is, with the spaces at its ends. */
        TEXT,
        /** May hold a user's name and password, which are not shown. */
        ADDRESS,
        /** Never shown; a JDBC address too, for it may hold a password. */
        SECRET
    }

    /** In a path, stands for a name that the user gives. */
    static final String NAME = "NAME";

    /** What such a name may be: it must fit a variable, and hold no dot. */
    static final Pattern NAMES = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final String path;
    private final Kind kind;
    private final String allowed;

    Key(String path, Kind kind, String allowed) {
        this.path = path;
        this.kind = kind;
        this.allowed = allowed;
    }

    /** Empty for a path that no key has; of a path with a name in it, the key that has {@value #NAME} there. */
    static Optional<Key> ofPath(String path) {
        return Arrays.stream(values())
                .filter(key -> key.begins(path) && key.segments().length == segments(path).length)
                .findFirst();
    }

    /** As written in the file, dotted; {@value #NAME} stands for a name that the user gives. */
    String path() {
        return path;
    }

    /** The path with the user's name in it, as {@code variable} has it; empty where that is not this key's variable. */
    Optional<String> pathOf(String variable) {
        if (!named()) {
            return variable.equals(variable()) ? Optional.of(path) : Optional.empty();
        }
        String[] around = variable().split(NAME, 2);
        return Optional.of(variable)
                .filter(given -> given.startsWith(around[0]) && given.endsWith(around[1]))
                .filter(given -> given.length() > around[0].length() + around[1].length())
                .map(given -> given.substring(around[0].length(), given.length() - around[1].length()))
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
                .filter(NAMES.asMatchPredicate())
                .map(name -> path.replace(NAME, name));
    }

    /** Whether the path is that of a section that this key stands in. */
    boolean in(String section) {
        return begins(section) && segments().length > segments(section).length;
    }

    private boolean begins(String beginning) {
        String[] own = segments();
        String[] given = segments(beginning);
        return given.length <= own.length
                && IntStream.range(0, given.length)
                        .allMatch(i ->
                                own[i].equals(NAME) ? NAMES.matcher(given[i]).matches() : own[i].equals(given[i]));
    }

    private String[] segments() {
        return segments(path);
    }

    private static String[] segments(String path) {
        return path.split("\\.", -1);
    }

    /** Whether the user gives part of the path. */
    boolean named() {
        return path.contains(NAME);
    }

    /** {@code llm.base-url} is {@code SANAD_LLM_BASE_URL}; the token keeps the name that bots use everywhere. */
    String variable() {
        return this == TELEGRAM_TOKEN ? "TELEGRAM_BOT_TOKEN" : variable(path);
    }

    /** Of a path that may have the user's name in it. */
    static String variable(String path) {
        return "SANAD_" + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    Kind kind() {
        return kind;
    }

    /** The value without what surrounds it by chance. */
    String trimmed(String value) {
        return kind == Kind.TEXT ? value : value.strip();
    }

    /** What the value may be, for faults. */
    String allowed() {
        return allowed;
    }

    /** The value as a fault may show it. */
    String shown(String value) {
        return switch (kind) {
            case SECRET -> "***";
            case ADDRESS -> Printable.oneLine(value.replaceFirst("//[^/@]*@", "//***@"));
            case PLAIN, PATHS, TEXT -> Printable.oneLine(value);
        };
    }
}
