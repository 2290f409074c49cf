package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.language.Language;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftSplitterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The harbour opened [1].",
                "The harbour opened. [1]",
                "The harbour opened.[1]",
                "The harbour opened.\n[1]",
                "The harbour opened. 【1】",
                "The harbour opened ［1］.",
                "The harbour opened [١].",
                "The harbour opened [۱].",
                "The harbour opened [^1].",
                "The harbour opened.【1†source】",
                "- **The harbour** opened. [1]",
                "1. The harbour opened. [1]",
                "## The harbour opened. [1]",
                "> * The harbour opened. [1]"
            })
    void aMarkerIsReadInEveryForm(String reply) {
        assertThat(split(reply)).containsExactly(new Draft("The harbour opened.", List.of(1), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It opened [1][3].",
                "It opened. [1] [3]",
                "It opened [1, 3].",
                "It opened [١، ٣].",
                "It opened [1；3]."
            })
    void severalMarkersAreRead(String reply) {
        assertThat(split(reply)).containsExactly(new Draft("It opened.", List.of(1, 3), true));
    }

    @Test
    void aRangeNamesAllWithin() {
        assertThat(split("It opened [2-4].").getFirst().markers()).containsExactly(2, 3, 4);
    }

    @Test
    void markersAfterTheFullStopBelongToTheSentenceBefore() {
        assertThat(split("The harbour opened. [1] The ships came.[2][3] The mayor left [4]."))
                .containsExactly(
                        new Draft("The harbour opened.", List.of(1), true),
                        new Draft("The ships came.", List.of(2, 3), true),
                        new Draft("The mayor left.", List.of(4), true));
    }

    @Test
    void aMarkerWithoutSpaceAroundItStillEndsASentence() {
        assertThat(split("The harbour opened.[1]The ships came.[2]"))
                .extracting(Draft::text)
                .containsExactly("The harbour opened.", "The ships came.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ar | افتُتح الميناء. [١] وصلت السفن؟ [٢]",
                "fa | بندر گشایش یافت. [۱] کشتی‌ها آمدند. [۲]",
                "zh-Hans | 港口已经开放。[1]船只到达了。[2]",
                "zh-Hant | 港口已經開放【1】。船隻到達了【2】。",
                "ru | Порт открыт. [1] Корабли пришли. [2]",
                "en | The harbour opened! [1] The ships came. [2]"
            })
    void sentencesAreCutInAllSixLanguages(String tag, String reply) {
        List<Draft> drafts = DraftSplitter.split(reply, Language.ofTag(tag).orElseThrow(), true);
        assertThat(drafts).extracting(Draft::markers).containsExactly(List.of(1), List.of(2));
        assertThat(drafts).allMatch(Draft::allowed);
    }

    @Test
    void aMarkerEndsASentenceAlsoBeforeANumberAndASmallLetter() {
        assertThat(split("It opened in 2026. [1] 250 workers came [2]. iron was sold. [3]"))
                .extracting(Draft::text)
                .containsExactly("It opened in 2026.", "250 workers came.", "iron was sold.");
        assertThat(split("He said \"it opened.\" [1] 250 workers came. [2]")).hasSize(2);
    }

    @Test
    void anAbbreviationDoesNotCutASentenceInTwo() {
        assertThat(split("The U.S. Navy and Gen. Ardo met on 3 March. [1]")).hasSize(1);
        assertThat(DraftSplitter.split("В 2026 г. Порт открыт. [1]", Language.RUSSIAN, true))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See https://example.com now. [1]",
                "See [the site](http://x.y) now. [1]",
                "See www.example.com now. [1]",
                "See example.com now. [1]",
                "See t.me/somebody now. [1]",
                "See Gazeta.Ru now. [1]",
                "Write to a@b.org now. [1]",
                "Ask @somebody now. [1]",
                "Send /start now. [1]",
                "It <b>opened</b> now. [1]",
                "It <script>opened. [1]",
                "It &lt;opened&gt;. [1]",
                "Click javascript:alert(1) now. [1]",
                "Click tg://user now. [1]"
            })
    void aSentenceWithALinkATagOrAMentionIsNotAllowed(String reply) {
        assertThat(split(reply)).isNotEmpty().noneMatch(Draft::allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It rose by 3.5 percent. [1]",
                "The S-400 and/or 24/7 watch stays. [1]",
                "AT&T paid $5.2bn. [1]",
                "It is 5 < 6. [1]"
            })
    void ordinaryPunctuationIsAllowed(String reply) {
        assertThat(split(reply)).allMatch(Draft::allowed);
    }

    @Test
    void marksThatHideOrReorderTextAreTakenOut() {
        assertThat(split("The \u202Eharbour\u202C op\u200Bened\u0007. [1]")
                        .getFirst()
                        .text())
                .isEqualTo("The harbour opened.");
        assertThat(DraftSplitter.split("می\u200Cرود. [1]", Language.PERSIAN, true)
                        .getFirst()
                        .text())
                .isEqualTo("می\u200Cرود.");
    }

    @Test
    void whatIsLeftOfNestedBracketsIsNotAllowed() {
        assertThat(split("It opened [[1]1].")).noneMatch(Draft::allowed);
    }

    @Test
    void theUnfinishedEndOfACutReplyIsLeftOut() {
        assertThat(DraftSplitter.split("It opened. [1] The mayor did no", Language.ENGLISH, false))
                .extracting(Draft::text)
                .containsExactly("It opened.");
        assertThat(DraftSplitter.split("It opened. [1]", Language.ENGLISH, false))
                .hasSize(1);
    }

    @Property(tries = 500)
    void whateverTheModelWritesGivesSentencesWithTextAndWithoutMarkers(
            @ForAll("replies") String reply, @ForAll Language language, @ForAll boolean whole) {
        for (Draft draft : DraftSplitter.split(reply, language, whole)) {
            assertThat(draft.text()).isNotBlank();
            if (draft.allowed()) {
                assertThat(Markers.MARKER.matcher(draft.text()).find()).isFalse();
            }
        }
    }

    /** What was shown is never taken back by what follows, wherever the stream was cut. */
    @Property(tries = 100)
    void whatIsSettledStaysAsTheReplyGrows(@ForAll("replies") String reply, @ForAll Language language) {
        List<Draft> whole = DraftSplitter.split(reply, language, true);
        for (int end = 0; end <= reply.length(); end++) {
            List<Draft> settled = DraftSplitter.settled(reply.substring(0, end), language);
            assertThat(settled).as("%d of %s", end, reply).isEqualTo(whole.subList(0, settled.size()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, It opened. [1][2] Then came, It opened.",
        "ar, افتُتح الميناء. [1][2] ثم, افتُتح الميناء.",
        "fa, بندر باز شد. [۱][۲] سپس, بندر باز شد.",
        "zh-Hans, 港口开放了。[1][2]之后, 港口开放了。",
        "zh-Hant, 港口開放了。【1】【2】之後, 港口開放了。",
        "ru, Порт открыт. [1][2] Затем, Порт открыт."
    })
    void aSentenceIsSettledWithTheFirstLetterOfTheNextAndNoSooner(String tag, String reply, String sentence) {
        Language language = Language.ofTag(tag).orElseThrow();
        int next = reply.lastIndexOf(']') < 0 ? reply.lastIndexOf('】') : reply.lastIndexOf(']');
        assertThat(DraftSplitter.settled(reply.substring(0, next + 1), language))
                .isEmpty();
        assertThat(DraftSplitter.settled(reply, language)).containsExactly(new Draft(sentence, List.of(1, 2), true));
    }

    @Property(tries = 200)
    void anyTextAtAllIsCutWithoutFault(@ForAll String reply) {
        assertThat(DraftSplitter.split(reply, Language.ENGLISH, true))
                .allSatisfy(draft -> assertThat(draft.text()).isNotBlank());
    }

    @Test
    void longRowsOfTheSameSignAreCutInTime() {
        for (String sign : List.of("a", "[", "- ", "1. ", "*", "a.", "[1", "<", "@", "字", "\uD83D", "[1,")) {
            List<Draft> drafts = split(sign.repeat(StreamedReply.MAX_CHARS / sign.length()));
            assertThat(drafts).allSatisfy(draft -> assertThat(draft.text()).isNotBlank());
        }
    }

    @Provide
    Arbitrary<String> replies() {
        Arbitrary<String> pieces = Arbitraries.of(
                "The harbour opened",
                "افتُتح الميناء",
                "港口",
                "Порт",
                ".",
                "。",
                "؟",
                " ",
                "  ",
                "\n",
                "[",
                "]",
                "[1]",
                "[2, 3]",
                "【4】",
                "［٥］",
                "[99]",
                "1",
                ",",
                "**",
                "- ",
                "# ",
                "<b>",
                "http://x.y",
                "\u202E",
                "\uD83D",
                "U.S.",
                "people came",
                " opened on 3.",
                "NO_EVIDENCE");
        return pieces.list().ofMaxSize(25).map(parts -> String.join("", parts));
    }

    private static List<Draft> split(String reply) {
        return DraftSplitter.split(reply, Language.ENGLISH, true);
    }
}
