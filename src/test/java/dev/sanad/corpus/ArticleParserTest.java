package dev.sanad.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleParserTest {
    private static final String BODY = "The ministers met in the capital and talked about the harbour.";
    private static final LocalDate DAY = LocalDate.of(2026, 1, 28);

    private final ArticleParser parser = new ArticleParser(new LanguageDetector());

    @Test
    void frontMatterIsGiven() {
        Article article = parse("""
            ---
            title: "Ministers: a meeting"
            outlet: The Harbour
            published: 2026-01-28
            lang: ar
            link: https://example.org/a
            mood: bright
            ---

            %s
            """.formatted(BODY));
        assertThat(article.title()).isEqualTo(Known.given("Ministers: a meeting"));
        assertThat(article.source()).contains(Known.given("The Harbour"));
        assertThat(article.published()).contains(Known.given(DAY));
        assertThat(article.language()).isEqualTo(Known.given(Language.ARABIC));
        assertThat(article.url()).contains(URI.create("https://example.org/a"));
        assertThat(kept(article)).containsExactly(BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"---\r\ntitle: A\r\n---\r\n\r\n", "---  \ntitle: 'A'\n...\n", "---\n\"title\": >\n  A\n\n---\n"})
    void theBlockIsReadInItsVariants(String matter) {
        Article article = parse(matter + BODY);
        assertThat(article.title()).isEqualTo(Known.given("A"));
        assertThat(kept(article)).containsExactly(BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle: A\n",
                "---\ntitle: [unclosed\n---\n",
                "---\njust words\n---\n",
                "---\n- a list\n---\n",
                "---\n---\n",
                "---\ntitle: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://localhost/\"]]\n x: [\n---\n",
                "---\na: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n d\n---\n"
            })
    void aBrokenBlockIsTextAndLosesNothing(String matter) {
        Article article = parse(matter + BODY);
        assertThat(article.title().by()).isEqualTo(Known.By.INFERRED);
        assertThat(String.join("\n", kept(article))).contains(BODY);
    }

    @Test
    void aBadFieldIsInferredInstead() {
        Article article = parse(
                "---\ntitle:\ndate: soon\nlanguage: klingon\nurl: javascript:alert(1)\nsource: [a, b]\n---\n" + BODY);
        assertThat(article.title()).isEqualTo(Known.inferred(BODY));
        assertThat(article.published()).isEmpty();
        assertThat(article.language()).isEqualTo(Known.inferred(Language.ENGLISH));
        assertThat(article.url()).isEmpty();
        assertThat(article.source()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        28/01/2026                | The ministers met in the capital.
        28 January 2026           | The ministers met in the capital.
        Jan 28, 2026 - 11:44      | The ministers met in the capital.
        1月 28, 2026 - 11:44      | 部长们在首都会面并讨论了港口问题。
        2026年1月28日             | 部長們在首都會面並討論了港口問題。
        ٢٨ كانون الثاني ٢٠٢٦      | اجتمع الوزراء في العاصمة وتحدثوا عن الميناء.
        ۸ بهمن ۱۴۰۴               | وزیران در پایتخت دیدار و دربارهٔ بندر گفتگو کردند.
        28 января 2026 года       | Министры встретились в столице и обсудили порт.
        """)
    void aDateOnALineOfItsOwnIsTheArticlesAndNoPartOfIt(String line, String body) {
        Article article = parse(String.join("\n", "Heading", "", line, " 4705", "", body, body, body));
        assertThat(article.published()).contains(Known.inferred(DAY));
        assertThat(kept(article).get(0)).isEqualTo("Heading");
        assertThat(String.join(" ", kept(article))).doesNotContain(line).doesNotContain("4705");
    }

    @Test
    void aScrapersPrefixIsADateAndTheRestOfItsLineTheTitle() {
        Article article = parse(" date 2026-01-28 Ministers meet in the capital\n\n" + BODY);
        assertThat(article.published()).contains(Known.inferred(DAY));
        assertThat(article.title()).isEqualTo(Known.inferred("Ministers meet in the capital"));
        assertThat(article.kept().get(0).in(article.text())).startsWith("Ministers");
    }

    @Test
    void aDateOfPublishingBeatsADateInASentence() {
        Article article = parse("""
            # A heading

            On 3 May 2020 the harbour was built. It is still in use.

            Published by the desk on 28 January 2026 in the morning
            """);
        assertThat(article.title()).isEqualTo(Known.inferred("A heading"));
        assertThat(article.published()).contains(Known.inferred(DAY));
    }

    @Test
    void whereNoFullDateStandsNoneIsGuessed() {
        assertThat(parse("A heading\n\nIn May 2020 the harbour was built.").published())
                .isEmpty();
    }

    @Test
    void navigationIsDroppedButNoSentence() {
        Article article = parse(
                "World / Middle East\n\nA heading\n\nOne word: yes.\nNo.\n\n" + BODY + "\nPolitics\nPolitics\nWorld");
        assertThat(article.title()).isEqualTo(Known.inferred("A heading"));
        assertThat(String.join("\n", kept(article))).isEqualTo("A heading\n\nOne word: yes.\nNo.\n\n" + BODY);
    }

    @Test
    void aFirstLineThatIsAParagraphGivesItsFirstSentence() {
        Article article = parse((BODY + " ").repeat(5) + "\n\nMore.");
        assertThat(article.title()).isEqualTo(Known.inferred(BODY));
        assertThat(parse("word ".repeat(100)).title().value()).endsWith("word…").hasSizeLessThanOrEqualTo(160);
    }

    @ParameterizedTest(name = "{0} is from {1}")
    @CsvSource(delimiter = '|', textBlock = """
        来源 : 港口日报                            | 港口日报
        正文结束。 来源：港口日报                  | 港口日报
        Source: The Harbour                        | The Harbour
        Источник: Гавань                           | Гавань
        منبع: بندر                                 | بندر
        المصدر: الميناء                            | الميناء
        نشر أولاً على موقع الميناء 24 وتم جلبه     | الميناء 24
        A source in the ministry said so.          |
        """)
    void theSourceIsTakenOnlyWhereTheTextStatesIt(String line, String source) {
        assertThat(parse(BODY + "\n" + line).source())
                .isEqualTo(Optional.ofNullable(source).map(Known::inferred));
    }

    @Property(tries = 300)
    void anyTextIsAnArticleWhoseKeptSpansHoldItsWords(@ForAll @From("texts") String text) {
        Article article = parse(text);
        assertThat(article.title().value()).isNotBlank();
        assertThat(article.kept()).allSatisfy(span -> assertThat(span.end()).isLessThanOrEqualTo(text.length()));
        // a text of nothing but dates and breadcrumbs keeps nothing; a sentence is always kept
        if (text.contains(BODY) && !text.stripLeading().startsWith("---")) {
            String kept = article.kept().stream().map(span -> span.in(text)).collect(Collectors.joining("\n"));
            assertThat(kept).contains(BODY.strip());
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "---\n",
                "title: A\n",
                "date 2026-01-28 ",
                "\n",
                "\r\n",
                "28/01/2026",
                "World / Asia",
                "#",
                "Politics\n",
                BODY,
                "来源 : x",
                "12",
                " ",
                "\u00a0",
                "نشر أولاً على موقع ",
                "\u2028",
                "a".repeat(300));
        return Arbitraries.oneOf(
                pieces.list().ofMinSize(1).ofMaxSize(10).map(list -> String.join("", list)),
                Arbitraries.strings().ofMinLength(1));
    }

    private Article parse(String text) {
        return parser.parse(new ArticleId("news", "folder/a file.txt"), text, "0".repeat(64));
    }

    private static List<String> kept(Article article) {
        return article.kept().stream().map(span -> span.in(article.text())).toList();
    }
}
