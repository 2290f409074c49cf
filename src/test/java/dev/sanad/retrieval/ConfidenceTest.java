package dev.sanad.retrieval;

import static dev.sanad.index.Indexed.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.corpus.Audience;
import dev.sanad.index.Indexed;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Language;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lowers the confidence; how much is the rule's own affair. */
class ConfidenceTest {
    @TempDir
    static Path folder;

    private static PassageIndex index;

    @BeforeAll
    static void inventedNews() {
        Path corpus = folder.resolve("news");
        article(corpus, "en.md", "en", "Port", "The mayor of Velmora bought 63 cranes on 4 May 2025 from Orlan Steel.");
        article(corpus, "ru.md", "ru", "Порт", "Мэр Вельморы купил 63 крана 4 мая 2025 года у Орлана.");
        article(corpus, "ar.md", "ar", "ميناء", "اشترى عمدة فيلمورا 63 رافعة في 4 مايو 2025.");
        article(corpus, "fa.md", "fa", "بندر", "شهردار ولمورا ۶۳ جرثقیل را در ۱۴ اردیبهشت ۱۴۰۴ خرید.");
        article(corpus, "hant.md", "zh-Hant", "港口", "維爾莫拉市長於2025年5月4日購買了63台起重機。");
        article(corpus, "hans.md", "zh-Hans", "学校", "村里新开了一所学校，孩子们很高兴。");
        for (int i = 0; i < 8; i++) {
            article(
                    corpus,
                    "other" + i + ".md",
                    "en",
                    "School " + i,
                    "Children of class" + i + " sang in the village.");
        }
        Indexed.update(corpus, folder.resolve("index"));
        index = PassageIndex.open(folder.resolve("index"));
    }

    @AfterAll
    static void close() {
        index.close();
    }

    private static double confidence(String question, String language) {
        try (Snapshot snapshot = index.snapshot(Audience.ALL)) {
            Language of = Language.ofTag(language).orElseThrow();
            return new Retriever(Indexed.ANALYZERS)
                    .retrieve(Question.of(question, of), snapshot, 5)
                    .confidence();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, Who bought cranes?, Who bought zeppelins?",
        "ru, Кто купил краны?, Кто купил дирижабли?",
        "ar, من الذي اشترى رافعة؟, من الذي اشترى منطادا؟",
        "fa, چه کسی جرثقیل خرید؟, چه کسی بالون خرید؟",
        "zh-Hant, 誰購買了起重機？, 誰購買了飛艇？",
        "zh-Hans, 谁购买了起重机？, 谁购买了飞艇？",
    })
    void aWordThatTheCorpusLacksLowersIt(String language, String known, String unknown) {
        assertThat(confidence(known, language)).isBetween(0.5, 1.0).isGreaterThan(confidence(unknown, language));
    }

    @ParameterizedTest
    @CsvSource({
        "en, Who bought 63 cranes?, Who bought 64 cranes?",
        "ru, Кто купил 63 крана?, Кто купил 64 крана?",
        "ar, من الذي اشترى ٦٣ رافعة؟, من الذي اشترى ٦٤ رافعة؟",
        "fa, چه کسی 63 جرثقیل خرید؟, چه کسی 64 جرثقیل خرید؟",
        "zh-Hant, 誰購買了63台起重機？, 誰購買了64台起重機？",
        "zh-Hans, 谁购买了63台起重机？, 谁购买了64台起重机？",
    })
    void anotherNumberLowersIt(String language, String right, String wrong) {
        assertThat(confidence(right, language)).isGreaterThan(1.5 * confidence(wrong, language));
    }

    @ParameterizedTest
    @CsvSource({
        "en, What was bought in May 2025?, What was bought in May 2024?",
        "ru, Что купил мэр в мае 2025 года?, Что купил мэр в мае 2024 года?",
        "ar, ماذا اشترى العمدة في مايو 2025؟, ماذا اشترى العمدة في مايو 2024؟",
        "fa, شهردار در اردیبهشت ۱۴۰۴ چه خرید؟, شهردار در اردیبهشت ۱۴۰۳ چه خرید؟",
        "zh-Hant, 市長在2025年5月購買了什麼？, 市長在2024年5月購買了什麼？",
    })
    void anotherDateLowersIt(String language, String right, String wrong) {
        assertThat(confidence(right, language)).isGreaterThan(confidence(wrong, language));
    }

    @ParameterizedTest
    @CsvSource({
        "en, When did the mayor of Velmora buy cranes?, When did the mayor of Calden buy cranes?",
        "ru, Когда мэр Вельморы купил краны?, Когда мэр Кальдена купил краны?",
    })
    void anotherNameLowersIt(String language, String right, String wrong) {
        assertThat(confidence(right, language)).isGreaterThan(1.5 * confidence(wrong, language));
    }

    @ParameterizedTest
    @CsvSource({"en, What?", "en, Who said what?", "ru, Кто и что сказал?", "fa, چه کسی؟", "zh-Hans, 为什么？", "ar, لماذا؟"
    })
    void aQuestionOfQuestionWordsAloneIsNotAnswered(String language, String question) {
        assertThat(confidence(question, language)).isLessThan(0.5);
    }

    @Test
    void theCorpusMayGrowWithoutRaisingIt() {
        assertThat(confidence("cranes", "en")).isLessThanOrEqualTo(1);
        assertThat(confidence("cranes zeppelins airships", "en")).isLessThan(0.5);
    }
}
