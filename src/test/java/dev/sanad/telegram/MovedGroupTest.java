package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.conversation.Access;
import dev.sanad.conversation.MadeUp;
import dev.sanad.corpus.ArticleReader;
import dev.sanad.corpus.Audience;
import dev.sanad.corpus.Origin;
import dev.sanad.corpus.ReceivedFolder;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import dev.sanad.sandbox.SandboxChat;
import dev.sanad.sandbox.SandboxServer;
import dev.sanad.sandbox.SandboxUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A group becomes a supergroup and gets another number, as Telegram does it when a group is given topics or made public. */
@Timeout(90)
class MovedGroupTest {
    private static final long FIRST_GROUP = -4_000_000_001L;

    private final List<Question> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch go = new CountDownLatch(1);

    @TempDir
    Path folder;

    @Test
    void itIsStillLetInAndSpokenToAsBeforeAlsoAfterARestart() {
        go.countDown();
        try (Stage stage = stage(Optional.empty())) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat group = group(stage.server, anna);
            SandboxChat strange = stage.server.people().group("Strangers", anna);
            stage.write(
                    group,
                    anna,
                    "/lang@%s ru"
                            .formatted(stage.server.chats().bot().username().orElseThrow()));
            stage.said(group, new Texts().text(Language.RUSSIAN, "lang.ask")::equals);

            SandboxChat supergroup = stage.server.people().upgrade(group, anna);
            SandboxChat refused = stage.server.people().upgrade(strange, anna);
            stage.write(refused, anna, "/ask one");
            stage.write(supergroup, anna, "/ask two");
            stage.said(supergroup, words -> words.contains("[1]"));
            assertThat(asked).extracting(Question::text).containsExactly("two");
            assertThat(asked.getFirst().answerLanguage()).isEqualTo(Language.RUSSIAN);
            assertThat(stage.allSaid(refused)).isEmpty();
            assertThat(stage.logged()).contains("group %d became supergroup %d".formatted(group.id(), supergroup.id()));

            stage.restart();
            int before = stage.allSaid(supergroup).size();
            stage.write(supergroup, anna, "/ask three");
            Waiting.until(() -> stage.allSaid(supergroup).size() > before, Stage.SOON);
            assertThat(asked.getLast().answerLanguage()).isEqualTo(Language.RUSSIAN);
        }
    }

    @Test
    void anAnswerThatIsUnderWayGoesToTheSupergroup() {
        try (Stage stage = stage(Optional.empty())) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat group = group(stage.server, anna);
            stage.write(group, anna, "/ask one");
            Waiting.until(() -> !asked.isEmpty(), Stage.SOON);
            SandboxChat supergroup = stage.server.people().upgrade(group, anna);
            go.countDown();
            stage.said(supergroup, words -> words.contains("[1]"));
            stage.settled();
            assertThat(stage.logged()).doesNotContain("was not answered");
        }
    }

    @Test
    void whatItWasGivenAloneIsGivenToTheSupergroup() throws IOException {
        go.countDown();
        ReceivedFolder received = new ReceivedFolder(folder.resolve("received"), new ArticleReader(1_000_000));
        CountDownLatch indexed = new CountDownLatch(1);
        Desk desk = new Desk(
                received,
                () -> {
                    indexed.countDown();
                    return CompletableFuture.completedFuture(null);
                },
                () -> CompletableFuture.completedFuture(null),
                Set.of());
        try (Stage stage = stage(Optional.of(desk))) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat group = group(stage.server, anna);
            received.put(origin(group.id(), 17, Audience.of(group.id())), "For these alone: 902.");
            received.put(origin(group.id(), 18, Audience.ALL), "For everybody: 903.");

            SandboxChat supergroup = stage.server.people().upgrade(group, anna);
            Waiting.await(indexed);
            String own = Files.readString(received.path().resolve("%d/17.md".formatted(group.id())));
            assertThat(own).contains("audience: \"" + supergroup.id() + "\"").endsWith("For these alone: 902.");
            assertThat(Files.readString(received.path().resolve("%d/18.md".formatted(group.id()))))
                    .contains("audience: \"all\"")
                    .endsWith("For everybody: 903.");
        }
    }

    private static Origin origin(long chat, int message, Audience audience) {
        return new Origin(chat, message, Optional.empty(), Optional.empty(), Optional.empty(), audience);
    }

    private Stage stage(Optional<Desk> desk) {
        Newsroom.Asking asking = (room, asker, question, released) -> {
            asked.add(question);
            Waiting.await(go);
            return MadeUp.answer(question);
        };
        // the sandbox numbers groups from a known one on
        return new Stage(folder, server -> new Access.AllowList(Set.of(FIRST_GROUP)), Stage.newsroom(asking, desk));
    }

    private static SandboxChat group(SandboxServer server, SandboxUser member) {
        SandboxChat group = server.people().group("News desk", member);
        assertThat(group.id()).isEqualTo(FIRST_GROUP);
        return group;
    }
}
