package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.CitationVerifier.Verified;
import dev.sanad.index.Analyzers;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Evidence;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The gate, on invented articles. */
class CitationVerifierTest {
    private static final Analyzers ANALYZERS = Analyzers.packed();
    private static final Evidence HARBOUR = Given.passage(
            "harbour.md",
            Language.ENGLISH,
            "The council of Velmora met on Monday in the old town hall.",
            "The new harbour was opened on 12 January 2026 by Governor Oren Tasdal.",
            "Building it cost 40 million crowns.",
            "Fishermen complained about the noise of the cranes all winter.",
            "A ferry to Lisk runs three times a day since December.",
            "It carried 6,300 passengers in its first week.");
    private static final Evidence RAILWAY = Given.passage(
            "railway.md",
            Language.ENGLISH,
            "The railway between Velmora and Dorn will close for repairs on 3 March 2026.",
            "Minister Hala Brint said that 250 workers would replace the tracks.");

    /** Language, what an article says, what it supports, and the same with another number and another date. */
    static final List<Arguments> SIX = List.of(
            Arguments.of(
                    Language.ENGLISH,
                    "Governor Tasdal opened the harbour on 12 January 2026 with 6,300 guests.",
                    "On 12 January 2026 Governor Tasdal opened the harbour with 6300 guests.",
                    "On 12 January 2026 Governor Tasdal opened the harbour with 6400 guests.",
                    "On 13 January 2026 Governor Tasdal opened the harbour with 6300 guests."),
            Arguments.of(
                    Language.RUSSIAN,
                    "Губернатор Тасдал открыл гавань 12 января 2026 года в присутствии 6300 гостей.",
                    "Губернатор Тасдал 12 января 2026 года открыл гавань в присутствии 6,3 тысячи гостей.",
                    "Губернатор Тасдал 12 января 2026 года открыл гавань в присутствии 6400 гостей.",
                    "Губернатор Тасдал 13 января 2026 года открыл гавань в присутствии 6300 гостей."),
            Arguments.of(
                    Language.ARABIC,
                    "افتتح المحافظ تسدال الميناء في 12 كانون الثاني 2026 بحضور 6300 ضيف.",
                    "افتتح المحافظ تسدال الميناء في ١٢ يناير ٢٠٢٦ بحضور ٦٣٠٠ ضيف.",
                    "افتتح المحافظ تسدال الميناء في ١٢ يناير ٢٠٢٦ بحضور ٦٤٠٠ ضيف.",
                    "افتتح المحافظ تسدال الميناء في ١٣ يناير ٢٠٢٦ بحضور ٦٣٠٠ ضيف."),
            Arguments.of(
                    Language.PERSIAN,
                    "استاندار تسدال بندر را ۲۲ دی ۱۴۰۴ با حضور ۶۳۰۰ مهمان گشود.",
                    "استاندار تسدال بندر را ۱۲ ژانویه ۲۰۲۶ با حضور 6300 مهمان گشود.",
                    "استاندار تسدال بندر را ۱۲ ژانویه ۲۰۲۶ با حضور ۶۴۰۰ مهمان گشود.",
                    "استاندار تسدال بندر را ۱۳ ژانویه ۲۰۲۶ با حضور ۶۳۰۰ مهمان گشود."),
            Arguments.of(
                    Language.CHINESE_SIMPLIFIED,
                    "省长塔斯达尔于2026年1月12日在6.3万名来宾面前宣布港口开放。",
                    "2026年1月12日，省长塔斯达尔在63000名来宾面前宣布港口开放。",
                    "2026年1月12日，省长塔斯达尔在6.4万名来宾面前宣布港口开放。",
                    "2026年1月13日，省长塔斯达尔在6.3万名来宾面前宣布港口开放。"),
            Arguments.of(
                    Language.CHINESE_TRADITIONAL,
                    "省長塔斯達爾於2026年1月12日在6.3萬名來賓面前宣布港口開放。",
                    "2026年1月12日，省長塔斯達爾在63000名來賓面前宣布港口開放。",
                    "2026年1月12日，省長塔斯達爾在6.4萬名來賓面前宣布港口開放。",
                    "2026年1月13日，省長塔斯達爾在6.3萬名來賓面前宣布港口開放。"));

    @ParameterizedTest
    @FieldSource("SIX")
    void aSentenceStandsOrFallsWithItsNumbersAndDates(
            Language language, String article, String right, String wrongNumber, String wrongDate) {
        List<Evidence> evidence = List.of(Given.passage("a.md", language, article));
        assertThat(verify(right + "[1]", evidence, language).citations())
                .extracting(Citation::quote)
                .containsExactly(article);
        assertThat(verify(wrongNumber + "[1]", evidence, language).removed()).isEqualTo(1);
        assertThat(verify(wrongDate + "[1]", evidence, language).removed()).isEqualTo(1);
    }

