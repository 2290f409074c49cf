package dev.sanad.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.corpus.ArticleReader.Read;
import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Articles as they were scraped, which are not part of the project. */
@EnabledIfEnvironmentVariable(
        named = "SANAD_EVAL_CORPUS",
        matches = ".+",
        disabledReason = "SANAD_EVAL_CORPUS names a folder of real articles")
class RealArticlesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "000, zh-Hant, 2026-01-29, 普京, 31",
        "001, zh-Hans, 2025-01-18, 俄罗斯, 18",
        "002, fa, 2026-01-28, کرملین, 120",
        "003, ar, 2026-01-28, بوتين, 69",
        "004, ar, 2026-01-28, موسكو, 93"
    })
    void titleDateAndLanguageAreFound(String number, String tag, LocalDate date, String name, int titleChars) {
        Article article = article(number);
        assertThat(article.language())
                .isEqualTo(Known.inferred(Language.ofTag(tag).orElseThrow()));
        assertThat(article.published()).contains(Known.inferred(date));
        assertThat(article.title().value()).contains(name).hasSize(titleChars);
        int kept = article.kept().stream().mapToInt(span -> span.length()).sum();
        assertThat(kept).isBetween(article.text().length() - 50, article.text().length());
    }

    private static Article article(String number) {
        Path folder = Path.of(String.valueOf(System.getenv("SANAD_EVAL_CORPUS")));
        CorpusFile file = FileCorpus.of(List.of(folder)).files().stream()
                .filter(candidate -> candidate.id().path().startsWith(number))
                .findFirst()
                .orElseThrow();
        Read.Decoded read = (Read.Decoded) new ArticleReader(1_000_000).read(file);
        return new ArticleParser(new LanguageDetector()).parse(read.id(), read.text(), read.sha256());
    }
}
