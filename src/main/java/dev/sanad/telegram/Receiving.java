package dev.sanad.telegram;

import dev.sanad.conversation.Admission;
import dev.sanad.conversation.CleanText;
import dev.sanad.conversation.Questions;
import dev.sanad.conversation.Role;
import dev.sanad.corpus.Audience;
import dev.sanad.corpus.FileCorpus;
import dev.sanad.corpus.Origin;
import dev.sanad.corpus.ReceivedFolder.Outcome;
import dev.sanad.language.Folding;
import dev.sanad.language.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/**
 * Takes files and posts into the corpus, and out of it. Throws what the delivery throws, and {@link dev.sanad.corpus.CorpusException} where the disk fails. Safe for use
 * by many threads.
 */
final class Receiving {
    private static final int MOST_NAME_CHARS = 80;

    /** For the index to find what was taken in; later it is told that it waits. */
    private static final long INDEXING_SECONDS = 60;

    private static final Pattern MESSAGE = Pattern.compile("(-?\\d{1,16})[ /](\\d{1,9})");

    private final Optional<Desk> desk;
    private final Admission admission;
    private final Questions questions;
    private final Downloads downloads;
    private final Delivery delivery;
    private final Texts texts;
    private final Request.Self self;
    private final FaultLog log;

    Receiving(
            Optional<Desk> desk,
            Admission admission,
            Questions questions,
            Downloads downloads,
            Delivery delivery,
            Texts texts,
            Request.Self self,
            FaultLog log) {
        this.desk = desk;
        this.admission = admission;
        this.questions = questions;
        this.downloads = downloads;
        this.delivery = delivery;
        this.texts = texts;
        this.self = self;
        this.log = log;
    }

    /** Whether files from there are taken in. */
    boolean takesFrom(Place at) {
        return desk.isPresent() && admission.mayGive(at.user());
    }

    /** Whether posts of that channel are taken in. */
    boolean follows(long channel) {
        return desk.filter(open -> open.channels().contains(channel)).isPresent();
    }

    /** Asks who may read a file, or says why it cannot be taken in. */
    void offer(Place at, Attachment file) {
        Language line = line(at);
        Optional<String> refused = refused(file);
        if (refused.isPresent()) {
            delivery.say(at, about(line, refused.get(), file));
            return;
        }
        delivery.ask(at, about(line, "receive.ask", file), keys(line, at));
    }

    private Optional<String> refused(Attachment file) {
        if (!FileCorpus.reads(file.name())) {
            return Optional.of("receive.kind");
        }
        return file.bytes() > mostBytes() ? Optional.of("receive.size") : Optional.empty();
    }

    private InlineKeyboardMarkup keys(Language line, Place at) {
        return new InlineKeyboardMarkup(List.of(new InlineKeyboardRow(
                Keys.key(texts.text(line, "button.receive.all"), new Offered(true, at.user()).data()),
                Keys.key(texts.text(line, "button.receive.chat"), new Offered(false, at.user()).data()))));
    }

    /** @param at the message with the buttons, which tells how it goes */
    void take(Place at, Attachment file, boolean toAll) {
        Language line = line(at);
        if (!takesFrom(at)) {
            say(at, line, "command.unknown");
            return;
        }
        edit(at, about(line, "receive.begun", file), List.of());
        Optional<byte[]> content;
        try {
            content = downloads.fetch(file, mostBytes());
        } catch (DeliveryException e) {
            log.warn("chat %d: %s".formatted(at.chat(), e.getMessage()));
            edit(at, about(line, "receive.failed", file), keys(line, at).getKeyboard());
            return;
        }
        Audience audience = toAll ? Audience.ALL : Audience.of(at.chat());
        Origin origin =
                new Origin(at.chat(), file.message(), Optional.empty(), Optional.empty(), file.link(), audience);
        Outcome outcome =
                content.map(bytes -> open().folder().put(origin, bytes)).orElse(Outcome.TOO_LARGE);
        edit(at, told(line, at, file, toAll, outcome), List.of());
    }

