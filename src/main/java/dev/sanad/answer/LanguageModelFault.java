package dev.sanad.answer;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.sanad.index.ModelFault;

/** What to tell the user of a fault of a language model, in one line: the model, the cause, what to do. */
final class LanguageModelFault {
    private LanguageModelFault() {}

    static String late(LanguageModel model) {
        return line(
                model,
                "no whole reply within %d s; raise its timeout"
                        .formatted(model.timeout().toSeconds()));
    }

    static String line(LanguageModel model, Throwable fault) {
        String cause = ModelFault.cause(fault);
        return line(
                model,
                switch (fault) {
                    case AuthenticationException e -> "the key was refused (%s); correct its api-key".formatted(cause);
                    case ModelNotFoundException e ->
                        "the server has no such model or address (%s); correct its model and base-url".formatted(cause);
                    case InvalidRequestException e ->
                        "the request was refused (%s); correct its model or provider".formatted(cause);
                    case RateLimitException e ->
                        "it is busy or its quota is used up (%s); wait and ask again".formatted(cause);
                    default ->
                        "it failed or cannot be reached (%s); start its server, or correct its base-url and model"
                                .formatted(cause);
                });
    }

    private static String line(LanguageModel model, String causeAndRemedy) {
        return "model %s (%s): %s".formatted(model.name(), LogLine.of(model.model()), causeAndRemedy);
    }
}
