package dev.sanad.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.corpus.ArticleReader.Read;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ArticleReaderTest {
    private final ArticleReader reader = new ArticleReader(1_000);

    @Test
    void textIsDecodedAsItStands() {
        assertThat(read("سطر\r\nثان\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Read.Decoded.class,
                        decoded -> assertThat(decoded.text()).isEqualTo("سطر\r\nثان\n"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheTextOrItsHash() {
        Read plain = read("abc".getBytes(StandardCharsets.UTF_8));
        assertThat(read("\uFEFFabc".getBytes(StandardCharsets.UTF_8))).isEqualTo(plain);
        // the known hash of "abc", FIPS 180-2 appendix B.1
        assertThat(plain)
                .isInstanceOfSatisfying(
                        Read.Decoded.class,
                        decoded -> assertThat(decoded.sha256())
                                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    @Test
    void whatIsNoArticleIsSkippedWithTheReason() {
        assertThat(reason(new byte[0])).isEqualTo("news:a.txt is empty");
        assertThat(reason(" \n\t\r\n".getBytes(StandardCharsets.UTF_8))).endsWith("is empty");
        assertThat(reason("a\0b".getBytes(StandardCharsets.UTF_8))).endsWith("is not text");
        assertThat(reason(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A}))
                .endsWith("is not text");
        assertThat(reason("Привет".getBytes(StandardCharsets.UTF_16))).endsWith("is UTF-16: save it as UTF-8");
        assertThat(reason("Привет".getBytes(java.nio.charset.Charset.forName("windows-1251"))))
                .endsWith("is not UTF-8: save it as UTF-8");
        assertThat(reason(new byte[1_001])).contains("1001 bytes").contains("corpus.max-file-bytes (1000)");
    }

    @Test
    void aFileTooLargeIsNotOpened() {
        CorpusFile huge = new CorpusFile(new ArticleId("news", "a.txt"), 5_000_000_000L, () -> {
            throw new AssertionError("opened");
        });
        assertThat(reader.read(huge)).isInstanceOf(Read.Skipped.class);
    }

    @Test
    void aFileThatCannotBeReadIsReported() {
        CorpusFile locked = new CorpusFile(new ArticleId("news", "a\nb\u202E.txt"), 5, () -> {
            throw new AccessDeniedException("/somewhere");
        });
        assertThat(reader.read(locked))
                .isEqualTo(new Read.Skipped(locked.id(), "news:a\\u000ab\\u202e.txt cannot be read: access denied"));
    }

    @Property(tries = 500)
    void anyBytesAreEitherTextOrSkippedInOneLine(@ForAll byte[] bytes) {
        switch (read(bytes)) {
            case Read.Decoded decoded -> assertThat(decoded.text()).isNotBlank();
            case Read.Skipped skipped ->
                assertThat(skipped.reason()).isNotBlank().doesNotContain("\n", "\r");
        }
    }

    private String reason(byte[] bytes) {
        return ((Read.Skipped) read(bytes)).reason();
    }

    private Read read(byte[] bytes) {
        return reader.read(new CorpusFile(new ArticleId("news", "a.txt"), bytes.length, () -> bytes));
    }
}
