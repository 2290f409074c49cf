package dev.sanad.answer;

import java.util.List;

/** What came of a question. A refusal is a case of its own, never a phrase. */
public sealed interface Outcome {
    /**
     * An answer.
     *
     * @param sentences in reading order, at least one
     * @param citations ascending by marker; every marker of a sentence is among them
     * @param removed how many of the model's sentences the gate removed
     * @param singleSource whether all passages that are evidence are of one outlet, so that nobody confirms it
     */
    record Cited(List<Sentence> sentences, List<Citation> citations, Authorship by, int removed, boolean singleSource)
            implements Outcome {
        /** Of more than one source, so far as is known. */
        public Cited(List<Sentence> sentences, List<Citation> citations, Authorship by, int removed) {
            this(sentences, citations, by, removed, false);
        }

        public Cited {
            sentences = List.copyOf(sentences);
            citations = List.copyOf(citations);
            if (sentences.isEmpty()) {
                throw new IllegalArgumentException("an answer without a sentence");
            }
            for (Sentence sentence : sentences) {
                for (int marker : sentence.citations()) {
                    if (citations.stream().noneMatch(citation -> citation.marker() == marker)) {
                        throw new IllegalArgumentException("marker [%d] has no citation".formatted(marker));
                    }
                }
            }
        }
    }

    /** The corpus does not answer the question; {@code related} are the closest articles, best first, possibly none. */
    record NoEvidence(Reason reason, List<Related> related) implements Outcome {
        public NoEvidence {
            related = List.copyOf(related);
        }
    }

    /** Why there is no answer. */
    enum Reason {
        /** Passages share words with the question, but too few to answer it. */
        ONLY_RELATED,
        /** Nothing shares any. */
        NOTHING,
        /** What answers is older than the period that was asked for. */
        ONLY_OLDER
    }

    /** An article that is close but does not answer. */
    record Related(String title, String file) {}
}
