package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.answer.Citation;
import dev.sanad.answer.ForeignQuotes;
import dev.sanad.conversation.Access;
import dev.sanad.conversation.MadeUp;
import dev.sanad.conversation.Store;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import dev.sanad.sandbox.Entity;
import dev.sanad.sandbox.InlineQueries;
import dev.sanad.sandbox.SandboxServer;
import dev.sanad.sandbox.SandboxUser;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Words typed after the bot's name in other chats: the real Telegram library, the sandbox server, a store on disk. */
@Timeout(90)
class InlineTest {
    private final Texts texts = new Texts();
    private final List<Question> searched = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    @Test
    void passagesAreOfferedInTheLanguageOfWhoTypesAndSentAsQuoteAndSource() {
        try (Stage stage = stage(server -> new Access.Open(), this::passages)) {
            for (Language language : Language.spoken()) {
                SandboxUser anna = stage.person("Anna", language.tag());
                MadeUp.Story story = MadeUp.story(language);

                InlineQueries.Answer hint = typed(stage, anna, " \u202e ");
                assertThat(hint.cards()).isEmpty();
                assertThat(hint.button())
                        .contains(new InlineQueries.StartButton(texts.text(language, "inline.hint"), "inline"));

                InlineQueries.Answer answer = typed(stage, anna, story.question());
                assertThat(answer.personal()).isTrue();
                assertThat(answer.cacheTime()).isEqualTo(Duration.ofMinutes(1));
                assertThat(answer.button()).isEmpty();
                InlineQueries.Card card = answer.cards().getFirst();
                System.out.println(card.title() + "\n" + card.description() + "\n--\n" + card.text() + "\n====");
                assertThat(card.title()).isEqualTo(story.title());
                assertThat(card.description())
                        .isEqualTo("%s · %s\n%s"
                                .formatted(story.outlet(), texts.date(language, MadeUp.DAY), story.quote()));
                assertThat(card.text()).contains(story.outlet(), texts.date(language, MadeUp.DAY), story.title());
                assertThat(of(card, Entity.Type.BLOCKQUOTE)).containsExactly(story.quote());
                assertThat(of(card, Entity.Type.TEXT_LINK)).containsExactly(story.title());

                assertThat(typed(stage, anna, "nothing").button())
                        .map(InlineQueries.StartButton::text)
                        .contains(texts.text(language, "inline.nothing"));
            }
            assertThat(stage.logged()).doesNotContain("inline query");
        }
    }

    @Test
    void aPassageInAnotherLanguageIsIsolated() {
        try (Stage stage =
                stage(server -> new Access.Open(), question -> List.of(MadeUp.citation(1, Language.RUSSIAN)))) {
            MadeUp.Story story = MadeUp.story(Language.RUSSIAN);
            InlineQueries.Card card =
                    typed(stage, stage.person("Anna", "fa"), "پل").cards().getFirst();
            assertThat(card.title()).isEqualTo("\u2068" + story.title() + "\u2069");
            assertThat(card.description())
                    .startsWith("\u2068" + story.outlet() + "\u2069 · ")
                    .endsWith("\n\u2068" + story.quote() + "\u2069");
        }
    }

    @Test
    void whatWasFoundIsFoundOnceForReadersOfAllLanguages() {
        try (Stage stage = stage(server -> new Access.Open(), this::passages)) {
            MadeUp.Story story = MadeUp.story(Language.RUSSIAN);
            SandboxUser anna = stage.person("Anna", "en");
            SandboxUser leila = stage.person("Leila", "fa");
            String first =
                    typed(stage, anna, story.question()).cards().getFirst().description();
            String second = typed(stage, leila, " " + story.question())
                    .cards()
                    .getFirst()
                    .description();
            assertThat(first).contains(texts.date(Language.ENGLISH, MadeUp.DAY));
            assertThat(second).contains(texts.date(Language.PERSIAN, MadeUp.DAY));
            assertThat(searched).hasSize(1);
        }
    }

    @Test
    void strangersGetAHintAndNothingIsSearchedForThem() {
        List<SandboxUser> listed = new ArrayList<>();
        Function<SandboxServer, Access> list = server -> {
            listed.add(server.people().person("Anna", "anna", "ru"));
            return new Access.AllowList(Set.of(listed.getFirst().id()));
        };
        try (Stage stage = stage(list, this::passages)) {
            for (Language language : Language.spoken()) {
                InlineQueries.Answer answer = typed(stage, stage.person("Stranger", language.tag()), "q");
                assertThat(answer.cards()).isEmpty();
                assertThat(answer.cacheTime()).isZero();
                assertThat(answer.button())
                        .map(InlineQueries.StartButton::text)
                        .contains(texts.text(language, "inline.denied"));
            }
            assertThat(searched).isEmpty();
            assertThat(typed(stage, listed.getFirst(), "q").cards()).hasSize(1);
        }
    }

