package dev.sanad.index;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;

/** What to tell the user of a fault of an embedding model. */
final class EmbeddingFault {
    private EmbeddingFault() {}

    /** One line: the model, the cause, what to do. */
    static String line(String model, Throwable fault) {
        return "embedding model %s: %s".formatted(model, causeAndRemedy(fault));
    }

    private static String causeAndRemedy(Throwable fault) {
        return switch (fault) {
            case AuthenticationException e ->
                "the key was refused (%s); set embedding.api-key or SANAD_EMBEDDING_API_KEY"
                        .formatted(ModelFault.cause(e));
            case ModelNotFoundException e ->
                "the server has no such model or address (%s); correct embedding.model and embedding.base-url"
                        .formatted(ModelFault.cause(e));
            case InvalidRequestException e ->
                "the texts were refused (%s); check embedding.model, or lower embedding.max-chars or embedding.batch-size"
                        .formatted(ModelFault.cause(e));
            case RateLimitException e ->
                "it is busy or its quota is used up (%s); wait and run the command again, what was embedded is kept"
                        .formatted(ModelFault.cause(e));
            case TimeoutException e ->
                "it did not reply in time (%s); raise embedding.timeout or lower embedding.batch-size"
                        .formatted(ModelFault.cause(e));
            default ->
                "it failed or cannot be reached (%s); start its server, or correct embedding.base-url and embedding.model"
                        .formatted(ModelFault.cause(fault));
        };
    }
}
