package dev.sanad.telegram;

import dev.sanad.conversation.Admission;
import dev.sanad.conversation.Inbox;

/** Hands what is in the inbox to the lanes. It runs on threads that receive, so it never waits and never throws. Safe for use by many threads. */
final class Dispatch {
    /** Tries after which a message may be what brings the process down. */
    private static final int SUSPICIOUS = 2;

    /** Such messages are begun one at a time: what is answered beside the one at fault would count as tried with it, and be given up with it. */
    private final Turns suspects = new Turns(1);

    private final Admission access;
    private final Pairing pairing;
    private final Inbox inbox;
    private final Conversation conversation;
    private final Presses presses;
    private final Receiving receiving;
    private final MovedGroups moves;
    private final FaultLog log;

    /** Questions and briefs. */
    private final Lanes work;

    /** What takes no thought and must not wait behind it: presses, and lines such as "busy". */
    private final Lanes quick;

    private final Cards cards;
    private final Menus menus;

    /** Cards, which may wait for a translation: presses that come meanwhile are answered. */
    private final Lanes turning;

    Dispatch(
            Admission access,
            Pairing pairing,
            Inbox inbox,
            Conversation conversation,
            Presses presses,
            Receiving receiving,
            MovedGroups moves,
            FaultLog log,
            Lanes work,
            Lanes quick,
            Cards cards,
            Menus menus,
            Lanes turning) {
        this.access = access;
        this.pairing = pairing;
        this.inbox = inbox;
        this.conversation = conversation;
        this.presses = presses;
        this.receiving = receiving;
        this.moves = moves;
        this.log = log;
        this.work = work;
        this.quick = quick;
        this.cards = cards;
        this.menus = menus;
        this.turning = turning;
    }

    /** Whether it is worth keeping: strangers in groups get no word, and channels are followed where the settings name them. A group that moved is known by its new number from here on. */
    boolean admits(Incoming.Kept incoming) {
        return switch (incoming) {
            case Incoming.Words words ->
                !words.at().group()
                        || access.allows(words.at().user(), words.at().chat())
                        || Pairing.mayLetIn(words.request());
            case Incoming.Press press -> true;
            case Incoming.Post post -> receiving.follows(post.chat());
            case Incoming.Moved moved -> {
                // what is written there may be right behind
                access.expect(moved.from(), moved.to());
                yield true;
            }
        };
    }

    /** What was just received. Where there is no room for it, the user is told. */
    void take(Inbox.Entry entry, Incoming.Kept incoming) {
        switch (incoming) {
            case Incoming.Words words when words.request() instanceof Request.Stop -> stop(entry, words.at());
            case Incoming.Words words -> ask(entry, words);
            case Incoming.Press press -> press(entry, press);
            // there is room for all of them: nobody could send one again
            case Incoming.Post post -> work.add(post.chat(), take(entry, post));
            case Incoming.Moved moved -> work.add(moved.to(), follow(entry, moved));
        }
    }

    /** What an earlier run did not finish; there is always room for it, for it was admitted once. */
    void resume(Inbox.Entry entry, Incoming.Kept incoming) {
        switch (incoming) {
            case Incoming.Words words
            when entry.tries() >= Inbox.MOST_TRIES -> work.add(words.at().chat(), giveUp(entry, words.at()));
            case Incoming.Words words -> again(entry, words.at().chat(), answer(entry, words));
            case Incoming.Press press -> press(entry, press);
            case Incoming.Post post
            when entry.tries() >= Inbox.MOST_TRIES -> {
                log.error(
                        "%s was begun %d times and never finished: it is given up".formatted(post, entry.tries() + 1));
                inbox.failed(entry);
            }
            case Incoming.Post post -> again(entry, post.chat(), take(entry, post));
            case Incoming.Moved moved -> {
                access.expect(moved.from(), moved.to());
                // however often it was begun: what is done is not done again
                work.add(moved.to(), follow(entry, moved));
            }
        }
    }

    private void again(Inbox.Entry entry, long chat, Lanes.Job job) {
        Lanes.Job again = job.after(() -> inbox.begun(entry));
        work.add(chat, entry.tries() < SUSPICIOUS ? again : again.within(suspects));
    }

    private Lanes.Job take(Inbox.Entry entry, Incoming.Post post) {
        return job(work, entry, "%s was not taken in".formatted(post), () -> {
            receiving.post(post);
            inbox.done(entry);
        });
    }

