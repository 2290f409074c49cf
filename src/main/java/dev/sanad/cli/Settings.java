package dev.sanad.cli;

import dev.sanad.answer.Price;
import dev.sanad.index.Analyzers;
import dev.sanad.index.EmbeddingSettings;
import dev.sanad.language.Glossary;
import dev.sanad.retrieval.RerankSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What {@code sanad.yaml} and the environment say, checked. All paths are absolute.
 *
 * @param file the settings file that was read; empty where there is none
 * @param glossary a file of the reader's own concepts and names; empty for the packed ones alone
 * @param historyTokens of a conversation; 0 where every question stands by itself
 * @param llm of the keys right below {@code llm}
 * @param writing all language models, {@code llm} among them where it has a provider
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
        int historyTokens,
        Translate translate,
        Llm llm,
        Writing writing,
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

    /** Who translates sentences that are quoted in a foreign language. */
    enum Translate {
        /** The models that word the answers. */
        AUTO,
        NONE
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
        ALLOW_LIST,
        /** Who is on the list, or came with a code of an administrator. */
        PAIRING
    }

    /**
     * @param paths in the order stated; empty for the sample corpus
     * @param maxFileBytes a larger file is reported and skipped
     * @param received where what chats gave is kept; need not exist
     */
    record Corpus(List<Path> paths, long maxFileBytes, Path received) {
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
            Duration timeout,
            Optional<Price> price) {
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
     * The language models by their names in the settings.
     *
     * @param order in which they are asked; empty where answers are quoted
     * @param tokensPerChatDay of the bot, as are the next two; empty for no bound
     * @param callsPerUserHour replies of models
     * @param callsPerGroupHour of all its members together
     * @param judge reads what they wrote; empty for none
     */
    record Writing(
            Map<String, Llm> models,
            List<String> order,
            OptionalLong tokensPerChatDay,
            OptionalLong callsPerUserHour,
            OptionalLong callsPerGroupHour,
            Optional<String> judge) {
        /** The name of the model of the keys right below {@code llm}. */
        static final String OWN = "default";

        Writing {
            models = Collections.unmodifiableSortedMap(new TreeMap<>(models));
            order = List.copyOf(order);
        }

        /** The same with that model first. */
        Writing beginning(String name) {
            return new Writing(
                    models,
                    Stream.concat(Stream.of(name), order.stream()).distinct().toList(),
                    tokensPerChatDay,
                    callsPerUserHour,
                    callsPerGroupHour,
                    judge);
        }

        /** Whether a question may cost somebody money. */
        boolean paid() {
            return Stream.concat(order.stream(), judge.stream())
                    .map(models::get)
                    .filter(Objects::nonNull)
                    .anyMatch(Llm::paid);
        }
    }

    /**
     * @param apiUrl a Bot API server of one's own, without a path; empty for Telegram's
     * @param webhook empty where updates are polled for
     * @param statedAccess empty where nobody set it; then {@link #access} is open
     * @param allow ids of users and chats that an allow-list admits
     * @param channels ids of those whose posts are taken in
     * @param answersAtOnce how many answers are worked on at once, those that wait for a model included
     */
    record Telegram(
            Optional<Secret> token,
            Optional<URI> apiUrl,
            Optional<Access> statedAccess,
            Optional<Webhook> webhook,
            Set<Long> allow,
            Set<Long> admins,
            Set<Long> analysts,
            Set<Long> channels,
            int answersAtOnce) {
        Telegram {
            allow = Set.copyOf(allow);
            admins = Set.copyOf(admins);
            analysts = Set.copyOf(analysts);
            channels = Set.copyOf(channels);
        }

        Access access() {
            return statedAccess.orElse(Access.OPEN);
        }
    }

    /**
     * Where Telegram delivers updates to.
     *
     * @param url as the world sees it
     * @param host that the bot listens at, as is the port
     * @param secret empty for a new one at each start
     */
    record Webhook(URI url, String host, int port, Optional<Secret> secret) {}

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
        return glossary.map(own -> new Analyzers(Glossary.packed().with(own))).orElseGet(Analyzers::packed);
    }

    /** Why the bot must not start with these settings, one line each; empty when it may. */
    List<String> botFaults() {
        return BotRules.faults(this);
    }
}
