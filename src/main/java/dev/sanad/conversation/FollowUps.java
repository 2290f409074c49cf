package dev.sanad.conversation;

import dev.sanad.answer.Condenser;
import dev.sanad.answer.Note;
import dev.sanad.index.Analyzers;
import dev.sanad.language.FollowUpWords;
import dev.sanad.language.FollowUpWords.Ties;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import java.util.List;
import java.util.Optional;

/**
 * Tells a question that follows an earlier one from one that stands by itself, and completes it: by a language model where there is one that can be used,
 * else with words of the earlier question, exactly as they stood. Safe for use by many threads.
 */
public final class FollowUps {
    /** A question that has more words of its own than this says enough by itself. */
    private static final int MOST_OWN_WORDS = 3;

    private final Analyzers analyzers;
    private final Optional<Condenser> model;

    public FollowUps(Analyzers analyzers, Optional<Condenser> model) {
        this.analyzers = analyzers;
        this.model = model;
    }

    /**
     * The question to search for {@code asked}.
     *
     * @param before what was asked before it, oldest first
     */
    public Resolved resolve(Question asked, List<Turn> before) {
        Ties ties = FollowUpWords.in(asked.text(), asked.language());
        if (before.isEmpty() || !follows(ties, asked.language())) {
            return new Resolved(asked, true, List.of());
        }
        Optional<Question> whole = model.flatMap(condenser -> condenser.condense(asked, said(before)));
        if (whole.isPresent()) {
            return new Resolved(whole.get(), true, List.of());
        }
        List<Note> notes =
                model.isEmpty() ? List.of() : List.of(Note.of("condense_unavailable", asked.answerLanguage()));
        return new Resolved(new Carrying(analyzers, before).onto(asked, ties), false, notes);
    }

    private boolean follows(Ties ties, Language language) {
        int own = ownWords(ties.rest(), language);
        return own == 0
                ? ties.led() || ties.refers() || ties.asks()
                : (ties.led() || ties.refers()) && own <= MOST_OWN_WORDS;
    }

    /** In Chinese two characters count as a word. */
    private int ownWords(String rest, Language language) {
        int length = analyzers.interlingua().units(rest, language).stream()
                .mapToInt(unit -> language.chinese() ? unit.words().length() : 1)
                .sum();
        return language.chinese() ? Math.ceilDiv(length, 2) : length;
    }

    private static List<Condenser.Said> said(List<Turn> before) {
        return before.stream()
                .map(turn -> new Condenser.Said(turn.whole() ? turn.searched() : turn.asked(), turn.said()))
                .toList();
    }
}
