package dev.sanad.telegram;

import dev.sanad.conversation.Admission;
import dev.sanad.conversation.Figures;
import dev.sanad.conversation.PairingCodes;
import dev.sanad.conversation.Questions;
import dev.sanad.conversation.Role;
import dev.sanad.conversation.Store;
import dev.sanad.language.Folding;
import dev.sanad.language.Language;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;

/** Answers the commands of administrators; to all others they are unknown. Throws what the delivery throws. Safe for use by many threads. */
final class AdminCommands {
    private static final Pattern ID = Pattern.compile("-?\\d{1,18}");

    private final Store store;
    private final Admission admission;
    private final Pairing pairing;
    private final Newsroom newsroom;
    private final Questions questions;
    private final Delivery delivery;
    private final Texts texts;
    private final FaultLog log;

    AdminCommands(
            Store store,
            Admission admission,
            Pairing pairing,
            Newsroom newsroom,
            Questions questions,
            Delivery delivery,
            Texts texts,
            FaultLog log) {
        this.store = store;
        this.admission = admission;
        this.pairing = pairing;
        this.newsroom = newsroom;
        this.questions = questions;
        this.delivery = delivery;
        this.texts = texts;
        this.log = log;
    }

    void handle(Place at, Request.Admin command) {
        Language line = questions.language(at.chat(), at.tag());
        if (admission.role(at.user()) != Role.ADMIN) {
            say(at, line, "command.unknown", Map.of());
            return;
        }
        switch (command) {
            case Request.Stats stats -> stats(at, line);
            case Request.Reindex reindex -> reindex(at, line);
            case Request.Pair pair -> pair(at, line, pair.role());
            case Request.Allow allow -> allow(at, line, allow);
            case Request.Deny deny -> deny(at, line, deny.id());
        }
    }

    private void stats(Place at, Language line) {
        Figures figures = Figures.of(store);
        say(
                at,
                line,
                "stats",
                Map.of(
                        "messages",
                        figures.messages(),
                        "answers",
                        figures.answers(),
                        "failed",
                        figures.failed(),
                        "good",
                        figures.good(),
                        "bad",
                        figures.bad(),
                        "tokens",
                        figures.tokens(),
                        "open",
                        figures.open()));
    }

    /** It may take long, and the chat is answered meanwhile; a restart of the bot ends it without a word. */
    private void reindex(Place at, Language line) {
        Optional<Desk> desk = newsroom.desk();
        if (desk.isEmpty()) {
            say(at, line, "command.unknown", Map.of());
            return;
        }
        say(at, line, "reindex.begun", Map.of());
        CompletableFuture<Void> reindexing = desk.get().reindexing().get();
        Thread.ofVirtual().name("telegram-reindex").start(() -> {
            try {
                reindexed(at, line, reindexing);
            } catch (RuntimeException e) {
                log.error("chat %d: the end of /reindex was not told".formatted(at.chat()), e);
            }
        });
    }

    private void reindexed(Place at, Language line, CompletableFuture<Void> reindexing) {
        try {
            reindexing.join();
        } catch (CompletionException | CancellationException e) {
            say(at, line, "reindex.failed", Map.of());
            return;
        }
        say(
                at,
                line,
                "reindex.done",
                Map.of("articles", newsroom.library().apply(at.chat()).articles()));
    }

    private void allow(Place at, Language line, Request.Allow command) {
        OptionalLong id = id(command.id());
        Optional<Role> role = Pairing.role(command.role());
        if (id.isEmpty() || role.isEmpty()) {
            say(at, line, "usage.allow", Map.of());
            return;
        }
        pairing.letIn(id.getAsLong(), role.get());
        stated(at, line, role.get() == Role.ANALYST ? "allowed.analyst" : "allowed", id.getAsLong());
    }

    private void deny(Place at, Language line, String written) {
        OptionalLong id = id(written);
        if (id.isEmpty()) {
            say(at, line, "usage.deny", Map.of());
        } else if (admission.role(id.getAsLong()) == Role.ADMIN) {
            say(at, line, "denied.admin", Map.of());
        } else {
            pairing.keepOut(id.getAsLong());
            stated(at, line, "denied", id.getAsLong());
        }
    }

    private static OptionalLong id(String written) {
        String id = Folding.fold(written).strip();
        return ID.matcher(id).matches() ? OptionalLong.of(Long.parseLong(id)) : OptionalLong.empty();
    }

    private void stated(Place at, Language line, String key, long id) {
        Node number = new Node.Isolate(List.of(Node.text(Long.toString(id))));
        delivery.say(at, Line.around(texts.text(line, key, Map.of("id", Line.HERE)), List.of(number)));
    }

    /** Who reads a code may use it, so none is told in a group. */
    private void pair(Place at, Language line, String written) {
        Optional<Role> role = Pairing.role(written);
        if (at.group()) {
            say(at, line, "pair.private", Map.of());
        } else if (role.isEmpty()) {
            say(at, line, "usage.pair", Map.of());
        } else {
            long hours = PairingCodes.VALID.toHours();
            boolean analyst = role.get() == Role.ANALYST;
            String one = texts.text(line, analyst ? "pair.analyst" : "pair", Map.of("hours", hours, "link", Line.HERE));
            List<Node> nodes = new ArrayList<>(Line.around(one, List.of(link(role.get(), false))));
            if (!analyst) {
                nodes.add(Node.text("\n\n"));
                String group = texts.text(line, "pair.group", Map.of("hours", hours, "link", Line.HERE));
                nodes.addAll(Line.around(group, List.of(link(Role.ASKER, true))));
            }
            delivery.say(at, nodes);
        }
    }

    private Node link(Role role, boolean group) {
        URI link = pairing.link(role, group);
        return new Node.Isolate(List.of(new Node.Link(link, List.of(Node.text(link.toString())))));
    }

    private void say(Place at, Language line, String key, Map<String, ?> arguments) {
        delivery.say(at, Line.phrase(line, texts.text(line, key, arguments)));
    }
}
