package dev.sanad.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.corpus.Known;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * Answers as the JSON that scripts read: one object a question, fields in a fixed order, what is not known as {@code null}. Fields are added,
 * never renamed.
 */
public final class AnswerJson {
    private static final double CONFIDENCE_STEPS = 10_000;

    private AnswerJson() {}

    /** The object of an answer to a question that has an id of its own; the id is the first field. */
    public static ObjectNode of(Answer answer, String id) {
        return written(object().put("id", id), answer);
    }

    /** The object of an answer, without an id. */
    public static ObjectNode of(Answer answer) {
        return written(object(), answer);
    }

    private static ObjectNode written(ObjectNode json, Answer answer) {
        json.put("question", answer.question().text());
        json.put("language", answer.question().language().tag());
        json.put("resolved", answer.resolved().orElse(null));
        switch (answer.outcome()) {
            case Outcome.Cited cited -> cited(json, answer, cited);
            case Outcome.NoEvidence none -> noEvidence(json, answer, none);
        }
        json.put("asOf", instant(answer.asOf()));
        json.putObject("timingsMs")
                .put("retrieve", answer.retrieving().toMillis())
                .put("answer", answer.answering().toMillis());
        return json;
    }

    private static void cited(ObjectNode json, Answer answer, Outcome.Cited cited) {
        json.put("status", "answered")
                .put("reason", cited.singleSource() ? "single_source" : null)
                .put("confidence", rounded(answer.confidence()));
        authorship(json, cited.by());
        json.set("notes", notes(answer.notes()));
        json.put("removed", cited.removed());
        json.set("sentences", sentences(cited.sentences()));
        json.set("citations", citations(cited.citations()));
        json.putArray("related");
    }

    /** Refusing is what the code decides, or what the gate made of a model's reply: no words of it are a model's. */
    private static void noEvidence(ObjectNode json, Answer answer, Outcome.NoEvidence none) {
        json.put("status", "no_evidence").put("reason", none.reason().name().toLowerCase(Locale.ROOT));
        json.put("confidence", rounded(answer.confidence()));
        authorship(json, new Authorship.Extractive());
        json.set("notes", notes(answer.notes()));
        json.put("removed", 0);
        json.putArray("sentences");
        json.putArray("citations");
        ArrayNode related = json.putArray("related");
        none.related()
                .forEach(article ->
                        related.addObject().put("title", article.title()).put("file", article.file()));
    }

    /** Writes {@code mode}, {@code model} and {@code prompt}. */
    public static void authorship(ObjectNode json, Authorship by) {
        switch (by) {
            case Authorship.Extractive extractive ->
                json.put("mode", "extractive").putNull("model").putNull("prompt");
            case Authorship.Generative generative ->
                json.put("mode", "generative").put("model", generative.model()).put("prompt", generative.prompt());
        }
    }

    /** The notes, in order. */
    public static ArrayNode notes(List<Note> notes) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        notes.forEach(note -> array.addObject().put("code", note.code()).put("text", note.text()));
        return array;
    }

    /** What replies of language models took, in order; {@code cost} is in the currency of the prices, {@code null} where none are set. */
    public static ArrayNode usage(List<Usage> usage) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        usage.forEach(reply -> array.addObject()
                .put("name", reply.name())
                .put("model", reply.model())
                .put("inputTokens", reply.tokens().input())
                .put("outputTokens", reply.tokens().output())
                .put("estimated", !reply.tokens().stated())
                .put("cost", reply.cost().orElse(null)));
        return array;
    }

    /** The sentences, in order, with the markers of their citations; gloss and translation are {@code null} where the reader needs none or none is sure. */
    public static ArrayNode sentences(List<Sentence> sentences) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Sentence sentence : sentences) {
            ObjectNode json = array.addObject().put("text", sentence.text());
            ArrayNode markers = json.putArray("citations");
            sentence.citations().forEach(markers::add);
            json.set("gloss", sentence.gloss().map(AnswerJson::gloss).orElse(null));
            json.set(
                    "translation",
                    sentence.translation().map(AnswerJson::translation).orElse(null));
        }
        return array;
    }

    /** An array of the terms. */
    private static JsonNode gloss(Gloss gloss) {
        ArrayNode terms = JsonNodeFactory.instance.arrayNode();
        gloss.terms().forEach(terms::add);
        return terms;
    }

    private static JsonNode translation(Translation translation) {
        return object().put("text", translation.text())
                .put("model", translation.model())
                .put("prompt", translation.prompt());
    }

    /** The citations, in order. */
    public static ArrayNode citations(List<Citation> citations) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        citations.forEach(citation -> array.add(citation(citation)));
        return array;
    }

    /** The object of a citation. */
    public static ObjectNode citation(Citation citation) {
        return object().put("marker", citation.marker())
                .put("passageId", citation.passageId().value())
                .put("title", citation.title())
                .put("source", citation.source().orElse(null))
                .put("url", citation.url().map(URI::toString).orElse(null))
                .put(
                        "published",
                        citation.published()
                                .map(Known::value)
                                .map(LocalDate::toString)
                                .orElse(null))
                .put("publishedBy", citation.published().map(AnswerJson::by).orElse(null))
                .put("language", citation.language().tag())
                .put("file", citation.file())
                .put("quote", citation.quote())
                .put("start", citation.start())
                .put("end", citation.end())
                .put("reprints", citation.reprints());
    }

    /** A moment in UTC, to the second. */
    public static String instant(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String by(Known<?> known) {
        return known.by().name().toLowerCase(Locale.ROOT);
    }

    private static double rounded(double confidence) {
        return Math.round(confidence * CONFIDENCE_STEPS) / CONFIDENCE_STEPS;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
