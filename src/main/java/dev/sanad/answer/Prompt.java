package dev.sanad.answer;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A checked template of what a model is told. Immutable.
 *
 * @param name of the template, such as {@code answer}
 * @param version from 1, raised with every change of the wording
 * @param system instructions, with placeholders
 * @param user the data, with placeholders
 */
public record Prompt(String name, int version, String system, String user) {
    static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");

    /** What the two parts say once the placeholders are filled. */
    public record Filled(String system, String user) {
        /** As a model is asked. */
        ChatRequest request() {
            return ChatRequest.builder()
                    .messages(SystemMessage.from(system), UserMessage.from(user))
                    .build();
        }
    }

    /** Name and version, such as {@code answer@3}. */
    public String id() {
        return name + "@" + version;
    }

    /**
     * Fills the placeholders in one pass: a value that itself holds <code>{{…}}</code> stays as it is.
     *
     * @throws IllegalArgumentException where a placeholder has no value
     */
    public Filled fill(Map<String, String> values) {
        return new Filled(fill(system, values), fill(user, values));
    }

    private String fill(String part, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(part)
                .replaceAll(match -> Optional.ofNullable(values.get(match.group(1)))
                        .map(Matcher::quoteReplacement)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "prompt %s: no value for {{%s}}".formatted(id(), match.group(1)))));
    }
}
