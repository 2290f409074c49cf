package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.sanad.conversation.CleanText;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.junit.jupiter.api.Test;

class PartsTest {
    private static final int LIMIT = 300;

    @Property(tries = 300)
    void escapedTextReadsBackAsTheSameText(@ForAll("words") String words) {
        String clean = CleanText.of(words);
        assertThat(Parser.unescapeEntities(Html.escape(clean), false)).isEqualTo(clean);
        assertThat(Html.escape(clean)).doesNotContain("<", ">", "\"");
    }

    @Property(tries = 300)
    void partsAreShortEnoughBalancedAndLoseNothing(@ForAll("trees") List<Node> nodes) {
        List<String> parts = Parts.of(nodes, LIMIT);
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.length()).isLessThanOrEqualTo(LIMIT);
            assertBalanced(part);
            assertThat(part.codePoints().filter(point -> Character.getType(point) == Character.SURROGATE))
                    .isEmpty();
        });
        assertThat(visible(String.join("", parts))).isEqualTo(visible(Html.of(nodes)));
    }

    @Property(tries = 200)
    void noGraphemeIsCut(@ForAll("words") String words) {
        List<String> parts = Parts.of(List.of(Node.text(words)), 80);
        String whole = CleanText.of(words);
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(whole);
        if (longestGrapheme(whole) > 16 || parts.stream().anyMatch(String::isBlank)) {
            return;
        }
        int at = 0;
        for (String part : parts) {
            String text = Parser.unescapeEntities(part, false);
            at = whole.indexOf(text, at);
            assertThat(at).isGreaterThanOrEqualTo(0);
            assertThat(characters.isBoundary(at)).isTrue();
            at += text.length();
            assertThat(characters.isBoundary(at)).isTrue();
        }
    }

    @Test
    void aCutFallsBehindALineWhereOneIsNear() {
        String line = "x".repeat(70) + "\n";
        assertThat(Parts.of(List.of(Node.text(line.repeat(5))), 200))
                .containsExactly(line.repeat(2), line.repeat(2), line);
    }

    @Test
    void elementsAreClosedBeforeACutAndOpenedAgainBehindIt() {
        Node tree = new Node.Quote(List.of(new Node.Bold(List.of(Node.text("word ".repeat(12))))), false);
        assertThat(Parts.of(List.of(tree), 80))
                .allSatisfy(
                        part -> assertThat(part).startsWith("<blockquote><b>").endsWith("</b></blockquote>"))
                .hasSizeGreaterThan(1);
    }

    @Test
    void aLongMessageIsCutAtTheLimitOfTelegram() {
        assertThat(Parts.of(List.of(Node.text("\ud83d\udc68\u200d\ud83d\udc69".repeat(2_000)))))
                .hasSize(3)
                .allSatisfy(
                        part -> assertThat(part).hasSizeLessThanOrEqualTo(4_096).startsWith("\ud83d\udc68"));
    }

    @Test
    void anEndlessGraphemeIsCutBetweenCodePoints() {
        List<String> parts = Parts.of(List.of(Node.text("e" + "\u0301".repeat(10_000))));
        assertThat(parts).hasSize(3);
        assertThat(parts.stream().mapToInt(String::length).sum()).isEqualTo(10_001);
    }

    @Test
    void nothingToShowGivesNoMessage() {
        assertThat(Parts.of(List.of())).isEmpty();
        assertThat(Parts.of(List.of(Node.text(" \n")))).isEmpty();
    }

    @Provide
    Arbitrary<String> words() {
        Arbitrary<String> hostile = Arbitraries.of(
                "<b>",
                "</b>",
                "&amp;",
                "&",
                "\"",
                "'",
                "<a href=\"x\">",
                "\u202e",
                "\u2068",
                "\u2069",
                "\ud800",
                "\udc00",
                "\ud83d\ude00",
                "e\u0301",
                "سلام",
                "مى\u200cشود",
                "字",
                "\u0000",
                "\n",
                " ",
                "\r\n",
                "&#60;",
                "\ud83c\uddf8\ud83c\uddfe");
        return Arbitraries.oneOf(hostile, Arbitraries.strings().ofMaxLength(20))
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<Node>> trees() {
        return nodes(3);
    }

    private Arbitrary<List<Node>> nodes(int depth) {
        Arbitrary<Node> text = words().map(Node::text);
        if (depth == 0) {
            return text.list().ofMaxSize(2);
        }
        Arbitrary<Node> element = Combinators.combine(Arbitraries.integers().between(0, 4), nodes(depth - 1))
                .as((kind, children) -> switch (kind) {
                    case 0 -> new Node.Bold(children);
                    case 1 -> new Node.Italic(children);
                    case 2 -> new Node.Quote(children, true);
                    case 3 -> new Node.Isolate(children);
                    default -> new Node.Link(URI.create("https://a.example/?x=%22&y=1"), children);
                });
        return Arbitraries.oneOf(text, element).list().ofMaxSize(3);
    }

    /** Every tag that opens closes, in order; isolates alike. */
    private static void assertBalanced(String html) {
        List<String> open = new ArrayList<>();
        var token = java.util.regex.Pattern.compile("<(/?)(\\w+)[^>]*>|[\u2068\u2069]")
                .matcher(html);
        while (token.find()) {
            if (token.group().equals("\u2068")) {
                open.add("\u2068");
            } else if (token.group().equals("\u2069")) {
                assertThat(open.removeLast()).isEqualTo("\u2068");
            } else if (token.group(1).isEmpty()) {
                open.add(token.group(2));
            } else {
                assertThat(open.removeLast()).isEqualTo(token.group(2));
            }
        }
        assertThat(open).isEmpty();
    }

    /** What a reader sees, with the elements around each letter: white space and isolates aside, for cuts may repeat or drop these. */
    private static String visible(String html) {
        StringBuilder seen = new StringBuilder();
        Deque<String> around = new ArrayDeque<>();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(org.jsoup.nodes.Node node, int depth) {
                        if (node instanceof TextNode text) {
                            text.getWholeText()
                                    .codePoints()
                                    .filter(point -> !blank(point) && point != 0x2068 && point != 0x2069)
                                    .forEach(
                                            point -> seen.appendCodePoint(point).append(around));
                        }
                        around.push(node.nodeName());
                    }

                    @Override
                    public void tail(org.jsoup.nodes.Node node, int depth) {
                        around.pop();
                    }
                },
                Jsoup.parse(html, "", Parser.xmlParser()));
        return seen.toString();
    }

    private static boolean blank(int point) {
        return Character.isWhitespace(point);
    }

    private static int longestGrapheme(String words) {
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(words);
        int longest = 0;
        int start = characters.first();
        for (int end = characters.next(); end != BreakIterator.DONE; start = end, end = characters.next()) {
            longest = Math.max(longest, end - start);
        }
        return longest;
    }
}