    /** Every language's right and wrong sentence against an article in every other. */
    static Stream<Arguments> crossing() {
        return SIX.stream()
                .flatMap(asked -> SIX.stream()
                        .filter(other -> family(asked) != family(other))
                        // the Chinese articles speak of 63,000 guests, the others of 6,300
                        .filter(other -> chinese(asked) == chinese(other))
                        .map(other -> Arguments.of(
                                asked.get()[0],
                                other.get()[0],
                                other.get()[1],
                                asked.get()[2],
                                asked.get()[3],
                                asked.get()[4])));
    }

    @ParameterizedTest
    @MethodSource("crossing")
    void acrossLanguagesNumbersAndDatesAreHeldToTheQuoteToo(
            Language asked, Language written, String article, String right, String wrongNumber, String wrongDate) {
        List<Evidence> evidence = List.of(Given.passage("a.md", written, article));
        assertThat(verify(right + "[1]", evidence, asked).citations())
                .extracting(Citation::quote)
                .containsExactly(article);
        assertThat(verify(wrongNumber + "[1]", evidence, asked).removed()).isEqualTo(1);
        assertThat(verify(wrongDate + "[1]", evidence, asked).removed()).isEqualTo(1);
    }

    @Test
    void anEnglishSentenceIsHeldToChineseMagnitudes() {
        List<Evidence> evidence =
                List.of(Given.passage("a.md", Language.CHINESE_SIMPLIFIED, "港口耗资4000亿克朗。", "省长没有出席。"));
        assertThat(verify("The harbour cost 400 billion crowns [1].", evidence).citations())
                .extracting(Citation::quote)
                .containsExactly("港口耗资4000亿克朗。");
        assertThat(verify("The harbour cost 40 billion crowns [1].", evidence).removed())
                .isEqualTo(1);
    }

    @Test
    void theTwoScriptsOfChineseAreOneLanguage() {
        List<Evidence> evidence = List.of(Given.passage("a.md", Language.CHINESE_TRADITIONAL, "省長宣布港口開放。", "漁民抱怨噪音。"));
        Verified verified = verify("省长宣布港口开放。[1]", evidence, Language.CHINESE_SIMPLIFIED);
        assertThat(verified.citations()).extracting(Citation::quote).containsExactly("省長宣布港口開放。");
        assertThat(verify("渔民宣布罢工。[1]", evidence, Language.CHINESE_SIMPLIFIED).removed())
                .isEqualTo(1);
    }

    @Test
    void theQuoteIsTheSentenceThatSupportsBest() {
        assertThat(verify("Governor Oren Tasdal opened the new harbour [1].").citations())
                .extracting(Citation::quote)
                .containsExactly("The new harbour was opened on 12 January 2026 by Governor Oren Tasdal.");
    }

    @Test
    void theQuoteGrowsToNeighboursWhereTheSentenceNeedsThem() {
        assertThat(verify("The new harbour, opened by Governor Oren Tasdal on 12 January 2026, cost 40 million"
                                + " crowns [1].")
                        .citations())
                .extracting(Citation::quote)
                .containsExactly("The new harbour was opened on 12 January 2026 by Governor Oren Tasdal. "
                        + "Building it cost 40 million crowns.");
    }

    @Test
    void aQuoteEqualsTheTextOfRecordAtItsOffsetsAndIsNeverTooLong() {
        String[] sentences = Stream.iterate(0, i -> i + 1)
                .limit(5)
                .map(i -> "Sentence %d of the harbour report by Governor Tasdal says very little, ".formatted(i)
                        + "but it says it at great length".repeat(7) + ".")
                .toArray(String[]::new);
        Evidence evidence = Given.passage("long.md", Language.ENGLISH, sentences);
        Verified verified = verify("The harbour report by Governor Tasdal says very little [1].", List.of(evidence));
        Citation citation = verified.citations().getFirst();
        assertThat(citation.quote())
                .isEqualTo(evidence.passage().article().text().substring(citation.start(), citation.end()))
                .hasSizeLessThanOrEqualTo(Language.ENGLISH.quoteChars());
    }

    @Test
    void aSentenceOfAThousandCharactersIsCutAfterAWord() {
        Evidence evidence = Given.passage(
                "long.md", Language.ENGLISH, "The harbour opened " + "and boats came ".repeat(90) + "in.");
        assertThat(verify("The harbour opened and boats came [1].", List.of(evidence))
                        .citations())
                .singleElement()
                .satisfies(citation -> assertThat(citation.quote())
                        .hasSizeLessThanOrEqualTo(500)
                        .matches("(?s).*(?:boats|came|and)"));
    }

    @Test
    void anInventedMarkerRemovesASentenceThatNothingElseSupports() {
        Verified verified = verify("The mayor of Lisk resigned after the storm [7].");
        assertThat(verified.sentences()).isEmpty();
        assertThat(verified.removed()).isEqualTo(1);
    }

    @Test
    void aSentenceCitedToTheWrongPassageIsCitedAnew() {
        Verified verified = verify("Minister Hala Brint said 250 workers would replace the tracks [1].");
        assertThat(verified.citations()).extracting(Citation::file).containsExactly("railway.md");
    }

