package dev.sanad.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.sanad.answer.Authorship;
import dev.sanad.answer.Outcome;
import dev.sanad.language.Language;
import java.io.IOException;
import java.util.Optional;

/**
 * What was shown as JSON. {@link #VERSION} rises when a stored form can no longer be read by the records; fields that were added
 * or dropped need no new version. Immutable and safe for use by many threads.
 */
final class ShownJson {
    static final int VERSION = 1;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(languages())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(Shown.class, ShownCases.class)
            .addMixIn(Outcome.class, OutcomeCases.class)
            .addMixIn(Authorship.class, AuthorshipCases.class)
            .build();

    private ShownJson() {}

    static String write(Shown shown) {
        try {
            return MAPPER.writerFor(Shown.class).writeValueAsString(shown);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an answer that cannot be written as JSON", e);
        }
    }

    /** Empty where the row was written in a form that this version does not know. */
    static Optional<Shown> read(int version, String body) {
        if (version != VERSION) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(body, Shown.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored answer is damaged: the question must be asked again", e);
        }
    }

    /** By tag: the names of the constants may change, tags do not. */
    private static SimpleModule languages() {
        return new SimpleModule("languages")
                .addSerializer(new StdSerializer<Language>(Language.class) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public void serialize(Language language, JsonGenerator out, SerializerProvider provider)
                            throws IOException {
                        out.writeString(language.tag());
                    }
                })
                .addDeserializer(Language.class, new StdDeserializer<>(Language.class) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public Language deserialize(JsonParser in, DeserializationContext context) throws IOException {
                        return Language.ofTag(in.getText()).orElse(Language.OTHER);
                    }
                });
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "case")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Shown.Answered.class, name = "answer"),
        @JsonSubTypes.Type(value = Shown.Briefed.class, name = "brief"),
        @JsonSubTypes.Type(value = Shown.Stopped.class, name = "stopped")
    })
    private interface ShownCases {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "case")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Outcome.Cited.class, name = "cited"),
        @JsonSubTypes.Type(value = Outcome.NoEvidence.class, name = "no_evidence")
    })
    private interface OutcomeCases {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "case")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Authorship.Extractive.class, name = "extractive"),
        @JsonSubTypes.Type(value = Authorship.Generative.class, name = "generative")
    })
    private interface AuthorshipCases {}
}
