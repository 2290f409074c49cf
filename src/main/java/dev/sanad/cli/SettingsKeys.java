package dev.sanad.cli;

import dev.sanad.index.EmbeddingSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** The types and defaults of the keys, as SmallRye Config reads them; {@link Settings} is what the commands see. */
@ConfigMapping(prefix = "")
interface SettingsKeys {
    CorpusKeys corpus();

    IndexKeys index();

    AnswerKeys answer();

    ConversationKeys conversation();

    LlmKeys llm();

    EmbeddingKeys embedding();

    RerankKeys rerank();

    TelegramKeys telegram();

    StoreKeys store();

    PromptsKeys prompts();

    ModelsKeys models();

    /** {@code corpus.*} */
    interface CorpusKeys {
        Optional<List<String>> paths();

        @WithDefault("5242880")
        long maxFileBytes();

        Optional<String> received();
    }

    /** {@code index.*} */
    interface IndexKeys {
        Optional<String> path();

        Optional<String> glossary();
    }

    /** {@code answer.*} */
    interface AnswerKeys {
        OptionalDouble minConfidence();

        Optional<String> judge();

        @WithDefault("auto")
        Settings.Translate translate();
    }

    /** {@code conversation.*} */
    interface ConversationKeys {
        @WithDefault("2000")
        int historyTokens();
    }

    /** Of one language model. */
    interface LanguageModelKeys {
        Optional<URI> baseUrl();

        Optional<String> model();

        Optional<String> apiKey();

        @WithDefault("60s")
        Duration timeout();

        Optional<BigDecimal> priceInput();

        Optional<BigDecimal> priceOutput();
    }

    /** {@code llm.*} */
    interface LlmKeys extends LanguageModelKeys {
        @WithDefault("none")
        Settings.Provider provider();

        Optional<List<String>> fallback();

        BudgetKeys budget();

        /** By name. */
        Map<String, NamedLlmKeys> models();
    }

    /** {@code llm.budget.*} */
    interface BudgetKeys {
        OptionalLong tokensPerChatDay();

        OptionalLong callsPerUserHour();

        OptionalLong callsPerGroupHour();
    }

    /** {@code llm.models.NAME.*} */
    interface NamedLlmKeys extends LanguageModelKeys {
        Optional<Settings.Provider> provider();
    }

    /** {@code embedding.*} */
    interface EmbeddingKeys {
        @WithDefault("none")
        Settings.EmbeddingProvider provider();

        Optional<URI> baseUrl();

        Optional<String> model();

        Optional<String> apiKey();

        Optional<String> queryPrefix();

        Optional<String> passagePrefix();

        Optional<EmbeddingSettings.Pooling> pooling();

        @WithDefault("32")
        int batchSize();

        @WithDefault("1500")
        int maxChars();

        @WithDefault("60s")
        Duration timeout();

        @WithDefault("5s")
        Duration queryTimeout();
    }

    /** {@code rerank.*} */
    interface RerankKeys {
        @WithDefault("none")
        Settings.RerankProvider provider();

        Optional<URI> baseUrl();

        Optional<String> model();

        Optional<String> apiKey();

        @WithDefault("30")
        int depth();

        @WithDefault("5s")
        Duration timeout();
    }

    /** {@code telegram.*} */
    interface TelegramKeys {
        Optional<String> token();

        Optional<URI> apiUrl();

        Optional<Settings.Access> access();

        Optional<Set<Long>> allow();

        Optional<Set<Long>> admins();

        Optional<Set<Long>> analysts();

        Optional<Set<Long>> channels();

        @WithDefault("64")
        int answersAtOnce();

        WebhookKeys webhook();
    }

    /** {@code telegram.webhook.*} */
    interface WebhookKeys {
        Optional<URI> url();

        @WithDefault("127.0.0.1")
        String host();

        @WithDefault("8443")
        int port();

        Optional<String> secret();
    }

    /** {@code store.*} */
    interface StoreKeys {
        Optional<String> url();
    }

    /** {@code prompts.*} */
    interface PromptsKeys {
        Optional<String> path();
    }

    /** {@code models.*} */
    interface ModelsKeys {
        Optional<String> path();

        @WithDefault("https://huggingface.co")
        URI url();
    }
}
