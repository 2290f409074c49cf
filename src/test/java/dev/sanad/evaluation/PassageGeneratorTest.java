package dev.sanad.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassageGeneratorTest {
    private static final Map<Language, String> PATTERNS = Map.of(
            Language.ENGLISH,
            "On Monday council %1$d of town %1$d agreed to build school %1$d, and the mayor thanked everybody who had"
                    + " helped.",
            Language.RUSSIAN,
            "В понедельник совет %1$d города %1$d решил построить школу %1$d, и мэр поблагодарил всех, кто этому"
                    + " помог.",
            Language.ARABIC,
            "وافق مجلس %1$d مدينة %1$d يوم الاثنين على بناء مدرسة %1$d، وشكر العمدة كل من ساعد في ذلك.",
            Language.PERSIAN,
            "شورای %1$d شهر %1$d روز دوشنبه با ساخت مدرسهٔ %1$d موافقت کرد، و شهردار از همه تشکر کرد.",
            Language.CHINESE_SIMPLIFIED,
            "星期一第%1$d个镇议会同意建造第%1$d所学校，镇长感谢所有帮助过的人。",
            Language.CHINESE_TRADITIONAL,
            "星期一第%1$d個鎮議會同意建造第%1$d所學校，鎮長感謝所有幫助過的人。");

    @Test
    void aPassageDependsOnItsSeedAndNumberAlone() {
        PassageGenerator one = generator(1);
        PassageGenerator same = generator(1);
        assertThat(one.passage(17)).isEqualTo(same.passage(17));
        assertThat(one.passage(17)).isNotEqualTo(generator(2).passage(17));
        assertThat(one.passage(17)).isNotEqualTo(one.passage(23));
    }

    @Test
    void languagesTakeTurnsAndPassagesReadAsTheirs() {
        PassageGenerator generator = generator(1);
        LanguageDetector detector = new LanguageDetector();
        assertThat(generator.languages()).isEqualTo(Language.spoken());
        for (int i = 0; i < 60; i++) {
            PassageGenerator.Generated passage = generator.passage(i);
            assertThat(passage.language()).isEqualTo(Language.spoken().get(i % 6));
            assertThat(detector.detect(passage.text())).as(passage.text()).hasValue(passage.language());
            assertThat(passage.text())
                    .hasSizeLessThanOrEqualTo(passage.language().passageChars())
                    .hasSizeGreaterThan(passage.language().passageChars() / 4);
        }
    }

    @Test
    void noPassageHoldsASentenceThatWasGiven() {
        PassageGenerator generator = generator(1);
        // its numbers tell a text's first clause from what windows of others may make together
        List<String> clauses = texts(40).values().stream()
                .flatMap(List::stream)
                .map(text -> text.split("[,،，]", 2)[0])
                .toList();
        for (int i = 0; i < 120; i++) {
            String passage = generator.passage(i).text();
            assertThat(clauses).noneMatch(passage::contains);
        }
    }

    @Test
    void theVocabularyGrowsWithTheCorpus() {
        PassageGenerator generator = generator(1);
        Set<String> words = new HashSet<>();
        List<Integer> sizes = new ArrayList<>();
        IntStream.range(0, 3_000).forEach(i -> {
            words.addAll(List.of(generator.passage(i).text().split("[ .]", -1)));
            if ((i + 1) % 1_000 == 0) {
                sizes.add(words.size());
            }
        });
        assertThat(sizes.get(1) - sizes.get(0)).isGreaterThan(300);
        assertThat(sizes.get(2) - sizes.get(1)).isGreaterThan(300);
    }

    @Test
    void theCommonestNameIsDrawnTwiceAsOftenAsTheNext() {
        SplittableRandom random = new SplittableRandom(3);
        int[] drawn = new int[2];
        for (int i = 0; i < 100_000; i++) {
            String name = InventedNames.draw(random, Language.ENGLISH);
            drawn[0] += name.equals(InventedNames.named(1, Language.ENGLISH)) ? 1 : 0;
            drawn[1] += name.equals(InventedNames.named(2, Language.ENGLISH)) ? 1 : 0;
        }
        assertThat(drawn[0] / (double) drawn[1]).isBetween(1.5, 2.0);
        assertThat(InventedNames.named(1, Language.RUSSIAN)).isEqualTo("Кебаке");
        assertThat(InventedNames.named(1, Language.ENGLISH)).isEqualTo("Kebake");
    }

    @Test
    void ofTooFewTextsNothingIsMade() {
        assertThatThrownBy(() -> PassageGenerator.of(texts(19), 1))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContainingAll("20 documents", "larger sets");
    }

    private static PassageGenerator generator(long seed) {
        return PassageGenerator.of(texts(40), seed);
    }

    private static Map<Language, List<String>> texts(int each) {
        Map<Language, List<String>> texts = new EnumMap<>(Language.class);
        PATTERNS.forEach((language, pattern) -> texts.put(
                language, IntStream.range(0, each).mapToObj(pattern::formatted).toList()));
        return texts;
    }
}
