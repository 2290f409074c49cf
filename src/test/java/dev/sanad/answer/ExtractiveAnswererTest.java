package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Outcome.Cited;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Retrieved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractiveAnswererTest {
    private static Cited answer(Retrieved retrieved) {
        Cited cited = (Cited) new ExtractiveAnswerer().answer(retrieved).outcome();
        assertThat(cited.sentences()).hasSizeBetween(1, 4).hasSameSizeAs(cited.citations());
        for (Citation citation : cited.citations()) {
            String text = retrieved.ranked().stream()
                    .map(evidence -> evidence.passage().article())
                    .filter(article -> article.file().equals(citation.file()))
                    .findFirst()
                    .orElseThrow()
                    .text();
            assertThat(citation.quote()).isEqualTo(text.substring(citation.start(), citation.end()));
            assertThat(citation.quote().length())
                    .isLessThanOrEqualTo(citation.language().quoteChars());
        }
        return cited;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en | When did the ferry sink? | ferry sink | The ferry could sink. | The ferry did sink on 4 May 2025.
        ru | Когда паром затонул? | паром затонул | Паром затонул, говорят. | Паром затонул 4 мая 2025 года.
        ar | متى غرقت العبارة؟ | غرقت العبارة | غرقت العبارة كما قيل لنا. | غرقت العبارة في 4 مايو 2025.
        fa | کشتی کی غرق شد؟ | کشتی غرق شد | کشتی در آب غرق شد. | کشتی در ۱۴ اردیبهشت ۱۴۰۴ غرق شد.
        zh-Hant | 渡輪何時沉沒？ | 渡輪沉沒 | 渡輪沉沒了。 | 渡輪沉沒於2025年5月4日。
        zh-Hans | 渡轮何时沉没？ | 渡轮沉没 | 渡轮沉没了。 | 渡轮沉没于2025年5月4日。
        en | How many people were on the ferry? | people ferry | The people left the ferry. | The ferry held 63 people.
        ru | Сколько людей было на пароме? | паром людей | Паром вёз людей. | Паром вёз 63 тысячи людей.
        zh-Hans | 渡轮载了多少人？ | 渡轮载人 | 渡轮载人出海。 | 渡轮载人63名。
        en | What did the captain say? | captain | The captain was seen. | The captain spoke: “We are safe.”
        en | Why did the ferry sink? | ferry sink | The ferry did sink. | The ferry did sink because of a leak.
        en | In which year did the ferry sink? | ferry sink | The ferry did sink on 4 May. | The ferry did sink in 2025.
        ar | في أي سنة غرقت العبارة؟ | غرقت العبارة | غرقت العبارة في 4 مايو. | غرقت العبارة في عام 2025.
        zh-Hant | 渡輪哪一天沉沒？ | 渡輪沉沒 | 渡輪沉沒於2025年。 | 渡輪沉沒於5月4日。
        en | Who built the ferry? | built ferry | Workers built the ferry. | The ferry was built by Vladimir Putin.
        fa | کشتی را چه کسی ساخت؟ | کشتی ساخت | کشتی را کارگران ساخت. | کشتی را ولادیمیر پوتین ساخت.
        ru | Где построен паром? | построен паром | Паром построен давно. | Паром построен в Архангельске.
        zh-Hans | 渡轮在哪里建造？ | 渡轮建造 | 渡轮建造多年。 | 渡轮建造于土耳其。
        """)
    void theKindOfAnswerThatIsAskedForComesFirst(
            String language, String question, String about, String without, String with) {
        Language of = Language.ofTag(language).orElseThrow();
        Cited cited = answer(Given.about(question, about, of, Given.passage("a.md", of, without, with)));
        assertThat(cited.sentences().getFirst().text()).isEqualTo(with);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en | When did the ferry Orla sink? | ferry Orla sink | The ferry Orla left Velmora. | It did sink on 4 May 2025.
        ru | Когда затонул паром Орла? | затонул паром Орла | Паром Орла вышел из порта. | Он затонул 4 мая 2025 года.
        ar | متى غرقت العبارة أورلا؟ | غرقت العبارة أورلا | غادرت العبارة أورلا الميناء. | ثم غرقت في 4 مايو 2025.
        fa | کشتی اورلا کی غرق شد؟ | کشتی اورلا غرق شد | کشتی اورلا بندر را ترک کرد. | سپس در ۱۴ اردیبهشت ۱۴۰۴ غرق شد.
        zh-Hant | 渡輪奧拉號何時沉沒？ | 渡輪奧拉號沉沒 | 渡輪奧拉號離開港口。 | 它於2025年5月4日沉沒。
        zh-Hans | 渡轮奥拉号何时沉没？ | 渡轮奥拉号沉没 | 渡轮奥拉号离开港口。 | 它于2025年5月4日沉没。
        """)
    void anAnswerThatSaysOfWhomOnlyInTheSentenceBeforeIsQuotedWithIt(
            String language, String question, String about, String before, String answer) {
        Language of = Language.ofTag(language).orElseThrow();
        Cited cited = answer(Given.about(question, about, of, Given.passage("a.md", of, before, answer)));
        assertThat(cited.sentences().getFirst().text()).startsWith(before).endsWith(answer);
        assertThat(cited.sentences()).hasSize(1);
    }

    @Test
    void theSameIsSaidOnce() {
        Cited cited = answer(Given.about(
                "What happened to the ferry?",
                "ferry",
                Language.ENGLISH,
                Given.passage("a.md", Language.ENGLISH, "The ferry sank off Velmora.", "The FERRY sank off Velmora!"),
                Given.passage("b.md", Language.ENGLISH, "The ferry sank off Velmora, again.", "A ferry was painted.")));
        assertThat(cited.sentences())
                .extracting(Sentence::text)
                .contains("A ferry was painted.")
                .filteredOn(text -> text.toLowerCase(java.util.Locale.ROOT).contains("sank"))
                .hasSize(1);
    }

    @Test
    void anAnswerHasAtMostFourSentencesNumberedInOrder() {
        Cited cited = answer(Given.about(
                "ferry?",
                "ferry",
                Language.ENGLISH,
                Given.passage(
                        "a.md",
                        Language.ENGLISH,
                        "Ferry one burns.",
                        "Ferry two turns back north.",
                        "Ferry three stays home today.",
                        "Ferry four sells cold soup.",
                        "Ferry five hums quietly.")));
        assertThat(cited.citations()).extracting(Citation::marker).containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest
    @CsvSource({
        "en, ferry, ' the crew waited,'",
        "ru, паром, ' экипаж ждал,'",
        "zh-Hans, 渡轮, 船员等待，",
        "ar, العبارة, ' انتظر الطاقم،'"
    })
    void aSentenceLongerThanAQuoteIsCutToWholeClauses(String language, String about, String clause) {
        Language of = Language.ofTag(language).orElseThrow();
        int times = of.quoteChars() / clause.length() + 3;
        String sentence = clause.strip() + clause.repeat(times) + " " + about + " 63,500" + clause.repeat(3) + " x.";
        Cited cited = answer(Given.about(about + "?", about, of, Given.passage("long.md", of, sentence)));
        String quote = cited.citations().getFirst().quote();
        assertThat(quote).contains(about).contains("63,500").endsWith(clause.substring(clause.length() - 1));
        assertThat(quote).startsWith(clause.strip());
        assertThat(cited.sentences().getFirst().text()).isEqualTo("…" + quote + "…");
    }

    @Test
    void aLongSentenceWithoutClausesIsCutBetweenWordsAndNeverWithinACharacter() {
        Language en = Language.ENGLISH;
        Cited words =
                answer(Given.about("ferry?", "ferry", en, Given.passage("a.md", en, "ferry crossing ".repeat(45))));
        assertThat(words.citations().getFirst().quote()).matches("(ferry crossing ?|ferry ?)+");
        Cited emoji = answer(Given.about("ferry?", "ferry", en, Given.passage("b.md", en, "x" + "😀".repeat(300))));
        assertThat(emoji.citations().getFirst().quote().codePoints())
                .noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }
}
