package dev.sanad.answer;

import dev.sanad.language.Span;
import dev.sanad.passage.PassageId;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Retrieved;
import java.util.ArrayList;
import java.util.List;

/** What a reader of passages is shown, where no answer is made of them. */
public final class QuotedPassages {
    private QuotedPassages() {}

    /** A citation for each passage that was found, in its order, of the sentence that speaks most directly of what is asked. */
    public static List<Citation> of(Retrieved found) {
        List<ScoredSentence> scored = new SentenceScorer(found).scored();
        List<Citation> citations = new ArrayList<>();
        for (Evidence evidence : found.ranked()) {
            PassageId id = evidence.passage().id();
            scored.stream()
                    .filter(sentence -> sentence.passage().id().equals(id))
                    .findFirst()
                    .ifPresent(best -> {
                        Span quote =
                                Quotes.within(best, words -> found.subject().share(words, best.language()));
                        citations.add(Citation.of(citations.size() + 1, best.passage(), quote));
                    });
        }
        return List.copyOf(citations);
    }
}
