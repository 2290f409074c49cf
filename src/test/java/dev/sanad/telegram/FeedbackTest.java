package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Outcome;
import dev.sanad.conversation.Access;
import dev.sanad.conversation.MadeUp;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import dev.sanad.sandbox.Callbacks;
import dev.sanad.sandbox.SandboxChat;
import dev.sanad.sandbox.SandboxMessage;
import dev.sanad.sandbox.SandboxUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Opinions on answers by the keys below them: the real Telegram library, the sandbox server, a store on disk. */
@Timeout(90)
class FeedbackTest {
    private static final String GOOD = "👍";
    private static final String BAD = "👎";

    private final Texts texts = new Texts();

    @TempDir
    Path folder;

    @Test
    void anOpinionIsGivenChangedAndGivenItsReasonInAllLanguages() {
        try (Stage stage = stage()) {
            for (Language language : Language.spoken()) {
                SandboxUser anna = stage.person("Anna", language.tag());
                SandboxChat chat = stage.chat(anna);
                stage.write(chat, anna, MadeUp.story(language).question());
                SandboxMessage answer = stage.said(chat, words -> words.contains("[1]"));
                assertThat(Stage.labels(answer)).containsExactly("[1]", GOOD, BAD);

                assertThat(press(stage, answer, anna, BAD)).isEqualTo(texts.text(language, "opinion.why"));
                SandboxMessage bad = stage.offers(answer, "✓ " + BAD);
                System.out.println(Stage.labels(bad));
                String wrong = texts.text(language, "button.wrong");
                assertThat(Stage.labels(bad))
                        .containsExactly(
                                "[1]",
                                GOOD,
                                "✓ " + BAD,
                                wrong,
                                texts.text(language, "button.unanswered"),
                                texts.text(language, "button.unsupported"),
                                texts.text(language, "button.other"));
                assertThat(bad.text()).isEqualTo(answer.text());
                assertThat(bad.now().keyboard()).extracting(List::size).containsExactly(1, 2, 2, 2);

                assertThat(press(stage, bad, anna, wrong)).isEqualTo(texts.text(language, "opinion.thanks"));
                stage.offers(answer, "✓ " + wrong);
                // the card of a source, and back
                press(stage, answer, anna, "[1]");
                stage.offers(answer, texts.text(language, "button.back"));
                press(stage, answer, anna, texts.text(language, "button.back"));
                assertThat(Stage.labels(stage.offers(answer, "✓ " + wrong))).contains("✓ " + BAD, GOOD);

                assertThat(press(stage, answer, anna, GOOD)).isEqualTo(texts.text(language, "opinion.thanks"));
                assertThat(Stage.labels(stage.offers(answer, "✓ " + GOOD))).containsExactly("[1]", "✓ " + GOOD, BAD);
            }
            assertThat(stage.logged()).doesNotContain("ERROR");
        }
    }

    @Test
    void aRefusalIsJudgedByItsAskerAloneAndKeptForAsLongAsTheOpinion() {
        try (Stage stage = stage()) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxUser leila = stage.person("Leila", "fa");
            SandboxChat group = stage.server.people().group("Desk", anna, leila);
            stage.write(group, anna, "/ask nothing");
            SandboxMessage refusal = stage.said(group, words -> !words.isEmpty());
            assertThat(Stage.labels(refusal)).containsExactly(GOOD, BAD);
            stage.write(group, leila, "/sources");
            stage.said(group, words -> words.equals(texts.text(Language.PERSIAN, "sources.none")));

            Callbacks.Answer foreign =
                    stage.server.callbacks().await(stage.server.people().press(refusal, leila, GOOD), Stage.SOON);
            assertThat(foreign.alert()).isTrue();
            assertThat(foreign.text()).isEqualTo(texts.text(Language.PERSIAN, "key.foreign"));

            press(stage, refusal, anna, BAD);
            stage.offers(refusal, "✓ " + BAD);
            stage.write(group, anna, "/ask q");
            SandboxMessage answer = stage.said(group, words -> words.contains("[1]"));
            stage.settled();
            stage.restartAfter(Duration.ofDays(91));
            press(stage, refusal, anna, texts.text(Language.ENGLISH, "button.other"));
            assertThat(Stage.labels(stage.offers(refusal, "✓ " + texts.text(Language.ENGLISH, "button.other"))))
                    .hasSize(6);
            // nobody judged that one
            assertThat(press(stage, answer, anna, GOOD)).isEqualTo(texts.text(Language.ENGLISH, "key.expired"));
        }
    }

    @Test
    void aReasonThatIsForgedOrOfAnAnswerThatWasForgottenDoesNothing() {
        try (Stage stage = stage()) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat chat = stage.chat(anna);
            stage.write(chat, anna, "q");
            SandboxMessage answer = stage.said(chat, words -> words.contains("[1]"));
            String forged = stage.server.people().forgePress(answer, anna, "good:1");
            assertThat(stage.server.callbacks().await(forged, Stage.SOON).text())
                    .isEqualTo(texts.text(Language.ENGLISH, "key.unknown"));
            stage.write(chat, anna, "/forget");
            SandboxMessage forget = stage.said(chat, words -> words.equals(texts.text(Language.ENGLISH, "forget.ask")));
            stage.server.people().press(forget, anna, texts.text(Language.ENGLISH, "button.forget"));
            stage.becomes(forget, words -> words.equals(texts.text(Language.ENGLISH, "forget.done")));
            assertThat(press(stage, answer, anna, GOOD)).isEqualTo(texts.text(Language.ENGLISH, "key.unknown"));
        }
    }

    private Stage stage() {
        return new Stage(folder, server -> new Access.Open(), FeedbackTest::answer);
    }

    private static Answer answer(Question question) {
        return question.text().equals("nothing")
                ? MadeUp.answer(question, new Outcome.NoEvidence(Outcome.Reason.NOTHING, List.of()))
                : MadeUp.answer(question);
    }

    /** What is said to it. */
    private static String press(Stage stage, SandboxMessage message, SandboxUser user, String label) {
        String query = stage.server.people().press(message, user, label);
        return stage.server.callbacks().await(query, Stage.SOON).text();
    }
}
