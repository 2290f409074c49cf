package dev.sanad.brief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Citation;
import dev.sanad.language.Language;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleBriefsTest {
    @TempDir
    static Path folder;

    private static Library library;

    @BeforeAll
    static void index() {
        library = new Library(folder).ofTheSample();
    }

    @AfterAll
    static void close() {
        library.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Russia and Syria | en",
                "Россия и Сирия | ru",
                "روسيا وسوريا | ar",
                "روسیه و سوریه | fa",
                "俄罗斯与叙利亚 | zh-Hans",
                "俄國與敘利亞 | zh-Hant"
            })
    void aTopicOfTheSampleHasABriefOverSeveralArticlesAndDates(String topic, String tag) {
        Brief brief = library.brief(topic, Language.ofTag(tag).orElseThrow());
        Soundness.check(brief, library);
        assertThat(brief.citations().stream().map(Citation::file).distinct()).hasSizeGreaterThan(1);
        assertThat(brief.sections()).hasSizeGreaterThan(1);
        assertThat(new BriefMarkdown().of(brief)).contains("[1]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Russian bases in Syria | en",
                "Российские базы в Сирии | ru",
                "القواعد الروسية في سوريا | ar",
                "پایگاه‌های روسیه در سوریه | fa",
                "俄罗斯在叙利亚的基地 | zh-Hans",
                "俄羅斯在敘利亞的基地 | zh-Hant"
            })
    void aNarrowTopicIsSoundToo(String topic, String tag) {
        Brief brief = library.brief(topic, Language.ofTag(tag).orElseThrow());
        Soundness.check(brief, library);
    }
}
