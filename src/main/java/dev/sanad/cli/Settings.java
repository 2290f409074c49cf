package dev.sanad.cli;

import dev.sanad.index.Analyzers;
import dev.sanad.index.EmbeddingSettings;
import dev.sanad.language.Glossary;
import dev.sanad.retrieval.RerankSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What {@code sanad.yaml} and the environment say, checked. All paths are absolute.
 *
 * @param file the settings file that was read; empty where there is none
 * @param glossary a file of the reader's own concepts and names; empty for the packed ones alone
 * @param embedding complete; empty where passages are found by words alone
 * @param rerank complete; empty where no model puts passages in order
 * @param promptsPath templates that replace the packed ones; need not exist
 */
record Settings(
        Optional<Path> file,
        Corpus corpus,
        Path indexPath,
        Optional<Path> glossary,
        OptionalDouble minConfidence,
        Llm llm,
        Optional<EmbeddingSettings> embedding,
        Optional<RerankSettings> rerank,
        Telegram telegram,
        Secret storeUrl,
        Path promptsPath,
        Models models) {

    /** Who words the answers. */
    enum Provider {
        NONE,
        OPENAI,
        ANTHROPIC,
        GEMINI,
        OLLAMA
    }

    /** Who makes vectors of passages and questions. */
    enum EmbeddingProvider {
        NONE,
        ONNX,
        OPENAI,
        OLLAMA
    }

    /** Who puts the first passages in order again. */
    enum RerankProvider {
        NONE,
        ONNX,
        COHERE
    }

    /** Who may ask the bot. */
    enum Access {
        OPEN,
        ALLOW_LIST
    }

    /**
     * @param paths in the order stated; empty for the sample corpus
     * @param maxFileBytes a larger file is reported and skipped
     */
    record Corpus(List<Path> paths, long maxFileBytes) {
        Corpus {
            paths = List.copyOf(paths);
        }
    }

    /** Complete: whatever the provider needs is there. */
    record Llm(
            Provider provider,
            Optional<URI> baseUrl,
            Optional<String> model,
            Optional<Secret> apiKey,
            Duration timeout) {
        /** Whether a question may cost somebody money: anything but a server of one's own. */
        boolean paid() {
            return switch (provider) {
                case NONE, OLLAMA -> false;
                case ANTHROPIC, GEMINI -> true;
                case OPENAI -> baseUrl.map(address -> !loopback(address)).orElse(true);
            };
        }

        private static boolean loopback(URI address) {
            String host = String.valueOf(address.getHost());
            return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
        }
    }

    /**
     * @param apiUrl a Bot API server of one's own, without a path; empty for Telegram's
     * @param statedAccess empty where nobody set it; then {@link #access} is open
     * @param allow ids of users and chats that an allow-list admits
     */
    record Telegram(
            Optional<Secret> token,
            Optional<URI> apiUrl,
            Optional<Access> statedAccess,
            Set<Long> allow,
            Set<Long> admins) {
        Telegram {
            allow = Set.copyOf(allow);
            admins = Set.copyOf(admins);
        }

        Access access() {
            return statedAccess.orElse(Access.OPEN);
        }
    }

    /**
     * Models that run in this process.
     *
     * @param url of the hub or a mirror
     * @param path the cache; need not exist
     */
    record Models(URI url, Path path) {}

    /**
     * What texts are analysed by, in the index and in questions.
     *
     * @throws dev.sanad.language.GlossaryException where the reader's glossary is not as it must be
     */
    Analyzers analyzers() {
        Glossary packed = Glossary.packed();
        return new Analyzers(glossary.map(packed::with).orElse(packed));
    }

    /** Why the bot must not start with these settings, one line each; empty when it may. */
    List<String> botFaults() {
        return BotRules.faults(this);
    }
}