    @Test
    void whatWasTypedOnBeforeItsTurnIsNotSearched() {
        CountDownLatch searching = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (Stage stage = stage(server -> new Access.Open(), question -> {
            if (question.text().equals("b")) {
                searching.countDown();
                Waiting.await(go);
            }
            return passages(question);
        })) {
            SandboxUser anna = stage.person("Anna", "en");
            String first = stage.server.people().inlineQuery(anna, "b", "");
            Waiting.await(searching);
            String second = stage.server.people().inlineQuery(anna, "br", "");
            String third = stage.server.people().inlineQuery(anna, "bri", "");
            // of another person, and so answered meanwhile: those before it have come in by then
            typed(stage, stage.person("Leila", "en"), "q");
            go.countDown();
            assertThat(awaited(stage, first).cards()).hasSize(1);
            assertThat(awaited(stage, third).cards()).hasSize(1);
            assertThat(stage.server.inlineQueries().answer(second)).isEmpty();
            assertThat(searched).extracting(Question::text).doesNotContain("br");
        }
    }

    @Test
    void aFaultIsSaidAndLoggedWithoutTheWordsAndNothingTypedIsKept() throws SQLException {
        try (Stage stage = stage(server -> new Access.Open(), question -> {
            if (question.text().equals("zyxwfault")) {
                throw new IllegalStateException(question.text());
            }
            return passages(question);
        })) {
            SandboxUser anna = stage.person("Anna", "en");
            InlineQueries.Answer answer = typed(stage, anna, "zyxwfault");
            assertThat(answer.cacheTime()).isZero();
            assertThat(answer.button())
                    .map(InlineQueries.StartButton::text)
                    .contains(texts.text(Language.ENGLISH, "inline.error"));
            ObjectNode nobody =
                    new ObjectMapper().createObjectNode().put("id", "1").put("query", "zyxwraw");
            stage.server.updates().addAnyhow("inline_query", nobody);
            assertThat(typed(stage, anna, "zyxwkept").cards()).hasSize(1);
            assertThat(stage.logged())
                    .contains(
                            "an inline query was not answered: IllegalStateException", "cannot be read: it is skipped")
                    .doesNotContain("zyxw");
        }
        assertThat(stored()).contains("INBOX").doesNotContain("zyxw");
    }

    /** The whole store as SQL. */
    private String stored() throws SQLException {
        try (Connection store = DriverManager.getConnection(Store.h2(folder));
                ResultSet lines = store.createStatement().executeQuery("script")) {
            List<String> all = new ArrayList<>();
            while (lines.next()) {
                all.add(lines.getString(1));
            }
            return all.stream().collect(Collectors.joining("\n"));
        }
    }

    private List<Citation> passages(Question question) {
        searched.add(question);
        return question.text().equals("nothing") ? List.of() : List.of(MadeUp.citation(1, question.language()));
    }

    private Stage stage(Function<SandboxServer, Access> access, Function<Question, List<Citation>> passages) {
        return new Stage(
                folder,
                access,
                new Newsroom(
                        (room, asker, question, released) -> MadeUp.answer(question),
                        (asker, topic) -> MadeUp.brief(topic),
                        (chat, id) -> List.of(),
                        (asker, citation, reader) -> new ForeignQuotes.Meaning(Optional.empty(), Optional.empty()),
                        passages,
                        chat -> Stage.library(),
                        Stage.EQUIPMENT,
                        Optional.empty()));
    }

    private static InlineQueries.Answer typed(Stage stage, SandboxUser user, String words) {
        return awaited(stage, stage.server.people().inlineQuery(user, words, ""));
    }

    private static InlineQueries.Answer awaited(Stage stage, String query) {
        return stage.server.inlineQueries().await(query, Stage.SOON);
    }

    private static List<String> of(InlineQueries.Card card, Entity.Type type) {
        return card.entities().stream()
                .filter(entity -> entity.type() == type)
                .map(entity -> entity.in(card.text()))
                .toList();
    }
}