    @Test
    void aSentenceWithoutAMarkerIsCitedWhereItIsSupportedAndRemovedWhereNot() {
        assertThat(verify("Minister Hala Brint said 250 workers would replace the tracks.")
                        .citations())
                .extracting(Citation::file)
                .containsExactly("railway.md");
        assertThat(verify("Observers expect further delays everywhere.").removed())
                .isEqualTo(1);
    }

    @Test
    void aNumberOfOneFactDoesNotPassWithAnother() {
        assertThat(verify("The council met in the old town hall with 6,300 passengers [1].")
                        .removed())
                .isEqualTo(1);
        assertThat(verify("Governor Oren Tasdal opened the new harbour with 250 workers [1].")
                        .removed())
                .isEqualTo(1);
        assertThat(verify("The railway closes for repairs on 12 January 2026 [2].")
                        .removed())
                .isEqualTo(1);
    }

    @Test
    void severalCitationsSupportASentenceTogether() {
        Verified verified = verify(
                "The new harbour was opened on 12 January 2026, and the railway between Velmora and Dorn will close on"
                        + " 3 March 2026 [1][2].");
        assertThat(verified.sentences().getFirst().citations()).containsExactly(1, 2);
    }

    @Test
    void markersAreNumberedAnewInTheOrderOfFirstUseAndTheSameWordsShareOne() {
        Verified verified = verify("Minister Hala Brint said 250 workers would replace the tracks. [2] "
                + "The new harbour was opened on 12 January 2026. [1] "
                + "250 workers would replace the tracks. [2]");
        assertThat(verified.sentences())
                .extracting(Sentence::citations)
                .containsExactly(List.of(1), List.of(2), List.of(1));
        assertThat(verified.citations()).extracting(Citation::marker).containsExactly(1, 2);
        assertThat(verified.citations()).extracting(Citation::file).containsExactly("railway.md", "harbour.md");
    }

    @Test
    void markersAfterTheFullStopAreThoseOfTheSentenceBefore() {
        Verified verified = verify("The new harbour was opened on 12 January 2026.[1] "
                + "The railway between Velmora and Dorn will close for repairs.[2]");
        assertThat(verified.sentences())
                .extracting(Sentence::text)
                .containsExactly(
                        "The new harbour was opened on 12 January 2026.",
                        "The railway between Velmora and Dorn will close for repairs.");
        assertThat(verified.removed()).isZero();
    }

    @Test
    void aSentenceWithALinkIsRemovedHoweverWellItIsSupported() {
        assertThat(verify("The new harbour was opened on 12 January 2026, see https://x.example [1].")
                        .removed())
                .isEqualTo(1);
    }

    @Test
    void aRelativeDateOfAnArticleIsResolvedByItsOwn() {
        Evidence evidence = Given.passage(
                "y.md",
                Language.ENGLISH,
                "T",
                LocalDate.of(2026, 1, 28),
                List.of("The bridge at Lisk collapsed yesterday."));
        assertThat(verify("The bridge at Lisk collapsed on 27 January 2026 [1].", List.of(evidence))
                        .removed())
                .isZero();
        assertThat(verify("The bridge at Lisk collapsed on 28 January 2026 [1].", List.of(evidence))
                        .removed())
                .isEqualTo(1);
    }

    @Test
    void aDateWithoutItsYearIsTheNearestToTheArticles() {
        Evidence evidence = Given.passage(
                "y.md",
                Language.ENGLISH,
                "T",
                LocalDate.of(2026, 1, 4),
                List.of("The bridge at Lisk collapsed on 28 December."));
        assertThat(verify("The bridge at Lisk collapsed on 28 December 2025 [1].", List.of(evidence))
                        .removed())
                .isZero();
        assertThat(verify("The bridge at Lisk collapsed on 28 December 2026 [1].", List.of(evidence))
                        .removed())
                .isEqualTo(1);
    }

    @Test
    void aSentenceMoreExactThanItsQuoteIsRemoved() {
        Evidence evidence = Given.passage("y.md", Language.ENGLISH, "The bridge at Lisk collapsed in January 2026.");
        assertThat(verify("The bridge at Lisk collapsed on 12 January 2026 [1].", List.of(evidence))
                        .removed())
                .isEqualTo(1);
        assertThat(verify("The bridge at Lisk collapsed in 2026 [1].", List.of(evidence))
                        .removed())
                .isZero();
    }

    @Test
    void anEmptyReplyIsAnEmptyAnswer() {
        assertThat(verify("")).isEqualTo(new Verified(List.of(), List.of(), 0, 0, false));
    }

    private static Verified verify(String reply) {
        return verify(reply, List.of(HARBOUR, RAILWAY));
    }

    private static Verified verify(String reply, List<Evidence> evidence) {
        return verify(reply, evidence, Language.ENGLISH);
    }

    private static Verified verify(String reply, List<Evidence> evidence, Language language) {
        return new CitationVerifier(ANALYZERS).verify(new Reply.Text(reply, true), evidence, language);
    }

    private static Language.Analysis family(Arguments row) {
        return ((Language) row.get()[0]).analysis();
    }

    private static boolean chinese(Arguments row) {
        return ((Language) row.get()[0]).chinese();
    }
}
