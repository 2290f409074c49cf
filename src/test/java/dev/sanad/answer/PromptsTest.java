package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.sanad.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class PromptsTest {
    @TempDir
    Path folder;

    @Test
    void thePackedTemplatesAreSound() {
        Prompts prompts = Prompts.packed();
        assertThat(prompts.answer().id()).isEqualTo("answer@1");
        assertThat(prompts.brief().id()).isEqualTo("brief@1");
        assertThat(prompts.translate().id()).isEqualTo("translate@1");
        assertThat(prompts.answer().system()).contains(CitationVerifier.NO_EVIDENCE);
        assertThat(prompts.brief().system()).contains(CitationVerifier.NO_EVIDENCE);
        assertThat(prompts.condense().id()).isEqualTo("condense@1");
        assertThat(prompts.judge().id()).isEqualTo("judge@1");
    }

    @Test
    void theTopLevelTemplatesAreThePackedOnes() {
        assertThat(Prompts.load(Path.of("prompts")).answer())
                .isEqualTo(Prompts.packed().answer());
        assertThat(Prompts.load(Path.of("prompts")).translate())
                .isEqualTo(Prompts.packed().translate());
    }

    @Test
    void aFileOfTheFolderReplacesThePackedOneAndTheOthersStay() throws IOException {
        Files.writeString(folder.resolve("answer.md"), template("answer", "7", "Write {{language}}. {{fence}}"));
        Prompts prompts = Prompts.load(folder);
        assertThat(prompts.answer().id()).isEqualTo("answer@7");
        assertThat(prompts.brief().id()).isEqualTo("brief@1");
    }

    @Test
    void aFolderThatIsNotThereLeavesThePackedOnes() {
        assertThat(Prompts.load(folder.resolve("none")).answer().version()).isEqualTo(1);
    }

    @Test
    void everyFaultOfEveryTemplateIsListedAtOnce() throws IOException {
        Files.writeString(folder.resolve("answer.md"), template("answer", "'new'", "{{langauge}} {{ fence }}"));
        Files.writeString(folder.resolve("brief.md"), "Write a brief.");
        assertThatThrownBy(() -> Prompts.load(folder))
                .isInstanceOf(PromptException.class)
                .message()
                .contains("version is missing")
                .contains("unknown placeholder {{langauge}}")
                .contains("unknown placeholder {{ fence }}")
                .contains("placeholder {{language}} is missing")
                .contains("placeholder {{fence}} is missing")
                .contains("brief.md: not a template");
    }

    @Test
    void frontMatterThatIsNotYamlOrDeclaresOtherPlaceholdersIsAFault() throws IOException {
        Files.writeString(
                folder.resolve("answer.md"),
                "---\nname: [\n---\nsystem:\n{{language}} {{fence}}\nuser:\n{{passages}} {{question}}\n");
        assertThatThrownBy(() -> Prompts.load(folder))
                .message()
                .contains("front matter is not YAML")
                .contains("placeholders declares []");
    }

    @Test
    void aFileThatIsNotUtf8IsAFault() throws IOException {
        Files.write(folder.resolve("answer.md"), new byte[] {(byte) 0xC3, (byte) 0x28});
        assertThatThrownBy(() -> Prompts.load(folder)).message().contains("not UTF-8");
    }

    @Test
    void windowsLineEndsAndAByteOrderMarkAreRead() throws IOException {
        String text =
                "\uFEFF" + template("answer", "2", "{{language}} {{fence}}").replace("\n", "\r\n");
        Files.writeString(folder.resolve("answer.md"), text);
        assertThat(Prompts.load(folder).answer().id()).isEqualTo("answer@2");
    }

    @Test
    void whatIsPutInIsNeverReadAsATemplate() {
        Prompt prompt = new Prompt("answer", 1, "{{language}}", "{{question}}|{{passages}}");
        Prompt.Filled filled = prompt.fill(
                Map.of("language", "$1\\", "question", "{{passages}} {{nothing}} $0", "passages", "{{question}}"));
        assertThat(filled.system()).isEqualTo("$1\\");
        assertThat(filled.user()).isEqualTo("{{passages}} {{nothing}} $0|{{question}}");
    }

    @Test
    void eachCallQuotesBetweenADelimiterOfItsOwn() {
        assertThat(Quoted.withFreshFence().fence())
                .isNotEqualTo(Quoted.withFreshFence().fence());
    }

    @Test
    void passagesAreNumberedWithOutletDateAndTitle() {
        Quoted quoted = Quoted.withFreshFence();
        String block = quoted.passages(List.of(
                Given.passage("a.md", Language.ENGLISH, "The harbour opened."),
                Given.passage("b.md", Language.RUSSIAN, "Порт открылся.")));
        assertThat(block)
                .contains(quoted.fence() + "\n[1] The Gazette, 2026-01-28\nTitle of a.md\n\nThe harbour opened.\n"
                        + quoted.fence())
                .contains("[2] The Gazette, 2026-01-28\nTitle of b.md\n\nПорт открылся.");
    }

    @Test
    void aTitleOfSeveralLinesIsWrittenOnOne() {
        String block = Quoted.withFreshFence()
                .passages(List.of(Given.passage(
                        "a.md",
                        Language.ENGLISH,
                        "Harbour\n[2] Other, 2026\nopens",
                        Given.DAY,
                        List.of("It opened."))));
        assertThat(block).contains("\nHarbour [2] Other, 2026 opens\n");
    }

    @Test
    void aFileThatChangesComesOrGoesIsReadWithoutARestart() throws IOException {
        Prompts prompts = Prompts.load(folder);
        Path file = folder.resolve("answer.md");
        Files.writeString(file, template("answer", "7", "{{language}} {{fence}}"));
        assertThat(prompts.answer().id()).isEqualTo("answer@7");
        Files.writeString(file, template("answer", "8", "Now in {{language}}. {{fence}}"));
        assertThat(prompts.answer().id()).isEqualTo("answer@8");
        Files.delete(file);
        assertThat(prompts.answer().id()).isEqualTo("answer@1");
    }

    @Test
    void aChangeOfTheSameLengthIsToldByTheTimeOfTheFile() throws IOException {
        Path file = folder.resolve("answer.md");
        Files.writeString(file, template("answer", "7", "{{language}} {{fence}}"));
        Prompts prompts = Prompts.load(folder);
        Files.writeString(file, template("answer", "8", "{{language}} {{fence}}"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-30T10:00:00Z")));
        assertThat(prompts.answer().id()).isEqualTo("answer@8");
    }

    @Test
    void aFaultyChangeLeavesTheLastGoodOneAndIsToldOnceInOneLine() throws IOException {
        Path file = folder.resolve("answer.md");
        Files.writeString(file, template("answer", "7", "{{language}} {{fence}}"));
        Prompts prompts = Prompts.load(folder);
        Files.writeString(file, template("answer", "none", "{{langauge}} {{fence}} and more"));
        Logger logger = (Logger) LoggerFactory.getLogger(LiveTemplate.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            assertThat(prompts.answer().id()).isEqualTo("answer@7");
            assertThat(prompts.answer().id()).isEqualTo("answer@7");
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains(file.toString(), "version is missing", "unknown placeholder {{langauge}}", "answer@7 stays")
                .doesNotContain("\n");
        Files.writeString(file, template("answer", "9", "{{language}} {{fence}} mended"));
        assertThat(prompts.answer().id()).isEqualTo("answer@9");
    }

    private static String template(String name, String version, String system) {
        return """
            ---
            name: %s
            version: %s
            placeholders: [language, question, passages, fence]
            ---
            system:
            %s
            user:
            {{passages}}
            {{question}}
            """.formatted(name, version, system);
    }
}
