package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.language.Language;
import dev.sanad.passage.Passage;
import dev.sanad.retrieval.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant AS_OF = Instant.parse("2026-01-30T10:00:00.123456Z");
    private static final Passage HARBOUR = Given.passage(
                    "harbour.md", Language.ENGLISH, "The harbour opened.", "It cost 40 million crowns.")
            .passage();

    @Test
    void anAnswerIsWrittenFieldByFieldAsDocumented() throws Exception {
        Outcome cited = new Outcome.Cited(
                List.of(new Sentence("It cost \"40\" million.", List.of(1))),
                List.of(Citation.of(1, HARBOUR, HARBOUR.sentences().get(1))),
                new Authorship.Generative("model-x", "answer@1"),
                2);
        ObjectNode json = AnswerJson.of(answer(cited, List.of(new Note("sentences_removed", "Two."))), "q1");
        String expected = """
            {"id": "q1", "question": "What did it cost?", "language": "en", "resolved": null, "status": "answered", "reason": null,
             "confidence": 0.6667, "mode": "generative", "model": "model-x", "prompt": "answer@1",
             "notes": [{"code": "sentences_removed", "text": "Two."}], "removed": 2,
             "sentences": [{"text": "It cost \\"40\\" million.", "citations": [1], "gloss": null, "translation": null}],
             "citations": [{"marker": 1, "passageId": "%s", "title": "Title of harbour.md", "source": "The Gazette",
               "url": null, "published": "2026-01-28", "publishedBy": "given", "language": "en", "file": "harbour.md",
               "quote": "It cost 40 million crowns.", "start": 20, "end": 46, "reprints": 0}],
             "related": [], "asOf": "2026-01-30T10:00:00Z", "timingsMs": {"retrieve": 4, "answer": 2}}
            """.formatted(HARBOUR.id());
        assertThat(json.toString()).isEqualTo(JSON.readTree(expected).toString());
    }

    @Test
    void glossAndTranslationAreWrittenBesideTheSentence() throws Exception {
        Sentence sentence = new Sentence(
                "Порт.",
                List.of(1),
                Optional.of(new Gloss(List.of("port", "\u200f<b>"))),
                Optional.of(new Translation("A port.", "model-x", "translate@1")));
        assertThat(AnswerJson.sentences(List.of(sentence)).toString())
                .isEqualTo(JSON.readTree("""
                    [{"text": "Порт.", "citations": [1], "gloss": ["port", "\u200f<b>"],
                      "translation": {"text": "A port.", "model": "model-x", "prompt": "translate@1"}}]
                    """).toString());
    }

    @Test
    void aRefusalNamesItsReasonAndWhatIsRelated() throws Exception {
        Outcome none = new Outcome.NoEvidence(
                Outcome.Reason.ONLY_RELATED, List.of(new Outcome.Related("A harbour", "harbour.md")));
        String expected = """
            {"question": "What did it cost?", "language": "en", "resolved": null, "status": "no_evidence", "reason": "only_related",
             "confidence": 0.6667, "mode": "extractive", "model": null, "prompt": null, "notes": [], "removed": 0,
             "sentences": [], "citations": [], "related": [{"title": "A harbour", "file": "harbour.md"}],
             "asOf": "2026-01-30T10:00:00Z", "timingsMs": {"retrieve": 4, "answer": 2}}
            """;
        assertThat(AnswerJson.of(answer(none, List.of())).toString())
                .isEqualTo(JSON.readTree(expected).toString());
    }

    private static Answer answer(Outcome outcome, List<Note> notes) {
        return new Answer(
                Question.of("What did it cost?", Language.ENGLISH),
                outcome,
                2.0 / 3,
                notes,
                AS_OF,
                Duration.ofMillis(4),
                Duration.ofMillis(2),
                Optional.empty());
    }
}
