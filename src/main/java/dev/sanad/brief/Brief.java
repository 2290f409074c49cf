package dev.sanad.brief;

import dev.sanad.answer.Authorship;
import dev.sanad.answer.Citation;
import dev.sanad.answer.Note;
import dev.sanad.answer.Sentence;
import dev.sanad.retrieval.Question;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A cited summary of one topic.
 *
 * @param topic asked for, with its scope and language
 * @param sections by article date, oldest first, undated last; empty where the corpus says nothing of the topic
 * @param citations ascending by marker, over all sections
 * @param removed how many of the model's sentences the gate removed
 */
public record Brief(
        Question topic,
        List<Section> sections,
        List<Citation> citations,
        Authorship by,
        int removed,
        List<Note> notes,
        Instant asOf) {
    public Brief {
        sections = List.copyOf(sections);
        citations = List.copyOf(citations);
        notes = List.copyOf(notes);
    }

    /** The facts that articles of one day report, the best supported first. */
    public record Section(Optional<LocalDate> date, List<Sentence> sentences) {
        public Section {
            sentences = List.copyOf(sentences);
        }
    }
}
