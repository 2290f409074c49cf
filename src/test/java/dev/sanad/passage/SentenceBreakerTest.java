package dev.sanad.passage;

import static dev.sanad.language.Language.ARABIC;
import static dev.sanad.language.Language.CHINESE_SIMPLIFIED;
import static dev.sanad.language.Language.CHINESE_TRADITIONAL;
import static dev.sanad.language.Language.ENGLISH;
import static dev.sanad.language.Language.PERSIAN;
import static dev.sanad.language.Language.RUSSIAN;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import dev.sanad.language.Language;
import dev.sanad.language.Span;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class SentenceBreakerTest {
    private static final SentenceBreaker BREAKER = new SentenceBreaker();

    private static List<String> sentences(String text, Language language) {
        return Articles.texts(
                text, BREAKER.sentences(text, new Span(0, text.length()), language, language.passageChars()));
    }

    @Test
    void sentencesEndWhereTheSixLanguagesEndThem() {
        assertThat(sentences("The ferry sank. Was it old? Nobody knows!", ENGLISH))
                .containsExactly("The ferry sank.", "Was it old?", "Nobody knows!");
        assertThat(sentences("Паром затонул. Он был старым? Никто не знает!", RUSSIAN))
                .containsExactly("Паром затонул.", "Он был старым?", "Никто не знает!");
        assertThat(sentences("غرقت العبارة. هل كانت قديمة؟ لا أحد يعرف!", ARABIC))
                .containsExactly("غرقت العبارة.", "هل كانت قديمة؟", "لا أحد يعرف!");
        assertThat(sentences("کشتی غرق شد. آیا فرسوده بود؟ هیچ‌کس نمی‌داند!", PERSIAN))
                .containsExactly("کشتی غرق شد.", "آیا فرسوده بود؟", "هیچ‌کس نمی‌داند!");
        assertThat(sentences("渡轮沉没了。它很旧吗？没人知道！", CHINESE_SIMPLIFIED)).containsExactly("渡轮沉没了。", "它很旧吗？", "没人知道！");
        assertThat(sentences("渡輪沉沒了。它很舊嗎？沒人知道！", CHINESE_TRADITIONAL)).containsExactly("渡輪沉沒了。", "它很舊嗎？", "沒人知道！");
    }

    @Test
    void theUrduFullStopEndsAPersianSentence() {
        assertThat(sentences("کشتی غرق شد۔ بندر بسته است۔", PERSIAN)).containsExactly("کشتی غرق شد۔", "بندر بسته است۔");
    }

    @Test
    void abbreviationsDecimalsAndInitialsDoNotEndASentence() {
        assertThat(sentences("Dr. Orla Venn paid 3.5 million. She left.", ENGLISH))
                .containsExactly("Dr. Orla Venn paid 3.5 million.", "She left.");
        assertThat(sentences("Выросло на 3.5 процента и 2,7 тыс. тонн. Вот так.", RUSSIAN))
                .containsExactly("Выросло на 3.5 процента и 2,7 тыс. тонн.", "Вот так.");
        assertThat(sentences("بلغت النسبة 3.5 في المئة. انتهى.", ARABIC))
                .containsExactly("بلغت النسبة 3.5 في المئة.", "انتهى.");
        assertThat(sentences("نرخ ۳.۵ درصد بود. تمام.", PERSIAN)).containsExactly("نرخ ۳.۵ درصد بود.", "تمام.");
        assertThat(sentences("增长3.5%。完。", CHINESE_SIMPLIFIED)).containsExactly("增长3.5%。", "完。");
        assertThat(sentences("成長3.5%。完。", CHINESE_TRADITIONAL)).containsExactly("成長3.5%。", "完。");
    }

    @Test
    void aWordThatOnlyEndsLikeAnAbbreviationEndsItsSentence() {
        assertThat(sentences("He wrote to NATO. They were in the USA. She got it all. Then he left.", ENGLISH))
                .hasSize(4);
        assertThat(sentences("Паром затонул. Он хотел. Его вернул. Дальше шёл.", RUSSIAN))
                .hasSize(4);
    }

    @Test
    void initialsAndTitlesBelongToTheirName() {
        assertThat(sentences("The poet J. K. Marrow and Gen. Ash met (Dr. Orr was ill). It rained.", ENGLISH))
                .hasSize(2);
        assertThat(sentences("В 2026 г. Вельмора купила порт. А. С. Лунёв и проф. Грач спорили.", RUSSIAN))
                .hasSize(2);
        assertThat(sentences("قال د. سامر الملاح إن الميناء مغلق. ثم غادر.", ARABIC))
                .hasSize(2);
        assertThat(sentences("به گفته م. آرمان بندر بسته است. او رفت.", PERSIAN))
                .hasSize(2);
    }

    @Test
    void anAbbreviationAtTheEndOfALineEndsWithIt() {
        assertThat(sentences("Written by Prof.\nVelmora port", ENGLISH)).hasSize(2);
    }

    @Test
    void aClosingQuotationMarkStaysWithItsSentence() {
        assertThat(sentences("“We sail at dawn.” The crew agreed.", ENGLISH))
                .containsExactly("“We sail at dawn.”", "The crew agreed.");
        assertThat(sentences("他說：「我們天亮啟航。」船員同意。", CHINESE_TRADITIONAL)).containsExactly("他說：「我們天亮啟航。」", "船員同意。");
        assertThat(sentences("他说：“我们天亮启航。”船员同意。", CHINESE_SIMPLIFIED)).containsExactly("他说：“我们天亮启航。”", "船员同意。");
        assertThat(sentences("قال: «نبحر عند الفجر.» وافق الطاقم.", ARABIC))
                .containsExactly("قال: «نبحر عند الفجر.»", "وافق الطاقم.");
    }

    @Test
    void aHardWrappedLineGoesOnAndAShortOneEnds() {
        String wrapped = "The harbour master said on Monday that the old ferry\nhad been inspected twice. It passed.";
        assertThat(sentences(wrapped, ENGLISH))
                .containsExactly(
                        "The harbour master said on Monday that the old ferry\nhad been inspected twice.",
                        "It passed.");
        assertThat(sentences(wrapped.replace("\n", "\r\n"), ENGLISH)).hasSize(2);
        assertThat(sentences("Ferry sinks\nthe crew is safe.", ENGLISH))
                .containsExactly("Ferry sinks", "the crew is safe.");
    }

    @Test
    void windowsLineEndsStayOutOfSentences() {
        assertThat(sentences("Паром затонул.\r\n\r\nЭкипаж спасён.\r\n", RUSSIAN))
                .containsExactly("Паром затонул.", "Экипаж спасён.");
    }

    @Test
    void aSentenceThatIsTooLongIsCutBetweenWords() {
        String text = "word ".repeat(400).strip();
        List<String> cut = sentences(text, ENGLISH);
        assertThat(cut).allSatisfy(piece -> {
            assertThat(piece.length()).isLessThanOrEqualTo(ENGLISH.passageChars());
            assertThat(piece).startsWith("word").endsWith("word");
        });
        assertThat(String.join(" ", cut)).isEqualTo(text);
    }

    @Test
    void megabytesWithoutAnyBreakAreCutInTime() {
        for (String endless : List.of("a".repeat(2_000_000), "國".repeat(2_000_000), "a ".repeat(1_000_000))) {
            List<String> pieces = Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> sentences(endless, CHINESE_TRADITIONAL));
            assertThat(Articles.inked(String.join("", pieces))).isEqualTo(Articles.inked(endless));
            assertThat(pieces).allMatch(piece -> piece.length() <= CHINESE_TRADITIONAL.passageChars());
        }
    }

    @Test
    void noEmojiSequenceOrAccentedLetterIsCut() {
        String family = "👨‍👩‍👧‍👦";
        for (String text :
                List.of(family.repeat(300), "🇸🇾".repeat(500), "e\u0301".repeat(1000), "👍🏽".repeat(500))) {
            BreakIterator graphemes = BreakIterator.getCharacterInstance();
            graphemes.setText(text);
            for (Span span : BREAKER.sentences(text, new Span(0, text.length()), ENGLISH, ENGLISH.passageChars())) {
                assertThat(graphemes.isBoundary(span.start())).isTrue();
                assertThat(graphemes.isBoundary(span.end())).isTrue();
            }
        }
    }

    @Test
    void aLetterUnderMoreMarksThanAPassageHoldsIsStillOneLetter() {
        String text = "a" + "\u0301".repeat(2000) + "b";
        assertThat(sentences(text, ENGLISH)).containsExactly("a" + "\u0301".repeat(2000), "b");
    }

    @Test
    void loneSurrogatesAreLettersLikeOthers() {
        String text = "Low \uDC00 first. High \uD800 last.";
        assertThat(sentences(text, ENGLISH)).containsExactly("Low \uDC00 first.", "High \uD800 last.");
        assertThat(String.join("", sentences("\uD800".repeat(3000), RUSSIAN))).isEqualTo("\uD800".repeat(3000));
    }

    @Test
    void offsetsAreThoseOfTheWholeText() {
        String text = "# Heading to leave out\nOne. Two.";
        List<Span> found = BREAKER.sentences(text, new Span(23, text.length()), ENGLISH, 700);
        assertThat(Articles.texts(text, found)).containsExactly("One.", "Two.");
    }

    @Test
    void blankTextHasNoSentence() {
        assertThat(sentences(" \t\r\n\u00A0\u3000\uFEFF\u200B", ENGLISH)).isEmpty();
    }
}
