package dev.sanad.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanad.answer.Note;
import dev.sanad.answer.Outcome;
import dev.sanad.language.Language;
import dev.sanad.passage.PassageId;
import dev.sanad.retrieval.Question;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreTest {
    private static final Pressed.Owner OWNER = new Pressed.Owner(-100_123_456_789L, 42);

    /** Begins what the child says: its log goes to the same stream. */
    private static final String SAYS = "child says ";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void anAnswerIsReadBackAsItWasKeptByANewStoreOnTheSameFile(Language language) {
        Question question = Question.of(MadeUp.story(language).question(), language);
        Shown answer = new Shown.Answered(MadeUp.answer(question, Language.ARABIC, Language.OTHER));
        Shown brief = new Shown.Briefed(MadeUp.brief(question));
        List<Button> ofAnswer;
        List<Button> ofBrief;
        try (Store store = open()) {
            ofAnswer = store.keep(answer, OWNER, 0, 95).buttons();
            ofBrief = store.keep(brief, OWNER, 0, 95).buttons();
        }
        try (Store store = open()) {
            assertThat(ofAnswer).extracting(Button::marker).containsExactly(Button.BACK, 1, 2, 3);
            assertThat(kept(store, ofAnswer.get(2).key()))
                    .usingRecursiveComparison()
                    .ignoringFields("shownId")
                    .isEqualTo(new Pressed.Kept(0, OWNER, View.of(2), answer, ofAnswer));
            assertThat(kept(store, ofBrief.getFirst().key())).satisfies(pressed -> {
                assertThat(pressed.view()).isEqualTo(View.of(Button.BACK));
                assertThat(pressed.shown()).isEqualTo(brief);
                assertThat(pressed.buttons()).isEqualTo(ofBrief);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void glossesAndTranslationsAreKeptWithTheirSentence(Language language) {
        Shown shown = new Shown.Answered(MadeUp.explained(Question.of("q", language)));
        List<Button> buttons;
        try (Store store = open()) {
            buttons = store.keep(shown, OWNER, 0, 95).buttons();
        }
        try (Store store = open()) {
            assertThat(kept(store, buttons.getFirst().key()).shown()).isEqualTo(shown);
        }
    }

    @Test
    void anAnswerThatWasKeptBeforeThereWereGlossesIsRead() {
        Shown shown = new Shown.Answered(MadeUp.answer(Question.of("q", Language.ENGLISH)));
        String now = ShownJson.write(shown);
        String before = now.replace(",\"gloss\":null,\"translation\":null", "").replace(",\"gloss\":null", "");
        assertThat(before).isNotEqualTo(now).doesNotContain("gloss");
        assertThat(ShownJson.read(ShownJson.VERSION, before)).contains(shown);
    }

    @Test
    void keysAreLongRandomAndFitCallbackData() {
        try (Store store = open()) {
            Shown answer = new Shown.Answered(MadeUp.answer(Question.of("q", Language.ENGLISH)));
            List<Button> one = store.keep(answer, OWNER, 0, 95).buttons();
            List<Button> other = store.keep(answer, OWNER, 0, 95).buttons();
            assertThat(one)
                    .extracting(Button::key)
                    .doesNotContainAnyElementsOf(other.stream().map(Button::key).toList());
            assertThat(one).allSatisfy(button -> assertThat(button.key()).matches("[A-Za-z0-9_-]{22}"));
        }
    }

    @Test
    void aKeyThatWasNeverGivenLeadsNowhere() {
        try (Store store = open()) {
            assertThat(store.pressed("AAAAAAAAAAAAAAAAAAAAAA")).isEmpty();
            assertThat(store.pressed("' or 1=1 --")).isEmpty();
            assertThat(store.pressed("")).isEmpty();
        }
    }

    @Test
    void aRefusalIsKeptButHasNoButtonsAndIsNotTheLastAnswer() {
        try (Store store = open()) {
            Outcome refusal = new Outcome.NoEvidence(Outcome.Reason.NOTHING, List.of());
            Shown shown =
                    new Shown.Answered(MadeUp.answer(Question.of("q", Language.ENGLISH), refusal, new Note("a", "b")));
            Shown answer = new Shown.Answered(MadeUp.answer(Question.of("before", Language.ENGLISH)));
            store.keep(answer, OWNER, 0, 95);
            assertThat(store.keep(shown, OWNER, 0, 95).buttons()).isEmpty();
            assertThat(store.latest(new Room(OWNER.chat(), 0)))
                    .map(Pressed.Kept::shown)
                    .contains(answer);
            assertThat(Figures.of(store).answers()).isEqualTo(1);
        }
    }

    @Test
    void aChatKeepsItsLastLanguage() {
        try (Store store = open()) {
            assertThat(store.lastLanguage(7)).isEmpty();
            store.rememberLanguage(7, Language.CHINESE_TRADITIONAL);
            store.rememberLanguage(7, Language.CHINESE_SIMPLIFIED);
            store.rememberLanguage(8, Language.PERSIAN);
        }
        try (Store store = open()) {
            assertThat(store.lastLanguage(7)).contains(Language.CHINESE_SIMPLIFIED);
            assertThat(store.lastLanguage(8)).contains(Language.PERSIAN);
        }
    }

    @Test
    void rowsStandAfterTheProcessIsHaltedRightBehindTheCommit() throws IOException, InterruptedException {
        Process child = child("halt");
        String key;
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            key = said(out);
        }
        assertThat(child.waitFor()).isEqualTo(3);
        try (Store store = open()) {
            assertThat(store.pressed(key)).map(Pressed::owner).contains(OWNER);
            assertThat(store.lastLanguage(OWNER.chat())).contains(Language.RUSSIAN);
        }
    }

    @Test
    void aStoreThatAnotherProcessHoldsIsRefusedInOneLineThatSaysWhatToDo() throws IOException, InterruptedException {
        Process child = child("hold");
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said(out)).isEqualTo("open");
            assertThatThrownBy(this::open)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(folder.resolve("sanad").toString())
                    .hasMessageContaining("another process holds it")
                    .hasMessageContaining("stop that process")
                    .message()
                    .doesNotContain("\n");
        } finally {
            child.destroy();
            child.waitFor();
        }
    }

    @Test
    void aFaultNeverRepeatsThePasswordOfAnAddress() {
        assertThatThrownBy(() ->
                        Store.open("jdbc:h2:file:/proc/none/sanad;USER=me;PASSWORD=open-sesame", Clock.systemUTC()))
                .isInstanceOf(StoreException.class)
                .message()
                .startsWith("store jdbc:h2:file:/proc/none/sanad: it cannot be opened")
                .doesNotContain("open-sesame")
                .doesNotContain("\n");
        assertThat(StoreFault.withoutSecrets("jdbc:postgresql://me:open-sesame@host/db?password=open-sesame"))
                .isEqualTo("jdbc:postgresql://host/db");
    }

    @Test
    void aViewOfACardHasOneKeyThatAlsoServesAfterARestart() {
        Shown answer = new Shown.Answered(MadeUp.answer(Question.of("q", Language.ENGLISH)));
        View next = View.of(1).at(new PassageId("0123456789ab.1"));
        List<View> views = List.of(next, View.meaning(1));
        Map<View, String> keys;
        try (Store store = open()) {
            Pressed.Kept card = kept(
                    store, store.keep(answer, OWNER, 0, 95).buttons().getLast().key());
            keys = new ViewKeys(store).of(card.shownId(), views);
            assertThat(keys.keySet()).containsExactlyElementsOf(views);
            assertThat(keys.values()).doesNotHaveDuplicates().allMatch(key -> key.matches("[A-Za-z0-9_-]{22}"));
            assertThat(new ViewKeys(store).of(card.shownId(), views)).isEqualTo(keys);
        }
        try (Store store = open()) {
            for (Map.Entry<View, String> key : keys.entrySet()) {
                Pressed.Kept pressed = kept(store, key.getValue());
                assertThat(pressed.view()).isEqualTo(key.getKey());
                assertThat(pressed.shown()).isEqualTo(answer);
                assertThat(pressed.owner()).isEqualTo(OWNER);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void ofAnAnswerThatIsTooOldOnlyTheQuestionIsLeft(Language language) {
        Question question = Question.of(MadeUp.story(language).question(), language);
        String answer;
        String brief;
        try (Store store = open()) {
            answer = store.keep(new Shown.Answered(MadeUp.answer(question)), OWNER, 0, 95)
                    .buttons()
                    .getLast()
                    .key();
            brief = store.keep(new Shown.Briefed(MadeUp.brief(question)), OWNER, 0, 95)
                    .buttons()
                    .getLast()
                    .key();
        }
        try (Store store = Store.open(url(), Clock.offset(Clock.systemUTC(), Duration.ofDays(91)))) {
            assertThat(store.pressed(answer)).get().satisfies(pressed -> {
                assertThat(pressed)
                        .isInstanceOfSatisfying(
                                Pressed.Expired.class,
                                expired -> assertThat(expired.request()).contains(question.text()));
                assertThat(pressed.owner()).isEqualTo(OWNER);
            });
            assertThat(store.pressed(brief))
                    .get()
                    .isInstanceOfSatisfying(
                            Pressed.Expired.class,
                            expired -> assertThat(expired.request()).contains("/brief " + question.text()));
        }
    }

    @Test
    void anInterruptedThreadDoesNotHarmTheStore() {
        Room room = new Room(7, 0);
        try (Store store = open()) {
            Thread.currentThread().interrupt();
            StoredHistory history = new StoredHistory(store, room, 7, 1_000);
            try {
                history.add(new Turn("q", "q", Language.ENGLISH, true, "s"));
                new ChatBudget(store, 7, 10).open();
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
            assertThat(history.turns()).hasSize(1);
        }
        try (Store store = open()) {
            assertThat(store.turns(room)).hasSize(1);
        }
    }

    private static Pressed.Kept kept(Store store, String key) {
        return (Pressed.Kept) store.pressed(key).orElseThrow();
    }

    /** Of a database that outlives its stores and no test shares. */
    String url() {
        return Store.h2(folder);
    }

    private Store open() {
        return Store.open(url(), Clock.systemUTC());
    }

    private static String said(BufferedReader out) {
        return out.lines()
                .filter(line -> line.startsWith(SAYS))
                .findFirst()
                .map(line -> line.substring(SAYS.length()))
                .orElseThrow();
    }

    private Process child(String deed) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        url(),
                        deed)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Another process on the same store. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws InterruptedException {
            Store store = Store.open(arguments[0], Clock.systemUTC());
            if (arguments[1].equals("hold")) {
                System.out.println(SAYS + "open");
                Thread.sleep(60_000);
            }
            Shown shown = new Shown.Answered(MadeUp.answer(Question.of("q", Language.ENGLISH)));
            String key = store.keep(shown, OWNER, 0, 95).buttons().getFirst().key();
            store.rememberLanguage(OWNER.chat(), Language.RUSSIAN);
            System.out.println(SAYS + key);
            Runtime.getRuntime().halt(3);
        }
    }

    @Test
    void anAnswerThatWasKeptBeforeItCouldBeResolvedIsRead() {
        Shown answer = new Shown.Answered(MadeUp.answer(Question.of("q", Language.ENGLISH)));
        String now = ShownJson.write(answer);
        String before = now.replace(",\"resolved\":null", "");
        assertThat(before).isNotEqualTo(now);
        assertThat(ShownJson.read(ShownJson.VERSION, before)).contains(answer);
    }

    @Test
    void aRowOfAFormThatIsNotKnownIsNotRead() {
        assertThat(ShownJson.read(ShownJson.VERSION + 1, "{}")).isEqualTo(Optional.empty());
    }
}
