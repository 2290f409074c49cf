package dev.sanad.answer;

import dev.sanad.language.Language;
import dev.sanad.retrieval.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The gate between a model and the reader. For each sentence it looks for the words of the cited passages that support it best, and lets the
 * sentence through only if all its numbers and dates stand in them and, in the language of the articles, enough of its words do. Else
 * the sentence is tried against every other passage that the model was given, and if none will do it is removed whole.
 *
 * <p>It does not see who did what to whom, negation, nor, across languages, more than numbers, dates and Latin names. Stateless.
 */
public final class CitationVerifier {
    /**
     * The least share of a sentence's content words that its quotes must hold, in their language: half. Set against chance: of the sentences of the
     * sample corpus, each held against every quote of the other articles in its language, which report the same events, about one in twenty
     * reaches it, half of them .20 and nine in ten .38 ({@code GateByChanceTest}).
     */
    public static final double LEAST_SHARE = 0.5;

    /** What a model is told to say, alone, where the passages do not answer. A protocol word, the same in every language; never shown. */
    public static final String NO_EVIDENCE = "NO_EVIDENCE";

    /** Across languages a sentence is cited anew only where so many of its numbers, dates and Latin words lead there. */
    public static final int LEAST_ANCHORS = 2;

    private static final int FACT_WEIGHT = 3;
    private static final int LATIN_WEIGHT = 2;

    /**
     * What the gate let through.
     *
     * @param citations numbered from 1 in the order of first use; the same words have one number
     * @param removed how many sentences it did not let through
     * @param refused whether the model said {@value #NO_EVIDENCE} and nothing else
     */
    public record Verified(List<Sentence> sentences, List<Citation> citations, int removed, boolean refused) {
        public Verified {
            sentences = List.copyOf(sentences);
            citations = List.copyOf(citations);
        }
    }

    /**
     * What of a model's reply the evidence supports.
     *
     * @param reply as the model wrote it, with markers
     * @param evidence in the order in which the model saw it numbered from 1
     * @param language that the reply is in
     */
    public Verified verify(Reply.Text reply, List<Evidence> evidence, Language language) {
        List<Draft> drafts = DraftSplitter.split(reply.text(), language, reply.whole());
        List<Draft> said = drafts.stream()
                .filter(draft -> !draft.text().contains(NO_EVIDENCE))
                .toList();
        boolean refused = said.isEmpty() && !drafts.isEmpty();
        return verify(said, refused, evidence, language);
    }

    private static Verified verify(List<Draft> drafts, boolean refused, List<Evidence> evidence, Language language) {
        List<List<Quote>> offered =
                evidence.stream().map(Evidence::passage).map(Quote::of).toList();
        Numbering numbering = new Numbering();
        List<Sentence> sentences = new ArrayList<>();
        int removed = 0;
        for (Draft draft : drafts) {
            Optional<List<Quote>> quotes = draft.allowed() ? support(draft, offered, language) : Optional.empty();
            if (quotes.isPresent()) {
                sentences.add(new Sentence(draft.text(), numbering.markers(quotes.get())));
            } else {
                removed++;
            }
        }
        return new Verified(sentences, numbering.citations(), removed, refused);
    }

    private static Optional<List<Quote>> support(Draft draft, List<List<Quote>> offered, Language language) {
        Claims claims = Claims.ofSentence(draft.text(), language);
        List<Quote> cited = draft.markers().stream()
                .distinct()
                .filter(marker -> marker >= 1 && marker <= offered.size())
                .map(marker -> best(claims, offered.get(marker - 1), language))
                .toList();
        List<Quote> telling = telling(claims, cited, language);
        return supported(claims, telling, language) ? Optional.of(telling) : citedAnew(claims, offered, language);
    }

    /** Without the quotes that share nothing with the sentence although they could. */
    private static List<Quote> telling(Claims claims, List<Quote> cited, Language language) {
        return cited.stream()
                .filter(quote -> !quote.sameLanguage(language) || weight(claims, quote) > 0)
                .toList();
    }

    private static boolean supported(Claims claims, List<Quote> quotes, Language language) {
        if (quotes.isEmpty() || (claims.words().isEmpty() && claims.latin().isEmpty())) {
            return false;
        }
        Claims together = quotes.stream().map(Quote::holds).reduce(Claims.NONE, Claims::and);
        boolean comparable = quotes.stream().allMatch(quote -> quote.sameLanguage(language));
        return claims.missingFrom(together).isEmpty() && (!comparable || claims.shareIn(together) >= LEAST_SHARE);
    }

    private static Optional<List<Quote>> citedAnew(Claims claims, List<List<Quote>> offered, Language language) {
        return offered.stream()
                .map(quotes -> best(claims, quotes, language))
                .filter(quote -> supported(claims, List.of(quote), language))
                .filter(quote -> quote.sameLanguage(language) || anchors(claims, quote) >= LEAST_ANCHORS)
                .max(Comparator.comparingInt(quote -> weight(claims, quote)))
                .map(List::of);
    }

    /**
     * The quote that holds most of the sentence; among equals the shortest, then the first. Where nothing of the sentence can be found, as may
     * happen across languages, the longest from the beginning, which most likely holds what the model read.
     */
    private static Quote best(Claims claims, List<Quote> quotes, Language language) {
        Quote best = quotes.stream()
                .max(Comparator.comparingInt((Quote quote) -> worth(claims, quote))
                        .thenComparing(quote -> quote.span().start(), Comparator.reverseOrder()))
                .orElseThrow();
        if (weight(claims, best) > 0 || best.sameLanguage(language)) {
            return best;
        }
        int start = quotes.getFirst().span().start();
        return quotes.stream()
                .filter(quote -> quote.span().start() == start)
                .max(Comparator.comparingInt(Quote::sentences))
                .orElseThrow();
    }

    /** A further sentence is quoted only where it adds more than one word. */
    private static int worth(Claims claims, Quote quote) {
        return weight(claims, quote) - (quote.sentences() - 1);
    }

    private static int weight(Claims claims, Quote quote) {
        Claims holds = quote.holds();
        return FACT_WEIGHT * claims.factsIn(holds) + LATIN_WEIGHT * claims.latinIn(holds) + claims.wordsIn(holds);
    }

    private static int anchors(Claims claims, Quote quote) {
        return claims.factsIn(quote.holds()) + claims.latinIn(quote.holds());
    }

    /** Numbers quotes in the order of first use. */
    private static final class Numbering {
        private final List<Quote> quotes = new ArrayList<>();

        private List<Integer> markers(List<Quote> used) {
            return used.stream().map(this::marker).distinct().sorted().toList();
        }

        private int marker(Quote quote) {
            for (int i = 0; i < quotes.size(); i++) {
                if (quotes.get(i).sameWords(quote)) {
                    return i + 1;
                }
            }
            quotes.add(quote);
            return quotes.size();
        }

        private List<Citation> citations() {
            return IntStream.range(0, quotes.size())
                    .mapToObj(i -> Citation.of(
                            i + 1, quotes.get(i).passage(), quotes.get(i).span()))
                    .toList();
        }
    }
}
