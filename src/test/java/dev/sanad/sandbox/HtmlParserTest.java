package dev.sanad.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected words and offsets are those that TDLib, which the real server is built on, publishes in its own tests. */
class HtmlParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "🏟 🏟&lt;<abacaba                     | Unclosed start tag at byte offset 13",
                "🏟 🏟&lt;<abac aba>                   | Unsupported start tag \"abac\" at byte offset 13",
                "<br/>                                  | Unsupported start tag \"br/\" at byte offset 0",
                "<p>text</p>                            | Unsupported start tag \"p\" at byte offset 0",
                "a < b                                  | Unsupported start tag \"\" at byte offset 2",
                "🏟 🏟&lt;<i   =aba>                   | Empty attribute name in the tag \"i\" at byte offset 13",
                "`🏟 🏟&lt;<i    aba  =  `             | Unclosed start tag \"i\" at byte offset 13",
                "🏟 🏟&lt;<i    aba  =  190azAz-.,     | Unexpected end of name token at byte offset 27",
                "🏟 🏟&lt;<i    aba  =  \"&lt;&gt;&quot;> | Unclosed start tag at byte offset 13",
                "🏟 🏟&lt;</                           | Unexpected end tag at byte offset 13",
                "🏟 🏟&lt;<b></b></                    | Unexpected end tag at byte offset 20",
                "`🏟 🏟&lt;<i>a</i   `                 | Unclosed end tag at byte offset 17",
                "🏟 🏟&lt;<i>a</em   >                 | Unmatched end tag at byte offset 17, expected \"</i>\", found"
                        + " \"</em>\"",
                "<b><i>x</b></i>                        | Unmatched end tag at byte offset 7, expected \"</i>\", found"
                        + " \"</b>\"",
                "<b>سند                                 | Can't find end tag corresponding to start tag \"b\"",
                "<span>x</span>                         | Tag \"span\" must have class \"tg-spoiler\" at byte offset 0",
                "<span class=\"x\">x</span>             | Tag \"span\" must have class \"tg-spoiler\" at byte offset 0",
                "<tg-emoji emoji-id=\"x\">👍</tg-emoji> | Invalid custom emoji identifier specified",
                "&#57311;                               | Text contains invalid Unicode characters after decoding HTML"
                        + " entities, check for unmatched surrogate code units",
                "&#xD83D;&#xDE00;                       | Text contains invalid Unicode characters after decoding HTML"
                        + " entities, check for unmatched surrogate code units",
            })
    void aFaultIsToldInTheRealServersWords(String html, String words) {
        assertThatThrownBy(() -> HtmlParser.parse(html))
                .isInstanceOf(ApiException.class)
                .hasMessage("Bad Request: can't parse entities: " + words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<b>x</b>|bold",
                "<strong>x</strong>|bold",
                "<i>x</i>|italic",
                "<em>x</em>|italic",
                "<u>x</u>|underline",
                "<ins>x</ins>|underline",
                "<s>x</s>|strikethrough",
                "<strike>x</strike>|strikethrough",
                "<del>x</del>|strikethrough",
                "<tg-spoiler>x</tg-spoiler>|spoiler",
                "<span class=\"tg-spoiler\">x</span>|spoiler",
                "<code>x</code>|code",
                "<pre>x</pre>|pre",
                "<blockquote>x</blockquote>|blockquote",
                "<blockquote expandable>x</blockquote>|expandable_blockquote",
                "<B>x</b>|bold",
                "<b >x</b >|bold",
                "<b>x</>|bold",
                "<b aba = caba>x</b>|bold",
            })
    void everyDocumentedTagMarksItsWords(String html, String type) {
        FormattedText parsed = HtmlParser.parse("سند " + html + " 😀");

        assertThat(parsed.text()).isEqualTo("سند x 😀");
        assertThat(parsed.entities()).singleElement().satisfies(entity -> {
            assertThat(entity.json().get("type").asText()).isEqualTo(type);
            assertThat(entity.in(parsed.text())).isEqualTo("x");
        });
    }

    @Test
    void offsetsAreUtf16Units() {
        FormattedText parsed = HtmlParser.parse("🏟 🏟<i>🏟 &gt;<b>&lt🏟</b></i>");

        assertThat(parsed.text()).isEqualTo("🏟 🏟🏟 ><🏟");
        assertThat(parsed.entities())
                .containsExactly(new Entity(Entity.Type.ITALIC, 5, 7), new Entity(Entity.Type.BOLD, 9, 3));
    }

    @Test
    void onlyTheFourNamedReferencesAndNumbersAreRead() {
        assertThat(HtmlParser.parse("&lt;&gt;&amp;&quot;&laquo;&nbsp;&#12345678;&#1587;&#x633;&#0;&")
                        .text())
                .isEqualTo("<>&\"&laquo;&nbsp;&#12345678;سس&#0;&");
    }

    @Test
    void aBlockOfCodeKnowsItsLanguage() {
        String html = "<pre><code class=\"language-java\">x</code></pre>";

        assertThat(HtmlParser.parse(html).entities()).singleElement().satisfies(entity -> {
            assertThat(entity.type()).isEqualTo(Entity.Type.PRE);
            assertThat(entity.argument()).contains("java");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a href=\"https://example.org/a?b=1&amp;c=2\">x</a>|https://example.org/a?b=1&c=2",
                "<a href=telegram.org>x</a>|http://telegram.org/",
                "<a href='telegram.org?&lt;'>x</a>|http://telegram.org/?<",
                "<a>telegram.org</a>|http://telegram.org/",
                "<a href=\"HTTPS://Example.ORG/Путь\">x</a>|https://example.org/Путь",
            })
    void aLinkHoldsItsFullAddress(String html, String address) {
        assertThat(HtmlParser.parse(html).entities()).singleElement().satisfies(entity -> {
            assertThat(entity.type()).isEqualTo(Entity.Type.TEXT_LINK);
            assertThat(entity.argument()).contains(address);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "javascript:alert(1)", "ftp://example.org/", "http://localhost/", "https://", "/a/b"})
    void aLinkToNowhereIsPlainText(String address) {
        FormattedText parsed = HtmlParser.parse("<a href=\"" + address + "\">words</a>");

        assertThat(parsed).isEqualTo(new FormattedText("words", List.of()));
    }

    @Property(tries = 5000)
    void anyTextIsParsedOrRefusedAsUnparsable(@ForAll("markup") String html) {
        ApiException refused = catchThrowableOfType(ApiException.class, () -> {
            FormattedText parsed = HtmlParser.parse(html);
            parsed.entities()
                    .forEach(entity -> assertThat(entity.in(parsed.text())).isNotEmpty());
            TextCleaning.clean(parsed);
        });

        if (refused != null) {
            assertThat(refused.code()).isEqualTo(400);
            assertThat(refused.description()).startsWith("Bad Request: can't parse entities: ");
        }
    }

    @Property
    void escapedTextComesBackAsItWas(@ForAll("well formed") String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");

        assertThat(HtmlParser.parse("<b>" + escaped + "</b>").text()).isEqualTo(text);
    }

    @Provide("well formed")
    Arbitrary<String> wellFormed() {
        return Arbitraries.of("س", "中", "ж", "😀", "&", "<", ">", "\"", "'", ";", "#", "a", " ", "\n", "lt")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> markup() {
        Arbitrary<String> pieces = Arbitraries.of(
                "<",
                ">",
                "/",
                "</",
                "<b>",
                "</b>",
                "<i>",
                "</i>",
                "</>",
                "<a href=",
                "\"",
                "'",
                "=",
                "<pre>",
                "</pre>",
                "<code class=",
                "language-x",
                "</code>",
                "<blockquote expandable>",
                "</blockquote>",
                "&",
                "&#",
                "&#x",
                "&lt",
                ";",
                "x1F600",
                "55357",
                " ",
                "\n",
                "س",
                "😀",
                "\uD83D",
                "\0",
                "http://a.b",
                "<tg-emoji emoji-id='5'>",
                "</tg-emoji>",
                "tg://user?id=7",
                "<span class='tg-spoiler'>");
        Arbitrary<String> built = pieces.list().ofMaxSize(25).map(parts -> String.join("", parts));
        return Arbitraries.oneOf(built, Arbitraries.strings().ofMaxLength(40));
    }
}
