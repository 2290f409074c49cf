package dev.sanad.answer;

import dev.sanad.language.Language;
import java.util.List;

/**
 * How much of a sentence its quotes hold.
 *
 * @param said the sentence
 * @param language it is written in
 */
record Closeness(List<Part> said, List<Quote> quotes, Language language) {
    /** Of the sentence by weight, in the language of its quotes and across; first guesses, decision 0012. */
    static final double LEAST_SHARE = 0.4;

    static final double LEAST_SHARE_ACROSS = 0.3;

    private static final double FACT_WEIGHT = 2;

    boolean enough() {
        boolean own = quotes.stream().allMatch(quote -> quote.sameLanguage(language));
        return share(own) >= (own ? LEAST_SHARE : LEAST_SHARE_ACROSS);
    }

    /** The share by weight of what could be found that is; across languages a word in no table cannot. */
    double share(boolean own) {
        double all = 0;
        double found = 0;
        for (Part part : said) {
            boolean held = quotes.stream().anyMatch(quote -> quote.states(part));
            if (own || held || crosses(part)) {
                all += weight(part);
                found += held ? weight(part) : 0;
            }
        }
        return all == 0 ? 0 : found / all;
    }

    private static double weight(Part part) {
        return switch (part) {
            case Part.Word word -> 1;
            case Part.Name name -> name.sure() ? FACT_WEIGHT : 1;
            case Part.Quantity number -> FACT_WEIGHT;
            case Part.Date date -> FACT_WEIGHT;
        };
    }

    private static boolean crosses(Part part) {
        return switch (part) {
            case Part.Word word -> word.ids().stream().anyMatch(id -> !id.startsWith("w:"));
            case Part.Name name -> name.sure();
            case Part.Quantity number -> true;
            case Part.Date date -> true;
        };
    }
}
