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
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
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

    @Property(tries = 200)
    void noTextIsTooStrange(@ForAll String text) {
        assertThat(detector.detect(text)).isNotEqualTo(Optional.of(Language.OTHER));
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
