package dev.sanad.answer;

import dev.sanad.language.Span;
import dev.sanad.passage.Fingerprint;
import dev.sanad.retrieval.Retrieved;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Answers with the evidence's own sentences, the most direct first. Immutable and safe for use by many threads. */
public final class ExtractiveAnswerer implements Answerer {
    private static final int MOST_SENTENCES = 4;

    /** A further sentence is worth reading when it scores at least this share of the first. */
    private static final double WORTH = 0.75;

    @Override
    public Worded answer(Retrieved evidence) {
        List<ScoredSentence> chosen = chosen(new SentenceScorer(evidence).withPairs());
        List<Sentence> sentences = new ArrayList<>();
        List<Citation> citations = new ArrayList<>();
        for (ScoredSentence sentence : chosen) {
            Span quote = Quotes.within(sentence, part -> evidence.subject().share(part, sentence.language()));
            int marker = citations.size() + 1;
            citations.add(Citation.of(marker, sentence.passage(), quote));
            sentences.add(new Sentence(Quotes.shown(sentence, quote), List.of(marker)));
        }
        return new Worded(new Outcome.Cited(sentences, citations, new Authorship.Extractive(), 0), List.of());
    }

    private static List<ScoredSentence> chosen(List<ScoredSentence> scored) {
        List<ScoredSentence> chosen = new ArrayList<>();
        Set<Long> fingerprints = new HashSet<>();
        List<Set<String>> words = new ArrayList<>();
        double enough = WORTH * scored.getFirst().score();
        for (ScoredSentence sentence : scored) {
            if (sentence.score() < enough || chosen.size() == MOST_SENTENCES) {
                break;
            }
            Set<String> own = Words.of(sentence.text(), sentence.language());
            boolean repeats = chosen.stream().anyMatch(sentence::overlaps)
                    || words.stream().anyMatch(other -> Words.same(own, other));
            if (!repeats && fingerprints.add(Fingerprint.of(sentence.text()))) {
                chosen.add(sentence);
                words.add(own);
            }
        }
        return chosen;
    }
}
