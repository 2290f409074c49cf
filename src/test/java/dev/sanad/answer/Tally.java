package dev.sanad.answer;

import dev.sanad.answer.Attacks.Case;
import dev.sanad.answer.CitationVerifier.Verified;
import dev.sanad.language.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What the gate made of the cases, by kind and language. */
final class Tally {
    /** How many there were, and how many were stopped; of right sentences, removed. */
    record Count(int all, int stopped) {
        Count and(Count more) {
            return new Count(all + more.all, stopped + more.stopped);
        }

        double share() {
            return (double) stopped / all;
        }
    }

    private record Cell(String kind, Language language, boolean crossing) {}

    private final Map<Cell, Count> counts = new LinkedHashMap<>();

    static Tally of(List<Case> cases, CitationVerifier gate) {
        Tally tally = new Tally();
        for (Case given : cases) {
            Cell cell = new Cell(given.kind(), given.language(), given.crossing());
            tally.counts.merge(cell, new Count(1, stopped(given, gate) ? 1 : 0), Count::and);
        }
        return tally;
    }

    /** A sentence with a wrong marker is stopped also where it comes out with the right one. */
    static boolean stopped(Case given, CitationVerifier gate) {
        Verified verified = gate.verify(new Reply.Text(given.reply(), true), given.evidence(), given.language());
        boolean rightlyCited = verified.citations().stream()
                .allMatch(citation -> citation.file().equals(given.source()));
        return verified.sentences().isEmpty() || (given.kind().equals("MARKER") && rightlyCited);
    }

    Count kind(String kind, Predicate<Language> languages, Optional<Boolean> crossing) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().kind().equals(kind))
                .filter(entry -> languages.test(entry.getKey().language()))
                .filter(entry -> crossing.map(wanted -> wanted == entry.getKey().crossing())
                        .orElse(true))
                .map(Map.Entry::getValue)
                .reduce(new Count(0, 0), Count::and);
    }

    /** Markdown: stopped of how many, in the articles' language and across. */
    @Override
    public String toString() {
        StringBuilder table = new StringBuilder("| kind |");
        Stories.LANGUAGES.forEach(language -> table.append(" %s |".formatted(language.tag())));
        table.append(" all |\n|---|")
                .append("---|".repeat(Stories.LANGUAGES.size() + 1))
                .append('\n');
        Attacks.kinds().forEach(kind -> {
            row(table, kind, false);
            row(table, kind, true);
        });
        return table.toString();
    }

    private void row(StringBuilder table, String kind, boolean crossing) {
        table.append("| %s%s |".formatted(kind, crossing ? ", across" : ""));
        Stories.LANGUAGES.forEach(language -> table.append(cell(kind(kind, language::equals, Optional.of(crossing)))));
        table.append(cell(kind(kind, language -> true, Optional.of(crossing)))).append('\n');
    }

    private static String cell(Count count) {
        return " %d/%d |".formatted(count.stopped(), count.all());
    }
}