    private List<Node> told(Language line, Place at, Attachment file, boolean toAll, Outcome outcome) {
        return switch (outcome) {
            case TOO_LARGE -> about(line, "receive.size", file);
            case UNREADABLE -> about(line, "receive.unreadable", file);
            case TAKEN -> {
                String taken = toAll ? "receive.all" : "receive.chat";
                List<Node> nodes = about(line, indexed() ? taken : "receive.later", file);
                nodes.add(Node.text("\n"));
                String command = at.group() ? "/remove@" + self.userName() : "/remove";
                nodes.addAll(Line.around(
                        texts.text(line, "receive.remove", Map.of("command", Line.HERE)),
                        List.of(new Node.Isolate(List.of(Node.text(command))))));
                yield nodes;
            }
        };
    }

    /** Takes in what a channel posted or changed; what is no text of any kind is passed over. */
    void post(Incoming.Post post) {
        Message message = post.message();
        if (!follows(post.chat())) {
            return;
        }
        // what was posted first may come after what it was changed to
        if (!post.edited() && open().folder().holds(post.chat(), message.getMessageId())) {
            return;
        }
        Optional<Outcome> outcome = Attachment.of(message)
                .filter(file -> refused(file).isEmpty())
                .map(file -> downloads
                        .fetch(file, mostBytes())
                        .map(bytes -> open().folder().put(origin(message), bytes))
                        .orElse(Outcome.TOO_LARGE))
                .or(() -> words(message).map(words -> open().folder().put(origin(message), words)));
        if (outcome.filter(Outcome.TAKEN::equals).isPresent()) {
            var unused = open().indexing().get();
        } else if (outcome.isPresent()) {
            log.warn("%s is not taken in: %s".formatted(post, outcome.get()));
        }
    }

    private static Optional<String> words(Message message) {
        return Optional.ofNullable(message.getText())
                .or(() -> Optional.ofNullable(message.getCaption()))
                .map(CleanText::of)
                .filter(words -> !words.isBlank());
    }

    private static Origin origin(Message post) {
        return new Origin(
                post.getChatId(),
                post.getMessageId(),
                Optional.ofNullable(post.getChat().getTitle()),
                Optional.of(LocalDate.ofInstant(Instant.ofEpochSecond(post.getDate()), ZoneOffset.UTC)),
                Attachment.link(post),
                Audience.ALL);
    }

    /** Takes out what came with the message that is replied to, or that is named. */
    void remove(Place at, Request.Remove remove) {
        Language line = line(at);
        if (!takesFrom(at)) {
            say(at, line, "command.unknown");
            return;
        }
        Matcher named = MESSAGE.matcher(Folding.fold(remove.written()).strip());
        if (named.matches()) {
            long chat = Long.parseLong(named.group(1));
            // what other chats were given is an administrator's to take out
            boolean may = chat == at.chat() || admission.role(at.user()) == Role.ADMIN;
            say(at, line, may ? removed(chat, Integer.parseInt(named.group(2))) : "removed.none");
        } else if (remove.written().isBlank() && remove.replied().isPresent()) {
            say(at, line, removed(at.chat(), remove.replied().get()));
        } else {
            say(at, line, "usage.remove");
        }
    }

    private String removed(long chat, int message) {
        if (!open().folder().remove(chat, message)) {
            return "removed.none";
        }
        return indexed() ? "removed" : "removed.later";
    }

    /** Whether questions find what the folder holds, or will only later: the desk tells why. */
    private boolean indexed() {
        try {
            open().indexing().get().get(INDEXING_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException later) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the index was brought up to date", e);
        }
    }

    private Desk open() {
        return desk.orElseThrow();
    }

    private long mostBytes() {
        return Math.min(Downloads.MOST_BYTES, open().folder().mostBytes());
    }

    private List<Node> about(Language line, String key, Attachment file) {
        String words = texts.text(line, key, Map.of("name", Line.HERE, "most", texts.size(line, mostBytes())));
        return Line.around(words, List.of(Line.inside(line, file.name(), MOST_NAME_CHARS)));
    }

    private void edit(Place at, List<Node> nodes, List<InlineKeyboardRow> keys) {
        delivery.edit(at.chat(), at.message(), Parts.of(nodes).getFirst(), new InlineKeyboardMarkup(keys));
    }

    private void say(Place at, Language line, String key) {
        delivery.say(at, Line.phrase(line, texts.text(line, key)));
    }

    private Language line(Place at) {
        return questions.language(at.chat(), at.tag());
    }
}
