package dev.sanad.answer;

import dev.sanad.language.Span;
import dev.sanad.passage.Fingerprint;
import dev.sanad.retrieval.Retrieved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers with the evidence's own sentences, the most direct first. Immutable and safe for use by many threads. */
public final class ExtractiveAnswerer implements Answerer {
    private static final int MOST_SENTENCES = 4;

    /** A further sentence is worth reading when it scores at least this share of the first. */
    private static final double WORTH = 0.75;

    @Override
    public Worded answer(Retrieved evidence, Consumer<Release> released) {
        SentenceScorer scorer = new SentenceScorer(evidence);
        List<ScoredSentence> scored = scorer.withPairs();
        Optional<Conflict> conflict = Conflict.in(scored, scorer.asked());
        List<ScoredSentence> chosen = chosen(conflict.map(Conflict::sentences).orElse(List.of()), scored);
        List<Sentence> sentences = new ArrayList<>();
        List<Citation> citations = new ArrayList<>();
        for (ScoredSentence sentence : chosen) {
            Span quote = Quotes.within(sentence, part -> evidence.subject().share(part, sentence.language()));
            int marker = citations.size() + 1;
            citations.add(Citation.of(marker, sentence.passage(), quote));
            sentences.add(new Sentence(Quotes.shown(sentence, quote), List.of(marker)));
        }
        return new Worded(
                new Outcome.Cited(sentences, citations, new Authorship.Extractive(), 0),
                conflict.map(sides -> sides.note(evidence.question().answerLanguage())).stream()
                        .toList());
    }

    /** @param differing are shown however alike they are */
    private static List<ScoredSentence> chosen(List<ScoredSentence> differing, List<ScoredSentence> scored) {
        List<ScoredSentence> chosen = new ArrayList<>(differing);
        double enough = WORTH * scored.getFirst().score();
        for (ScoredSentence sentence : scored) {
            if (sentence.score() < enough || chosen.size() == MOST_SENTENCES) {
                break;
            }
            if (chosen.stream().noneMatch(other -> repeats(sentence, other))) {
                chosen.add(sentence);
            }
        }
        return chosen;
    }

    private static boolean repeats(ScoredSentence one, ScoredSentence other) {
        return one.overlaps(other)
                || Fingerprint.of(one.text()) == Fingerprint.of(other.text())
                || Words.same(Words.of(one.text(), one.language()), Words.of(other.text(), other.language()));
    }
}
