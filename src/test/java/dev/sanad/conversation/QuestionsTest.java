package dev.sanad.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import dev.sanad.retrieval.Question;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuestionsTest {
    private final Store store = Store.open("jdbc:h2:mem:questions;DB_CLOSE_DELAY=0", Clock.systemUTC());
    private final Questions questions = new Questions(store, new LanguageDetector());

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void aQuestionIsInTheLanguageItIsWrittenInAndTheChatKeepsIt(Language language) {
        String words = MadeUp.story(language).question();
        assertThat(questions.read(new Room(1, 0), "  " + words + "\n", Optional.of("de")))
                .isEqualTo(new Asked.Clear(Question.of(words, language)));
        assertThat(questions.read(new Room(1, 0), "2026?", Optional.of("en")))
                .isEqualTo(new Asked.Clear(Question.of("2026?", language)));
    }

    @Test
    void aNewChatIsSpokenToInTheMessengersLanguageElseInEnglish() {
        assertThat(questions.language(2, Optional.of("zh-hant"))).isEqualTo(Language.CHINESE_TRADITIONAL);
        assertThat(questions.language(2, Optional.of("fa"))).isEqualTo(Language.PERSIAN);
        assertThat(questions.language(2, Optional.of("de"))).isEqualTo(Language.ENGLISH);
        assertThat(questions.language(2, Optional.of("\u0000 no tag"))).isEqualTo(Language.ENGLISH);
        assertThat(questions.language(2, Optional.empty())).isEqualTo(Language.ENGLISH);
    }

    @Test
    void whatIsNoQuestionIsSaidToBeNone() {
        assertThat(questions.read(new Room(3, 0), " \n\u202e\u2066 ", Optional.of("ru")))
                .isEqualTo(new Asked.Empty(Language.RUSSIAN));
        assertThat(questions.read(new Room(3, 0), "x".repeat(100_000), Optional.of("ar")))
                .isEqualTo(new Asked.TooLong(Language.ARABIC, 1_000));
    }

    @Test
    void controlsAndHalvesOfCharactersDoNotReachTheQuestion() {
        assertThat(questions.read(new Room(4, 0), "a\u202eb\ud800c\u0000d <b>&\u200ce", Optional.empty()))
                .isEqualTo(new Asked.Clear(Question.of("ab\ufffdcd <b>&\u200ce", Language.ENGLISH)));
    }
}
