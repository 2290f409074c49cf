package dev.sanad.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The keys of {@code sanad.yaml}, each with the variable that overrides it and what it may hold. */
enum Key {
    CORPUS_PATHS("corpus.paths", Kind.PATHS, "folders and files, comma-separated or as a list"),
    CORPUS_MAX_FILE_BYTES("corpus.max-file-bytes", Kind.PLAIN, "a number of bytes from 1 to 100000000"),
    INDEX_PATH("index.path", Kind.PATHS, "a folder"),
    INDEX_GLOSSARY("index.glossary", Kind.PATHS, "a file"),
    ANSWER_MIN_CONFIDENCE("answer.min-confidence", Kind.PLAIN, "a number from 0 to 1"),
    LLM_PROVIDER("llm.provider", Kind.PLAIN, "one of none, openai, anthropic, gemini, ollama"),
    LLM_BASE_URL("llm.base-url", Kind.ADDRESS, "an http or https address"),
    LLM_MODEL("llm.model", Kind.PLAIN, "a model's name"),
    LLM_API_KEY("llm.api-key", Kind.SECRET, "a key"),
    LLM_TIMEOUT("llm.timeout", Kind.PLAIN, "a time above zero and up to an hour, such as 60s or 2m"),
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
    TELEGRAM_ACCESS("telegram.access", Kind.PLAIN, "one of open, allow-list"),
    TELEGRAM_ALLOW(
            "telegram.allow", Kind.PLAIN, "numeric Telegram ids of users and chats, comma-separated or as a list"),
    TELEGRAM_ADMINS("telegram.admins", Kind.PLAIN, "numeric Telegram ids of users, comma-separated or as a list"),
    STORE_URL("store.url", Kind.SECRET, "a JDBC address, such as jdbc:h2:file:/data/sanad;WRITE_DELAY=0"),
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

    private final String path;
    private final Kind kind;
    private final String allowed;

    Key(String path, Kind kind, String allowed) {
        this.path = path;
        this.kind = kind;
        this.allowed = allowed;
    }

    static Optional<Key> ofPath(String path) {
        return Arrays.stream(values()).filter(key -> key.path.equals(path)).findFirst();
    }

    /** As written in the file, dotted. */
    String path() {
        return path;
    }

    /** {@code llm.base-url} is {@code SANAD_LLM_BASE_URL}; the token keeps the name that bots use everywhere. */
    String variable() {
        return this == TELEGRAM_TOKEN
                ? "TELEGRAM_BOT_TOKEN"
                : "SANAD_" + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
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
