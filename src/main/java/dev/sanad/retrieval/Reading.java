package dev.sanad.retrieval;

import dev.sanad.index.Snapshot;
import dev.sanad.language.ScopeWords;
import dev.sanad.language.ScopeWords.Wanted;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A question parted into what it is about and which articles it wants. Periods such as <i>last week</i> end with the newest article of the index, which
 * is the corpus's present, whether or not it is today.
 *
 * @param question what it is about, in the scope it wants
 */
record Reading(Question question, Narrowing narrowing) {
    static Reading of(Question asked, Snapshot snapshot) {
        Optional<LocalDate> newest = snapshot.newest().map(day -> earlier(day, snapshot));
        Wanted wanted = ScopeWords.in(asked.text(), asked.language(), snapshot::outlets, newest);
        Scope read = new Scope(wanted.since(), wanted.until(), wanted.outlets(), wanted.languages());
        if (read.equals(Scope.ALL)) {
            return new Reading(asked, Narrowing.NONE);
        }
        Scope both = Narrowing.within(asked.scope(), read);
        return new Reading(
                new Question(wanted.rest(), asked.language(), asked.answerLanguage(), both),
                new Narrowing(read, wanted.outlet(), true));
    }

    /** An article that claims a day after it was indexed says nothing of the present. */
    private static LocalDate earlier(LocalDate newest, Snapshot snapshot) {
        LocalDate indexed =
                snapshot.manifest().committed().atZone(ZoneOffset.UTC).toLocalDate();
        return newest.isBefore(indexed) ? newest : indexed;
    }
}