    /** In the new number's lane: what is written there waits until it is known. */
    private Lanes.Job follow(Inbox.Entry entry, Incoming.Moved moved) {
        String fault =
                "chat %d became chat %d, and not all that is kept of it followed".formatted(moved.from(), moved.to());
        return job(work, entry, fault, () -> {
            moves.follow(moved.from(), moved.to());
            inbox.done(entry);
        });
    }

    /** Whose faults are told in the log alone. */
    private Lanes.Job job(Lanes lanes, Inbox.Entry entry, String fault, Runnable work) {
        return new Lanes.Job(work, thrown -> {
            if (!lanes.cut()) {
                log.error(fault, thrown);
                inbox.failed(entry);
            }
        });
    }

    private void ask(Inbox.Entry entry, Incoming.Words words) {
        switch (work.submit(words.at().chat(), answer(entry, words))) {
            case TAKEN, CLOSED -> {}
            case LANE_FULL -> refuse(entry, words.at(), "busy");
            case ALL_FULL -> refuse(entry, words.at(), "busy.all");
        }
    }

    private Lanes.Job answer(Inbox.Entry entry, Incoming.Words words) {
        Place at = words.at();
        return new Lanes.Job(
                () -> {
                    if (pairing.admits(at, words.request())) {
                        conversation.handle(at, words.request(), () -> inbox.sending(entry));
                    } else if (!at.group()) {
                        say(entry, at, "access.denied");
                    }
                    inbox.done(entry);
                },
                thrown -> failed(entry, at, thrown));
    }

    /** Whatever brought the process down may have been this message: after some tries it stays unanswered. */
    private Lanes.Job giveUp(Inbox.Entry entry, Place at) {
        return new Lanes.Job(
                () -> {
                    log.error("chat %d: message %d was begun %d times and never finished: it is given up"
                            .formatted(at.chat(), at.message(), entry.tries() + 1));
                    say(entry, at, "error");
                    inbox.failed(entry);
                },
                thrown -> failed(entry, at, thrown));
    }

    /** It does not wait behind what it is to stop. */
    private void stop(Inbox.Entry entry, Place at) {
        submit(quick, at.chat(), entry, "/stop did not work", () -> {
            if (access.allows(at.user(), at.chat())) {
                conversation.stop(at);
            }
            inbox.done(entry);
        });
    }

    private void press(Inbox.Entry entry, Incoming.Press press) {
        submit(quick, press.chat(), entry, "a button did not work", () -> {
            switch (presses.handle(press.query(), press.message())) {
                case Presses.Next.Turn turn -> turn(press.chat(), entry, () -> cards.turn(turn.to(), turn.message()));
                case Presses.Next.Choose chosen ->
                    turn(press.chat(), entry, () -> menus.choose(chosen.menu(), chosen.choice()));
                case Presses.Next.Ask again -> ask(entry, new Incoming.Words(again.at(), again.request()));
                case Presses.Next.Nothing nothing -> inbox.done(entry);
            }
        });
    }

    private void turn(long chat, Inbox.Entry entry, Runnable work) {
        submit(turning, chat, entry, "a button did not work", () -> {
            work.run();
            inbox.done(entry);
        });
    }

    private void refuse(Inbox.Entry entry, Place at, String key) {
        submit(quick, at.chat(), entry, "'%s' was not said".formatted(key), () -> {
            say(entry, at, key);
            inbox.done(entry);
        });
    }

    /** Says a text of the interface instead of an answer. */
    private void say(Inbox.Entry entry, Place at, String key) {
        inbox.sending(entry);
        conversation.say(at, key);
    }

    /** What takes little time; where too much of it waits, it is dropped. */
    private void submit(Lanes lanes, long chat, Inbox.Entry entry, String fault, Runnable work) {
        switch (lanes.submit(chat, job(lanes, entry, "chat %d: %s".formatted(chat, fault), work))) {
            case TAKEN, CLOSED -> {}
            case LANE_FULL, ALL_FULL -> {
                log.warn("chat %d: a press or a short reply was dropped: too many at once".formatted(chat));
                inbox.failed(entry);
            }
        }
    }

    /** What the bot's end interrupted is left as it is: the next start takes it up. */
    private void failed(Inbox.Entry entry, Place at, Throwable thrown) {
        if (work.cut()) {
            return;
        }
        log.error("chat %d: message %d was not answered".formatted(at.chat(), at.message()), thrown);
        try {
            say(entry, at, "error");
        } catch (RuntimeException e) {
            log.error("chat %d: 'error' was not said".formatted(at.chat()), e);
        } finally {
            inbox.failed(entry);
        }
    }
}
