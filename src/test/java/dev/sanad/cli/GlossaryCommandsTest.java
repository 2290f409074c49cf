package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanad.index.Indexed;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reader's own glossary, from the file to what a question finds. The words are invented. */
class GlossaryCommandsTest {
    private static final String ROW = "zorblat\tfood\tzorblat\tقمصوع\tگلپوشه\t籴粿饎|粿饎\tкварнак\n";

    @TempDir
    Path folder;

    @BeforeEach
    void articles() {
        Path news = folder.resolve("news");
        Indexed.article(news, "en.md", "en", "Market", "The old woman sold zorblat at noon.");
        Indexed.article(news, "ru.md", "ru", "Рынок", "Старуха в полдень продавала кварнак.");
        Indexed.article(news, "ar.md", "ar", "السوق", "باعت العجوز قمصوع ظهرا.");
        Indexed.article(news, "fa.md", "fa", "بازار", "پیرزن ظهر گلپوشه فروخت.");
        Indexed.article(news, "zh.md", "zh-Hant", "市場", "老婦中午賣糴粿饎。");
    }

    private CommandLineRun plain() {
        return new CommandLineRun(folder, folder)
                .with("SANAD_CORPUS_PATHS", folder.resolve("news").toString());
    }

    private CommandLineRun mine() {
        return plain().with("SANAD_INDEX_GLOSSARY", "mine.tsv");
    }

    private static CommandLineRun done(CommandLineRun run, String... command) {
        assertThat(run.run(command)).as(run.err()).isZero();
        return run;
    }

    private static CommandLineRun refused(CommandLineRun run, String... command) {
        assertThat(run.run(command)).as(run.out()).isEqualTo(1);
        return run;
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("mine.tsv"), text);
    }

    private static List<String> found(CommandLineRun run, String word) throws IOException {
        return new ObjectMapper()
                .readTree(done(run, "search", "--json", word).out())
                .path("hits")
                .findValuesAsText("file");
    }

    @ParameterizedTest
    @CsvSource({"en, zorblat", "ru, кварнак", "ar, قمصوع", "fa, گلپوشه", "zh, 籴粿饎", "zh, 糴粿饎"})
    void aWordThatOnlyTheReaderKnowsFindsItsTranslations(String language, String word) throws IOException {
        assertThat(found(plain(), word)).containsExactly(language + ".md");

        write(ROW);
        done(mine(), "index");

        assertThat(found(mine(), word)).containsExactlyInAnyOrder("en.md", "ru.md", "ar.md", "fa.md", "zh.md");
    }

    @Test
    void anIndexOfAnotherGlossaryIsToldInOneLineAndIndexMakesItAnew() throws IOException {
        write("# nothing yet\n");
        done(plain(), "index");
        assertThat(refused(mine(), "search", "zorblat").err())
                .contains("another glossary than", "mine.tsv", "run: sanad index")
                .hasLineCount(1);
        assertThat(refused(mine(), "doctor").out()).contains("FAULT  index: made with another glossary");

        assertThat(done(mine(), "index").err()).contains("glossary", "everything anew");
        assertThat(done(mine(), "index").out()).contains("5 unchanged");
        assertThat(done(mine(), "doctor").out()).contains("ok     glossary: the packed one and ");

        write(ROW);
        assertThat(refused(mine(), "ask", "Who sold zorblat?").err()).hasLineCount(1);
        assertThat(done(mine(), "index").out()).contains("5 added");
        assertThat(found(mine(), "кварнак")).hasSize(5);
        assertThat(refused(plain(), "search", "zorblat").err())
                .contains("the packed one alone")
                .hasLineCount(1);
        assertThat(done(plain(), "index").out()).contains("5 added");
    }

    @Test
    void aFaultOfTheFileIsOneLineWithItsPlace() throws IOException {
        assertThat(refused(mine(), "index").err())
                .contains("mine.tsv", "does not exist", "index.glossary")
                .hasLineCount(1);

        write("# mine\n" + ROW + "samovar food samovar\n");
        assertThat(refused(mine(), "search", "zorblat").err())
                .contains("mine.tsv, line 3", "1 columns", "with tabs between")
                .hasLineCount(1);
        assertThat(refused(mine(), "doctor").out()).contains("FAULT  glossary", "line 3");

        write(ROW + "a b\tfood\tx\t-\t-\t-\t-\n");
        assertThat(refused(mine(), "index").err())
                .contains("line 2", "bad id \"a b\"")
                .hasLineCount(1);
        write("a\tfood\tx||y\t-\t-\t-\t-\n");
        assertThat(refused(mine(), "index").err())
                .contains("line 1", "an empty word")
                .hasLineCount(1);

        Files.write(folder.resolve("mine.tsv"), "кварнак".getBytes(Charset.forName("windows-1251")));
        assertThat(refused(mine(), "index").err()).contains("not UTF-8").hasLineCount(1);
    }

    @Test
    void aFileWithAByteOrderMarkAndWindowsLinesIsReadAlike() throws IOException {
        write("\uFEFF" + ROW.replace("\n", "\r\n"));
        done(mine(), "index");

        assertThat(found(mine(), "zorblat")).hasSize(5);
    }
}
