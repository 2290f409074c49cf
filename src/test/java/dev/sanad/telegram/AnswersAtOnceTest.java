package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.conversation.Access;
import dev.sanad.conversation.MadeUp;
import dev.sanad.language.Language;
import dev.sanad.sandbox.SandboxChat;
import dev.sanad.sandbox.SandboxUser;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A bot that works on one answer at once: others wait, show that they do, and can be stopped meanwhile. */
@Timeout(90)
class AnswersAtOnceTest {
    private final Texts texts = new Texts();
    private final CountDownLatch go = new CountDownLatch(1);
    private final List<String> begun = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    @Test
    void theNextIsBegunWhenOneIsDoneAndOneThatWaitsShowsItAndIsStopped() {
        Newsroom.Asking asking = (room, asker, question, released) -> {
            begun.add(question.text());
            Waiting.await(go);
            return MadeUp.answer(question);
        };
        try (Stage stage = new Stage(folder, server -> new Access.Open(), Stage.newsroom(asking))) {
            stage.restartFor(1);
            SandboxUser anna = stage.person("Anna", "en");
            SandboxUser boris = stage.person("Boris", "ru");
            SandboxUser dina = stage.person("Dina", "en");
            stage.write(stage.chat(anna), anna, "the first");
            stage.server.drafts().await(stage.chat(anna), draft -> true, Stage.SOON);
            assertThat(begun).containsExactly("the first");

            String waits = texts.text(Language.ENGLISH, "progress.begun");
            stage.write(stage.chat(dina), dina, "the second");
            stage.server.drafts().await(stage.chat(dina), draft -> draft.text().contains(waits), Stage.SOON);
            stage.write(stage.chat(boris), boris, "третий вопрос о Сирии");
            stage.server.drafts().await(stage.chat(boris), draft -> true, Stage.SOON);
            assertThat(begun).containsExactly("the first");

            stage.write(stage.chat(dina), dina, "/stop");
            stage.said(stage.chat(dina), words -> words.equals(texts.text(Language.ENGLISH, "stopped")));
            go.countDown();
            answered(stage, stage.chat(anna));
            answered(stage, stage.chat(boris));
            assertThat(begun).containsExactly("the first", "третий вопрос о Сирии");
        }
    }

    private static void answered(Stage stage, SandboxChat chat) {
        stage.said(chat, words -> words.contains("[1]"));
    }
}
