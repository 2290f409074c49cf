package dev.sanad.brief;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.answer.AnswerJson;
import java.time.LocalDate;

/** Briefs as the JSON that scripts read; citations, notes and authorship are written as those of an answer. Fields are added, never renamed. */
public final class BriefJson {
    private BriefJson() {}

    /** The object of a brief; an undated section's {@code date} is {@code null}. */
    public static ObjectNode of(Brief brief) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("topic", brief.topic().text());
        json.put("language", brief.topic().language().tag());
        json.put("status", brief.sections().isEmpty() ? "no_evidence" : "answered");
        ArrayNode sections = json.putArray("sections");
        brief.sections().forEach(section -> write(section, sections.addObject()));
        json.set("citations", AnswerJson.citations(brief.citations()));
        AnswerJson.authorship(json, brief.by());
        json.put("removed", brief.removed());
        json.set("notes", AnswerJson.notes(brief.notes()));
        json.put("asOf", AnswerJson.instant(brief.asOf()));
        return json;
    }

    private static void write(Brief.Section section, ObjectNode json) {
        json.put("date", section.date().map(LocalDate::toString).orElse(null));
        json.set("sentences", AnswerJson.sentences(section.sentences()));
    }
}
