package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanad.answer.Bill;
import dev.sanad.conversation.Opinion;
import dev.sanad.conversation.Opinions;
import dev.sanad.conversation.Pressed;
import dev.sanad.conversation.Shown;
import dev.sanad.conversation.Store;
import dev.sanad.corpus.Audience;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From what was judged of real answers over the sample corpus to an evaluation by it. */
class FeedbackCommandsTest {
    private static final List<String> IDS =
            IntStream.rangeClosed(1, 6).mapToObj("feedback-%d"::formatted).toList();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatWasJudgedGoodIsExportedAndEvaluated() throws IOException {
        Sanad sanad = new Sanad(new CommandLineRun(folder, folder).surroundings());
        try (Engine engine = Engine.open(sanad);
                Store store = Store.open(sanad.settings().storeUrl().reveal(), Clock.systemUTC())) {
            judged(engine, store, "Which bases does Russia want to keep in Syria?", Opinion.GOOD);
            judged(engine, store, "На сколько дней продлили перемирие между Дамаском и курдами?", Opinion.GOOD);
            judged(engine, store, "بماذا رد بيسكوف حين سئل عن إمكان تسليم الأسد؟", Opinion.GOOD);
            judged(engine, store, "روس‌ها از کی در فرودگاه قامشلی بودند؟", Opinion.GOOD);
            judged(engine, store, "蒙塔泽里怎么形容伊拉克对伊朗的意义？", Opinion.GOOD);
            judged(engine, store, "南北運輸走廊會經過哪些國家和水域？", Opinion.GOOD);
            judged(engine, store, "What does a litre of milk cost in Wellington?", Opinion.GOOD);
            judged(
                    engine,
                    store,
                    "Did the Kremlin say whether it would hand Assad over to Damascus?",
                    Opinion.UNANSWERED);
            Question topic = Question.of("Russian bases in Syria", Language.ENGLISH);
            judged(
                    store,
                    new Shown.Briefed(engine.briefs(Audience.ALL, new Bill()).write(topic)),
                    Opinion.GOOD);
        }

        CommandLineRun export = run(0, "feedback", "export", "--out", "set.jsonl");
        System.out.println(export.out() + Files.readString(folder.resolve("set.jsonl")));
        assertThat(export.out().lines())
                .containsExactly(
                        "6 questions; 3 opinions left out",
                        "  1 judged good: a brief answers no question",
                        "  1 judged good: a refusal has no evidence, and its asker cannot know what the articles hold",
                        "  1 judged unanswered: what would be right is not known");
        assertThat(export.err()).isEmpty();
        CommandLineRun report = run(0, "feedback", "export", "--json");
        assertThat(report.out()).isEqualTo(Files.readString(folder.resolve("set.jsonl")));
        JsonNode leftOut = JSON.readTree(report.err()).path("leftOut");
        assertThat(leftOut.findValuesAsText("opinion")).containsExactly("good", "unanswered", "good");
        assertThat(leftOut.findValuesAsText("question"))
                .containsExactly(
                        "What does a litre of milk cost in Wellington?",
                        "Did the Kremlin say whether it would hand Assad over to Damascus?",
                        "/brief Russian bases in Syria");

        JsonNode card = JSON.readTree(run(0, "evaluate", "answers", "--questions", "set.jsonl", "--json")
                .out());
        JsonNode first = card.findValue("firstSentenceRight");
        assertThat(first.path("count").asInt()).isEqualTo(6);
        assertThat(first.path("of").asInt()).isEqualTo(6);
        assertThat(card.findValuesAsText("id")).containsExactlyElementsOf(IDS);

        assertThat(run(1, "feedback", "export", "--out", "none/set.jsonl").err())
                .startsWith("sanad: none/set.jsonl: ")
                .hasLineCount(1);
        assertThat(run(2, "feedback").err()).contains("say what to do: export");
    }

    private static void judged(Engine engine, Store store, String question, Opinion opinion) {
        Question asked = Question.of(question, engine.detector().read(question, Language.ENGLISH));
        judged(
                store,
                new Shown.Answered(engine.answering(Audience.ALL, new Bill()).ask(asked)),
                opinion);
    }

    private static void judged(Store store, Shown shown, Opinion opinion) {
        Pressed.Kept kept = store.keep(shown, new Pressed.Owner(7, 7), 0, 90);
        new Opinions(store).give(kept.shownId(), opinion);
    }

    private CommandLineRun run(int code, String... args) {
        CommandLineRun run = new CommandLineRun(folder, folder);
        assertThat(run.run(args)).as(run.out() + run.err()).isEqualTo(code);
        return run;
    }
}
