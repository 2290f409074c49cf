package dev.sanad.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.language.FollowUpWords.Ties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpWordsTest {
    @ParameterizedTest
    @CsvSource({"en, And when?", "ru, А когда?", "ar, ومتى؟", "fa, و کی؟", "zh-Hans, 那什么时候？", "zh-Hant, 那什麼時候？"})
    void aLeadAndAQuestionWordSayNothingOfASubject(String tag, String question) {
        assertThat(ties(tag, question)).isEqualTo(new Ties(true, false, true, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "en, What about Iran?, Iran",
        "ru, А что насчёт Ирана?, Ирана",
        "ar, وماذا عن إيران؟, إيران",
        "fa, ایران چطور؟, ایران",
        "zh-Hans, 那伊朗呢？, 伊朗",
        "zh-Hans, 伊朗呢？, 伊朗",
        "zh-Hant, 那土耳其呢？, 土耳其"
    })
    void whatIsOnlyNamedIsLeftAndNothingIsAsked(String tag, String question, String rest) {
        assertThat(ties(tag, question)).isEqualTo(new Ties(true, false, false, rest));
    }

    @ParameterizedTest
    @CsvSource({
        "en, Who signed it?, signed",
        "ru, Кто его подписал?, подписал",
        "ar, ماذا قال بيسكوف عنه؟, بيسكوف",
        "fa, او چه زمانی برگشت؟, برگشت",
        "zh-Hans, 谁签署了它？, 签署",
        "zh-Hant, 誰簽署了它？, 簽署"
    })
    void aPronounPointsToWhatWasNamedBefore(String tag, String question, String rest) {
        assertThat(ties(tag, question)).isEqualTo(new Ties(false, true, true, rest));
    }

    @ParameterizedTest
    @CsvSource({
        "en, What happened in Andorra this week?",
        "ru, Что случилось в Андорре в этом году?",
        "ar, ما وزارة النفط في أندورا؟",
        "fa, وزیر نفت آندورا کیست؟",
        "zh-Hans, 土耳其和马耳他有哪些基地？",
        "zh-Hant, 土耳其和馬耳他有哪些基地？"
    })
    void wordsThatOnlyLookLikeTiesAreNone(String tag, String question) {
        Ties ties = ties(tag, question);
        assertThat(ties.led()).isFalse();
        assertThat(ties.refers()).isFalse();
        assertThat(ties.asks()).isTrue();
        assertThat(ties.rest()).isNotBlank();
    }

    @Test
    void aParticleAfterAQuestionWordEndsAQuestionOfItsOwn() {
        assertThat(ties("zh-Hans", "塔尔图斯什么时候开放呢？")).isEqualTo(new Ties(false, false, true, "塔尔图斯 开放"));
    }

    @Test
    void textOfNoWordsHasNoTies() {
        assertThat(ties("en", " ?! ")).isEqualTo(new Ties(false, false, false, ""));
        assertThat(FollowUpWords.in("and when?", Language.OTHER).led()).isFalse();
    }

    private static Ties ties(String tag, String question) {
        return FollowUpWords.in(question, Language.ofTag(tag).orElseThrow());
    }
}
