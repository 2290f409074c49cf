package dev.sanad.telegram;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Citation;
import dev.sanad.answer.ForeignQuotes;
import dev.sanad.answer.Release;
import dev.sanad.brief.Brief;
import dev.sanad.conversation.Asker;
import dev.sanad.conversation.Room;
import dev.sanad.language.Language;
import dev.sanad.passage.Passage;
import dev.sanad.passage.PassageId;
import dev.sanad.retrieval.Question;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * What the bot serves from. Each function is called by many threads, of one chat by one at a time, and may throw: the user is then told. The first two are
 * interrupted where the user stops them.
 *
 * @param article the passages, in reading order, of the article that holds the one of that id; empty where the index no longer has it, or not for that
 *     chat
 * @param meaning what a foreign quote means to the reader, on account of the asker
 * @param passages quotes from the passages that speak of a question and may be shown to all, best first; no model takes part
 * @param library as it is now for that chat
 * @param desk where files and posts go to; empty where none are taken in
 */
public record Newsroom(
        Asking asking,
        BiFunction<Asker, Question, Brief> briefing,
        BiFunction<Long, PassageId, List<Passage>> article,
        Meaning meaning,
        Function<Question, List<Citation>> passages,
        LongFunction<Library> library,
        Equipment equipment,
        Optional<Desk> desk) {
    /** Answers what a user asks in a room; {@code released} is told by the calling thread what becomes known before the answer is whole. */
    @FunctionalInterface
    public interface Asking {
        Answer ask(Room room, Asker asker, Question question, Consumer<Release> released);
    }

    /** Explains a quote. */
    @FunctionalInterface
    public interface Meaning {
        ForeignQuotes.Meaning of(Asker asker, Citation citation, Language reader);
    }
}
