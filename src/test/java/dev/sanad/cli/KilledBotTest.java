package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at random moments of the real bot, with the sample corpus, the real Telegram library and our Bot API server. For more of them:
 * {@code mvn -B test -Dtest=KilledBotTest -Dsanad.kills=200 -Dsanad.kills.seed=1}.
 */
class KilledBotTest {
    @TempDir
    Path home;

    @Test
    @Timeout(3_600)
    void noQuestionIsLostAndOnlyWhatWasBeingSentIsAnsweredTwice() throws Exception {
        assertThat(new CommandLineRun(home, home).run("index")).isZero();
        Kills.Outcome outcome =
                new Kills(home, Long.getLong("sanad.kills.seed", 1)).run(Integer.getInteger("sanad.kills", 5));
        System.out.println(outcome);
        assertThat(outcome.asked()).isGreaterThan(outcome.kills());
        assertThat(outcome.lost()).as("lost").isZero();
        assertThat(outcome.failed()).as("failed").isZero();
        assertThat(outcome.unexplained())
                .as("doubled, but not being sent at a kill: %s", outcome.riddles())
                .isZero();
        assertThat(outcome.disordered()).as("chats out of order").isZero();
    }
}
