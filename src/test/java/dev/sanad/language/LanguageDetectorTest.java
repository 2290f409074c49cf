package dev.sanad.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {
    private final LanguageDetector detector = new LanguageDetector();

    @ParameterizedTest(name = "{1} is {0}")
    @CsvSource(delimiter = '|', textBlock = """
        en      | Which bases does Russia want to keep in Syria?
        en      | Who met Путин in Moscow?
        ru      | Какие базы Россия хочет сохранить в Сирии?
        ru      | Кто такой Boeing 747?
        ar      | ما القاعدتان اللتان تريد روسيا الاحتفاظ بهما؟
        ar      | من هو رئيس Microsoft؟
        ar      | كم قتل هناك
        fa      | روسیه کدام پایگاه‌ها را می‌خواهد؟
        fa      | او از کجا آمد
        fa      | رئيس جمهور از كدام شهر است
        zh-Hans | 俄罗斯希望保留哪些基地？
        zh-Hant | 俄羅斯希望保留哪些基地？
        zh-Hans | X.25使用哪种网络类型
        zh-Hant | 臺灣的總統是誰
        und     | 天上有一人
        und     | Où se trouve la base aérienne de Hmeimim ?
        und     | ¿Dónde está la base naval de Tartus?
        und     | Wo liegt der Stützpunkt und wie heißt er?
        und     | Які бази хоче зберегти Росія?
        und     | Кой се срещна с президента и какво каза?
        und     | روس شام میں کون سے اڈے رکھنا چاہتا ہے؟
        und     | ロシアはどの基地を維持したいのですか
        und     | Ποιες βάσεις θέλει;
        und     | אילו בסיסים?
        und     | Damascus
        und     | 2026 !?
        """)
    void aTextIsKnownByItsLettersAndSmallWords(String tag, String text) {
        assertThat(detector.detect(text)).isEqualTo(Language.ofTag(tag));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        Bulgarian  | Министърът на транспорта каза вчера, че новият мост над реката ще бъде отворен през пролетта. По думите му работата \
        е закъсняла заради наводнението, но парите са достатъчни и няма да се търсят допълнителни средства. Кметът на града \
        благодари на работниците и обеща, че автобусите отново ще минават по краткия път до гарата и болницата.
        Macedonian | Министерот за транспорт вчера изјави дека новиот мост над реката ќе биде отворен напролет. Според него работата \
        доцни поради поплавата, но парите се доволни и нема да се бараат дополнителни средства. Градоначалникот им се заблагодари \
        на работниците и вети дека автобусите повторно ќе возат по краткиот пат до станицата и болницата во градот.
        French     | Le ministre des transports a déclaré hier que le nouveau pont sur la rivière serait ouvert au printemps. Selon lui, \
        les travaux ont pris du retard à cause de la crue, mais l'argent suffit et personne ne cherchera de crédits de plus. Le maire a \
        remercié les ouvriers et promis que les bus passeraient de nouveau par la route courte, vers la gare et vers l'hôpital.
        """)
    void anArticleInANeighbouringLanguageIsNoneOfTheSix(String name, String article) {
        assertThat(detector.detectArticle(article.repeat(2)))
                .as("%s, %d characters", name, article.length())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        ru      | Министр транспорта сообщил вчера, что новый мост через реку откроют весной. По его словам, работы задержались из-за \
        наводнения, но денег достаточно, и дополнительных средств искать не будут. Мэр поблагодарил рабочих.
        en      | The transport minister said yesterday that the new bridge over the river would open in spring. The work was late because of \
        the flood, he said, but there was enough money and nobody would ask for more. The mayor thanked the workers.
        ar      | قال وزير النقل أمس إن الجسر الجديد فوق النهر سيفتح في الربيع، وإن العمل تأخر بسبب الفيضان، لكن المال يكفي ولن يطلب أحد المزيد.
        fa      | وزیر راه دیروز گفت که پل تازهٔ رودخانه در بهار باز می‌شود. به گفتهٔ او کار به دلیل سیل دیر شد، اما پول کافی است و کسی بیشتر نمی‌خواهد.
        zh-Hans | 交通部长昨天说，河上的新桥将在春天开放。他说，工程因为洪水而推迟，但是资金足够，不会再寻求更多的经费。市长感谢了工人。
        zh-Hant | 交通部長昨天說，河上的新橋將在春天開放。他說，工程因為洪水而推遲，但是資金足夠，不會再尋求更多的經費。市長感謝了工人。
        """)
    void anArticleIsKnownShortAndLong(String tag, String article) {
        assertThat(detector.detectArticle(article)).isEqualTo(Language.ofTag(tag));
        assertThat(detector.detectArticle(article.repeat(20))).isEqualTo(Language.ofTag(tag));
    }

    @Property(tries = 200)
    void noTextIsTooStrange(@ForAll String text) {
        assertThat(detector.detect(text)).isNotEqualTo(Optional.of(Language.OTHER));
        assertThat(detector.detectArticle(text.repeat(10))).isNotEqualTo(Optional.of(Language.OTHER));
    }

    @Test
    void aQuestionWordWithTheAndThatArabicWritesOntoItIsArabic() {
        assertThat(new LanguageDetector().detect("ولماذا؟")).contains(Language.ARABIC);
        assertThat(new LanguageDetector().detect("ومتى؟")).contains(Language.ARABIC);
        assertThat(new LanguageDetector().detect("و کی؟")).contains(Language.PERSIAN);
    }

    @Test
    void theQuestionsOfTheEvaluationSetsAreToldApart() throws IOException {
        String folder = System.getenv("SANAD_EVAL_DIR");
        assumeThat(folder)
                .as("SANAD_EVAL_DIR names the evaluation sets; without it this is not measured")
                .isNotNull();
        Map<String, int[]> counts = new TreeMap<>();
        try (Stream<Path> sets = Files.list(Path.of(String.valueOf(folder), "sets"))) {
            for (Path queries : sets.map(set -> set.resolve("queries.jsonl")).toList()) {
                count(queries, counts);
            }
        }
        // names alone, and Chinese without a telling character, cannot be told
        counts.forEach((tag, count) -> assertThat((double) count[0] / count[1])
                .as("%s: %d of %d", tag, count[0], count[1])
                .isGreaterThanOrEqualTo(0.97));
    }

    private void count(Path queries, Map<String, int[]> counts) throws IOException {
        for (String line : Files.readAllLines(queries)) {
            JsonNode query = new ObjectMapper().readTree(line);
            String tag = query.at("/metadata/lang").asText();
            Optional<Language> found = detector.detect(query.get("text").asText());
            int[] count = counts.computeIfAbsent(tag, unseen -> new int[2]);
            count[1]++;
            count[0] += found.equals(Language.ofTag(tag)) ? 1 : 0;
        }
    }
}
