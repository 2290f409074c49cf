package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sanad.conversation.Roster;
import dev.sanad.sandbox.Fault;
import dev.sanad.sandbox.SandboxServer;
import dev.sanad.sandbox.SandboxUser;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The library's polling, against the sandbox server. */
@Timeout(60)
class PollTest {
    private static final String TOKEN = "4242:secret";

    private final SandboxServer server = SandboxServer.start(TOKEN, 0);
    private final SandboxUser anna = server.people().person("Anna", "", "en");
    private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();
    private final BlockingQueue<BotException> stopped = new LinkedBlockingQueue<>();

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void aSessionThatDiesInSilenceIsBegunAnewAndItsUpdatesComeAgain() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        // an error ends the library's polling for good
        Poll poll = poll(Duration.ofSeconds(1), Duration.ofMinutes(1), updates -> {
            if (calls.getAndIncrement() == 0) {
                throw new StackOverflowError();
            }
            take(updates);
        });
        poll.start();
        write("one");
        assertThat(taken.poll(20, TimeUnit.SECONDS)).isEqualTo("one");
        write("two");
        assertThat(taken.poll(20, TimeUnit.SECONDS)).isEqualTo("two");
        poll.close();
    }

    @Test
    void whatCouldNotBeTakenInIsNotConfirmed() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Poll poll = poll(Duration.ofMinutes(2), Duration.ofMinutes(1), updates -> {
            if (calls.getAndIncrement() < 2) {
                throw new IllegalStateException("the store is away");
            }
            take(updates);
        });
        poll.start();
        write("one");
        assertThat(taken.poll(20, TimeUnit.SECONDS)).isEqualTo("one");
        assertThat(server.updates().awaitConfirmed(Duration.ofSeconds(10))).isTrue();
        poll.close();
    }

    @Test
    void aFewConflictsAreSatOutAndManyStopPollingWithWhatToDo() throws Exception {
        Poll poll = poll(Duration.ofMinutes(2), Duration.ofSeconds(2), this::take);
        server.faults().next("getUpdates", 2, new Fault.Conflict());
        poll.start();
        write("one");
        assertThat(taken.poll(20, TimeUnit.SECONDS)).isEqualTo("one");
        assertThat(stopped).isEmpty();

        server.faults().next("getUpdates", 50, new Fault.Conflict());
        write("two");
        BotException why = stopped.poll(20, TimeUnit.SECONDS);
        assertThat(why).hasMessageContaining("(409), so this one stops: stop the other");
        int calls = server.calls().of("getUpdates").size();
        Thread.sleep(1_500);
        assertThat(server.calls().of("getUpdates")).hasSize(calls);
        assertThat(stopped).isEmpty();
    }

    @Test
    void afterTooManyRequestsItWaitsAsLongAsTheServerSays() throws Exception {
        server.faults().next("getUpdates", 1, new Fault.TooManyRequests(3));
        Poll poll = poll(Duration.ofSeconds(1), Duration.ofMinutes(1), this::take);
        poll.start();
        write("one");
        assertThat(taken.poll(20, TimeUnit.SECONDS)).isEqualTo("one");
        var calls = server.calls().of("getUpdates");
        assertThat(Duration.between(calls.get(0).at(), calls.get(1).at()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        // the watchdog, more impatient than that, knew of it
        assertThat(server.calls().of("deleteWebhook")).hasSize(1);
        poll.close();
    }

    private Poll poll(Duration overdue, Duration conflict, Consumer<List<JsonNode>> intake) {
        BotSettings settings =
                BotSettings.of(new Token(TOKEN), Optional.of(server.address()), Optional.empty(), Roster.anybody());
        return new Poll(
                settings, new Poll.Patience(overdue, conflict), intake, new FaultLog(settings.token()), stopped::add);
    }

    private void take(List<JsonNode> updates) {
        updates.forEach(update -> taken.add(update.at("/message/text").asText()));
    }

    private void write(String words) {
        server.people().write(server.people().privateChat(anna), anna, words);
    }
}
