package dev.sanad.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.corpus.ArticleReader.Read;
import dev.sanad.language.LanguageDetector;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StatedAudienceTest {
    private final ArticleReader reader = new ArticleReader(1_000_000);

    private Read read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return reader.read(new CorpusFile(new ArticleId("news", "a.md"), bytes.length, () -> bytes));
    }

    private Audience audience(String text) {
        Read.Decoded decoded = (Read.Decoded) read(text);
        return new ArticleParser(new LanguageDetector())
                .parse(decoded.id(), decoded.text(), decoded.sha256())
                .audience();
    }

    @ParameterizedTest
    @CsvSource({
        "audience: -1001234567890, -1001234567890",
        "audience: '77', 77",
        "AUDIENCE: 77, 77",
        "\"\\x61udience\": 77, 77",
        "audience: all, all",
        "audience: All, all",
        "title: On the audience of news, all",
    })
    void itIsAllOrOneChat(String line, String expected) {
        assertThat(audience("---\n" + line + "\n---\nThe ferry sank.\n")).hasToString(expected);
    }

    @Test
    void aTextThatSaysNothingOfItIsForAll() {
        assertThat(audience("The ferry sank.")).isEqualTo(Audience.ALL);
        assertThat(audience("Audience: 500 people\n\nThe play was seen by them."))
                .isEqualTo(Audience.ALL);
        assertThat(audience("---\nnot yaml: [\n---\nIt was seen by a large audience."))
                .isEqualTo(Audience.ALL);
    }

    static Stream<String> unclear() {
        return Stream.of(
                "---\naudience: everyone\n---\nx",
                "---\naudience:\n---\nx",
                "---\naudience: [5, 6]\n---\nx",
                "---\naudience: 0\n---\nx",
                "---\naudience: 12345678901234567890\n---\nx",
                "---\naudience: 5.0\n---\nx",
                "---\n\"\\x61udience\": us\n---\nx",
                "---\ntitle: [\naudience: 5\n---\nx",
                "---\naudience: 5\nnever closed",
                "---\n\"audience\" : 5\nnever: closed\n",
                "---\naudience: 5\ntitle: " + "x".repeat(20_000) + "\n---\nx");
    }

    @ParameterizedTest
    @MethodSource("unclear")
    void whatCannotBeReadIsNeverTakenForAll(String text) {
        assertThat(read(text))
                .isInstanceOfSatisfying(
                        Read.Skipped.class,
                        skipped -> assertThat(skipped.reason())
                                .startsWith(
                                        "news:a.md has an audience that cannot be read: write all or the number of a"
                                                + " chat"));
    }
}
