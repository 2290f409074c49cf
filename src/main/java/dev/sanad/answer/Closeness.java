package dev.sanad.answer;

import dev.sanad.language.Language;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of a sentence its quotes hold, as a whole and clause by clause.
 *
 * @param said the sentence
 * @param language it is written in
 */
record Closeness(Said said, List<Quote> quotes, Language language) {
    /** Of the sentence by weight, in the language of its quotes and across; first guesses, decision 0012. */
    static final double LEAST_SHARE = 0.4;

    static final double LEAST_SHARE_ACROSS = 0.3;

    /** Of the words of each clause that has so many; its facts are looked for by themselves. */
    private static final double LEAST_SHARE_OF_CLAUSE = 0.3;

    private static final double LEAST_SHARE_OF_CLAUSE_ACROSS = 0.25;
    private static final int LEAST_WORDS_OF_CLAUSE = 3;

    private static final double FACT_WEIGHT = 2;

    boolean enough() {
        boolean own = quotes.stream().allMatch(quote -> quote.sameLanguage(language));
        double leastOfClause = own ? LEAST_SHARE_OF_CLAUSE : LEAST_SHARE_OF_CLAUSE_ACROSS;
        return share(said.own(), own) >= (own ? LEAST_SHARE : LEAST_SHARE_ACROSS)
                && clauses(own).stream().allMatch(words -> share(words, own) >= leastOfClause);
    }

    /** The words of clauses that say enough for a verdict of their own: one that is too short goes with its neighbour, or is the only one. */
    private List<List<Part>> clauses(boolean own) {
        List<List<Part>> clauses = new ArrayList<>();
        List<Part> open = new ArrayList<>();
        for (List<Part> clause : said.clauses()) {
            clause.stream()
                    .filter(part -> weight(part) == 1 && counts(part, own))
                    .forEach(open::add);
            if (open.size() >= LEAST_WORDS_OF_CLAUSE) {
                clauses.add(open);
                open = new ArrayList<>();
            }
        }
        if (clauses.isEmpty() && !open.isEmpty()) {
            clauses.add(open);
        } else if (!clauses.isEmpty()) {
            clauses.getLast().addAll(open);
        }
        return clauses;
    }

    /** The share by weight of what could be found that is. */
    private double share(List<Part> parts, boolean own) {
        double all = 0;
        double found = 0;
        for (Part part : parts) {
            if (counts(part, own)) {
                all += weight(part);
                found += held(part) ? weight(part) : 0;
            }
        }
        return all == 0 ? 0 : found / all;
    }

    /** Across languages a word in no table cannot be found. */
    private boolean counts(Part part, boolean own) {
        return own || crosses(part) || held(part);
    }

    private boolean held(Part part) {
        return quotes.stream().anyMatch(quote -> quote.states(part));
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
            case Part.Word word -> word.ids().stream().anyMatch(id -> !id.startsWith(Part.STEM));
            case Part.Name name -> name.sure();
            case Part.Quantity number -> true;
            case Part.Date date -> true;
        };
    }
}
