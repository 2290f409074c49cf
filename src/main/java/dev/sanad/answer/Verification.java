package dev.sanad.answer;

import dev.sanad.answer.CitationVerifier.Verified;
import dev.sanad.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Checks one reply, sentence by sentence, while it comes. Not for use by two threads at once. */
final class Verification {
    private final Language language;
    private final Function<Draft, Optional<Gate.Support>> gate;
    private final List<Quote> quotes = new ArrayList<>();
    private final List<Sentence> sentences = new ArrayList<>();
    private int read;
    private int refusals;
    private int removed;
    private int recited;

    /** @param gate what a sentence rests on; empty where it may not be shown */
    Verification(Language language, Function<Draft, Optional<Gate.Support>> gate) {
        this.language = language;
        this.gate = gate;
    }

    /**
     * The sentences that passed the gate since the last call.
     *
     * @param soFar the beginning of the reply, as long as before or longer
     */
    List<Release.Passed> grown(String soFar) {
        return read(DraftSplitter.settled(soFar, language));
    }

    /** What of the whole reply the evidence supports. */
    Verified end(Reply.Text reply) {
        read(DraftSplitter.split(reply.text(), language, reply.whole()));
        boolean refused = read > 0 && refusals == read;
        return new Verified(sentences, citations(), removed, recited, refused);
    }

    private List<Release.Passed> read(List<Draft> drafts) {
        List<Release.Passed> passed = new ArrayList<>();
        for (; read < drafts.size(); read++) {
            passed(drafts.get(read)).ifPresent(passed::add);
        }
        return passed;
    }

    private Optional<Release.Passed> passed(Draft draft) {
        if (draft.text().contains(CitationVerifier.NO_EVIDENCE)) {
            refusals++;
            return Optional.empty();
        }
        Optional<Gate.Support> support = gate.apply(draft);
        if (support.isEmpty()) {
            removed++;
            return Optional.empty();
        }
        recited += support.get().anew() ? 1 : 0;
        List<Integer> markers = support.get().quotes().stream()
                .map(this::marker)
                .distinct()
                .sorted()
                .toList();
        Sentence sentence = new Sentence(draft.text(), markers);
        sentences.add(sentence);
        return Optional.of(new Release.Passed(
                sentence, markers.stream().map(this::citation).toList()));
    }

    /** In the order of first use; the same words have one number. */
    private int marker(Quote quote) {
        for (int i = 0; i < quotes.size(); i++) {
            if (quotes.get(i).sameWords(quote)) {
                return i + 1;
            }
        }
        quotes.add(quote);
        return quotes.size();
    }

    private Citation citation(int marker) {
        Quote quote = quotes.get(marker - 1);
        return Citation.of(marker, quote.passage(), quote.span());
    }

    private List<Citation> citations() {
        return IntStream.rangeClosed(1, quotes.size()).mapToObj(this::citation).toList();
    }
}
