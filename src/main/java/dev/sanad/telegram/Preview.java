package dev.sanad.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Shows how far an answer is until it is there: in private chats by a draft, and where Telegram refuses that, as in groups, by one message that is edited. That
 * message is silent and is taken away when the answer, a message of its own, was sent: an edit would notify nobody, and the answer would stand above
 * what others wrote meanwhile. Always the latest state is shown, and where the limits leave no room for it, none.
 */
final class Preview implements AutoCloseable {
    /** A quick answer needs no preview. */
    private static final Duration FIRST = Duration.ofMillis(400);

    private static final Duration FIRST_IN_GROUP = Duration.ofSeconds(2);
    private static final Duration PACE = Duration.ofMillis(1_200);
    private static final Duration PACE_IN_GROUP = Duration.ofSeconds(4);

    /** A draft is shown for 30 seconds (Bot API, sendMessageDraft). */
    private static final Duration SHOWN_FOR = Duration.ofSeconds(20);

    private static final Duration LONGEST_CALL = Duration.ofSeconds(35);

    private final Delivery delivery;
    private final PreviewDelivery previews;
    private final Texts texts;
    private final Place at;
    private final Progress progress;
    private final String stopKey;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;
    private boolean drafts;
    private OptionalInt message = OptionalInt.empty();
    private String last = "";
    private Instant shown = Instant.EPOCH;

    /** @param stopKey callback data of the button that stops the answer */
    Preview(Delivery delivery, PreviewDelivery previews, Texts texts, Place at, Progress progress, String stopKey) {
        this.delivery = delivery;
        this.previews = previews;
        this.texts = texts;
        this.at = at;
        this.progress = progress;
        this.stopKey = stopKey;
        this.drafts = !at.group();
        this.thread = Thread.ofVirtual().name("preview " + at.chat()).start(this::run);
    }

    private void run() {
        try {
            Duration pause = at.group() ? FIRST_IN_GROUP : FIRST;
            while (!ended.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                show();
                pause = at.group() ? PACE_IN_GROUP : PACE;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show() {
        if (!previews.mayShow()) {
            return;
        }
        List<Node> nodes = progress.nodes();
        String html = Parts.of(drafts ? withHint(nodes) : nodes).getFirst();
        boolean fading = drafts && shown.plus(SHOWN_FOR).isBefore(Instant.now());
        if (html.equals(last) && !fading) {
            return;
        }
        boolean sent = drafts ? draft(html) : placeholder(html);
        if (sent) {
            last = html;
            shown = Instant.now();
        }
    }

    private boolean draft(String html) {
        return switch (previews.draft(at, html)) {
            case SHOWN -> true;
            case LATER -> false;
            case REFUSED -> {
                drafts = false;
                yield placeholder(Parts.of(progress.nodes()).getFirst());
            }
        };
    }

    private boolean placeholder(String html) {
        var stop = Keys.stop(stopKey, texts, progress.language());
        if (message.isPresent()) {
            return previews.edit(at.chat(), message.getAsInt(), html, stop);
        }
        Optional<Integer> sent = previews.send(at, html, stop);
        sent.ifPresent(id -> message = OptionalInt.of(id));
        return sent.isPresent();
    }

    /** A draft holds no buttons. */
    private List<Node> withHint(List<Node> nodes) {
        List<Node> all = new ArrayList<>(nodes);
        all.add(Node.text("\n"));
        all.addAll(Line.phrase(progress.language(), texts.text(progress.language(), "progress.stop_hint")));
        return all;
    }

    /** Nothing more is shown once this returned: a preview behind the answer would be read as another one. */
    void end() {
        ended.countDown();
        boolean interrupted = false;
        while (true) {
            try {
                thread.join(LONGEST_CALL);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it and takes the message away. */
    @Override
    public void close() {
        end();
        message.ifPresent(id -> delivery.delete(at.chat(), id));
    }
}
