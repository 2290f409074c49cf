package dev.sanad.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanad.corpus.ArticleReader.Read;
import dev.sanad.corpus.ReceivedFolder.Outcome;
import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedFolderTest {
    private static final long CHAT = -1_001_234_567_890L;
    private static final URI LINK = URI.create("https://t.me/c/1234567890/45");
    private static final Origin POST = new Origin(
            CHAT,
            45,
            Optional.of("قناة الأخبار"),
            Optional.of(LocalDate.parse("2026-01-28")),
            Optional.of(LINK),
            Audience.ALL);
    private static final Origin FILE =
            new Origin(CHAT, 45, Optional.empty(), Optional.empty(), Optional.empty(), Audience.of(CHAT));

    @TempDir
    Path folder;

    private final ArticleReader reader = new ArticleReader(2_000);
    private ReceivedFolder received = new ReceivedFolder(Path.of(""), reader);

    @BeforeEach
    void open() {
        received = new ReceivedFolder(folder.resolve("received"), reader);
    }

    private Article only() {
        List<CorpusFile> files = received.alone().files();
        assertThat(files).hasSize(1);
        Read.Decoded read = (Read.Decoded) reader.read(files.getFirst());
        return new ArticleParser(new LanguageDetector()).parse(read.id(), read.text(), read.sha256());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "ar, غرقت العبّارة قبالة الساحل.",
        "fa, کشتی نزدیک ساحل غرق شد.",
        "zh-Hans, 渡轮在海岸附近沉没了，所有乘客获救。",
        "zh-Hant, 渡輪在海岸附近沉沒了，所有乘客獲救。",
        "ru, Паром затонул у берега.",
        "en, The ferry sank off the coast.",
    })
    void aPostBecomesAnArticleWithWhatIsKnownOfIt(String tag, String words) {
        assertThat(received.isEmpty()).isTrue();

        assertThat(received.put(POST, words)).isEqualTo(Outcome.TAKEN);

        assertThat(received.isEmpty()).isFalse();
        Article article = only();
        assertThat(article.id()).isEqualTo(new ArticleId("received", "-1001234567890/45.md"));
        assertThat(article.source()).contains(Known.given("قناة الأخبار"));
        assertThat(article.published()).contains(Known.given(LocalDate.parse("2026-01-28")));
        assertThat(article.url()).contains(LINK);
        assertThat(article.audience()).isEqualTo(Audience.ALL);
        assertThat(article.language().value()).isEqualTo(Language.ofTag(tag).orElseThrow());
        assertThat(article.kept())
                .singleElement()
                .satisfies(span -> assertThat(span.in(article.text())).isEqualTo(words));
    }

    @Test
    void whatAFileStatesGoesBeforeTheOriginButNotItsAudience() {
        received.put(
                new Origin(CHAT, 45, Optional.empty(), Optional.empty(), Optional.of(LINK), Audience.of(CHAT)),
                utf8(String.join(
                        "\r\n",
                        "\uFEFF---",
                        "title: \"On: ferries\"",
                        "source: The Gazette",
                        "date: 3 March 2025",
                        "lang: en",
                        "audience: all",
                        "---",
                        "They sank.",
                        "")));

        Article article = only();
        assertThat(article.title()).isEqualTo(Known.given("On: ferries"));
        assertThat(article.source()).contains(Known.given("The Gazette"));
        assertThat(article.published()).contains(Known.given(LocalDate.parse("2025-03-03")));
        assertThat(article.language()).isEqualTo(Known.given(Language.ENGLISH));
        assertThat(article.url()).contains(LINK);
        assertThat(article.audience()).isEqualTo(Audience.of(CHAT));
        assertThat(article.text()).endsWith("---\nThey sank.\r\n");
    }

    @Test
    void whatIsInferredOfAFileIsLeftToItsText() {
        received.put(FILE, utf8("Ferries sink\n\nPublished on 3 March 2025.\n\nThey sank off Velmora.\n"));

        assertThat(only().title()).isEqualTo(Known.inferred("Ferries sink"));
        assertThat(only().published()).contains(Known.inferred(LocalDate.parse("2025-03-03")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\naudience: 5\nurl: https://evil.example/\n---\nx",
                "\n---\naudience: 5\n---\n",
                "...\n---\nurl: https://evil.example/\n---\nx"
            })
    void theWordsOfAPostAreNeverItsMetadata(String words) {
        received.put(POST, words);

        assertThat(only().audience()).isEqualTo(Audience.ALL);
        assertThat(only().url()).contains(LINK);
        assertThat(only().text()).endsWith(words);
    }

    /** Whatever a chat is called and a file says of itself, each value stays in its place and adds no key. */
    @Property(tries = 300)
    void noValueCanAddAKeyOrEndTheBlock(@ForAll String one, @ForAll String two) {
        for (String value : List.of(one, two, one + "\n---\naudience: all\n" + two, "\"" + one + ": [" + two + "\\")) {
            Origin origin =
                    new Origin(CHAT, 1, Optional.of(value), Optional.empty(), Optional.of(LINK), Audience.of(CHAT));
            FrontMatter own = new FrontMatter(
                    Optional.of(two + value),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("all"),
                    0);
            String block = FrontMatter.block(origin, Optional.of(own));
            // as it comes back from the disk
            FrontMatter read = FrontMatter.of(new String(utf8(block + "text"), StandardCharsets.UTF_8));

            assertThat(read.end()).isEqualTo(new String(utf8(block), StandardCharsets.UTF_8).length());
            assertThat(read.audience()).contains(Long.toString(CHAT));
            assertThat(read.url()).contains(LINK);
            assertThat(read.published()).isEmpty();
            assertThat(read.language()).isEmpty();
        }
    }

    @Test
    void theLongestValuesThatAreReadFitIntoTheBlock() {
        String wide = "\u0085\u202E😀".repeat(400);
        Origin origin = new Origin(CHAT, 1, Optional.of(wide), Optional.empty(), Optional.of(LINK), Audience.of(CHAT));
        FrontMatter own = new FrontMatter(
                Optional.of(wide),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);

        FrontMatter read = FrontMatter.of(FrontMatter.block(origin, Optional.of(own)) + "text");

        assertThat(read.audience()).contains(Long.toString(CHAT));
        assertThat(read.title().orElseThrow())
                .startsWith("\u0085\u202E😀\u0085\u202E😀")
                .hasSizeLessThanOrEqualTo(500);
        assertThat(read.source()).isEqualTo(read.title());
    }

    @Test
    void anEditTakesThePlaceAndARemovalTheFile() throws IOException {
        received.put(POST, "The ferry sank.");
        received.put(POST, "The ferry did not sink.");

        assertThat(only().text()).endsWith("\nThe ferry did not sink.");
        assertThat(received.holds(CHAT, 45)).isTrue();
        assertThat(received.holds(CHAT, 4)).isFalse();
        try (Stream<Path> all = Files.walk(received.path())) {
            assertThat(all.filter(Files::isRegularFile)).hasSize(1);
        }
        assertThat(received.remove(CHAT, 45)).isTrue();
        assertThat(received.remove(CHAT, 45)).isFalse();
        assertThat(received.isEmpty()).isTrue();
    }

    @Test
    void whatIsNoTextOrTooMuchIsRefusedAndLeavesWhatWasThere() {
        received.put(FILE, utf8("The ferry sank."));

        assertThat(received.put(FILE, new byte[] {0, 1, 2})).isEqualTo(Outcome.UNREADABLE);
        assertThat(received.put(FILE, "Паром".getBytes(StandardCharsets.UTF_16)))
                .isEqualTo(Outcome.UNREADABLE);
        assertThat(received.put(FILE, new byte[] {(byte) 0xC3})).isEqualTo(Outcome.UNREADABLE);
        assertThat(received.put(FILE, utf8(" \n"))).isEqualTo(Outcome.UNREADABLE);
        assertThat(received.put(FILE, utf8("---\ntitle: x\n---\n \n"))).isEqualTo(Outcome.UNREADABLE);
        assertThat(received.put(POST, "")).isEqualTo(Outcome.UNREADABLE);
        assertThat(received.put(FILE, utf8("x".repeat(2_001)))).isEqualTo(Outcome.TOO_LARGE);
        // with the block above it
        assertThat(received.put(FILE, utf8("x".repeat(1_999)))).isEqualTo(Outcome.TOO_LARGE);
        assertThat(only().text()).endsWith("The ferry sank.");
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldInALine() throws IOException {
        Files.writeString(folder.resolve("received"), "a file");

        assertThat(received.isEmpty()).isTrue();
        assertThatThrownBy(() -> received.put(POST, "x"))
                .isInstanceOf(CorpusException.class)
                .hasMessageMatching(".*received cannot be written \\(.*\\): check its rights .*corpus.received");
    }

    @Test
    void itsRootIsItsAloneAndAFileThatAFolderHoldsTooCountsOnce() throws IOException {
        received.put(POST, "The ferry sank.");
        Path namesake = Files.createDirectories(folder.resolve("other/received"));
        Files.writeString(namesake.resolve("a.txt"), "A");
        Path colon = Files.createDirectories(folder.resolve("other/received:x"));
        Files.writeString(colon.resolve("b.txt"), "B");

        assertThat(received.beside(List.of(namesake, colon, folder.resolve("received")))
                        .files())
                .extracting(file -> file.id().toString())
                .containsExactly("received:-1001234567890/45.md", "received-2:a.txt", "received-x:b.txt");
        assertThat(FileCorpus.of(List.of(namesake)).files().getFirst().id().root())
                .isEqualTo("received-2");
        assertThat(received.alone().files()).hasSize(1);
    }
}
