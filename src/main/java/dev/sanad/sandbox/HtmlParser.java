package dev.sanad.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * The Bot API's HTML, strictly: supported tags alone, each closed in order, and the real server's words where it refuses.
 *
 * <p>Written by hand because parsers of HTML repair what they read (they close tags, drop unknown ones, know two thousand named references), and a
 * bot must hear of exactly the faults that the real server hears of. The grammar is that of "HTML style" in the Bot API documents; what these leave
 * open (attributes that mean nothing are read over, {@code </>} closes any tag, a reference needs no semicolon, where offsets of faults point) follows
 * the published tests of TDLib, which the real server is built on. Offsets in faults are bytes of UTF-8.
 */
final class HtmlParser {
    private static final Set<String> TAGS = Set.of(
            "a",
            "b",
            "strong",
            "i",
            "em",
            "s",
            "strike",
            "del",
            "u",
            "ins",
            "tg-spoiler",
            "tg-emoji",
            "span",
            "pre",
            "code",
            "blockquote");

    private final HtmlReader in;
    private final StringBuilder text = new StringBuilder();
    private final List<Entity> entities = new ArrayList<>();
    private final Deque<HtmlTag> open = new ArrayDeque<>();

    private HtmlParser(String html) {
        this.in = new HtmlReader(html);
    }

    /**
     * The text without its tags, and what they marked; empty stretches and links to nowhere mark nothing.
     *
     * @throws ApiException 400 "can't parse entities: …" and nothing else
     */
    static FormattedText parse(String html) {
        if (html.indexOf('\0') >= 0) {
            throw ApiException.cannotParseEntities("Text must not contain null bytes");
        }
        return new HtmlParser(html).parse();
    }

    private FormattedText parse() {
        while (!in.atEnd()) {
            if (in.peek() != '<') {
                in.readCharacter(text);
            } else if (in.peekSecond() == '/') {
                endTag();
            } else {
                startTag();
            }
        }
        if (!open.isEmpty()) {
            throw ApiException.cannotParseEntities("Can't find end tag corresponding to start tag \"%s\""
                    .formatted(open.peek().name()));
        }
        if (in.sawSurrogateReference() || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw ApiException.cannotParseEntities(
                    "Text contains invalid Unicode characters after decoding HTML entities, "
                            + "check for unmatched surrogate code units");
        }
        return new FormattedText(text.toString(), entities);
    }

    private void startTag() {
        int begin = in.position();
        in.skip(1);
        String name = in.readTagName();
        if (in.atEnd()) {
            throw in.fault("Unclosed start tag", begin);
        }
        if (!TAGS.contains(name)) {
            throw in.fault("Unsupported start tag \"%s\"".formatted(name), begin);
        }
        HtmlTag tag = new HtmlTag(name, text.length());
        while (true) {
            in.skipSpaces();
            if (in.peek() == '>') {
                break;
            }
            attribute(tag, begin);
        }
        in.skip(1);
        if (name.equals("span") && !tag.argument().equals("spoiler")) {
            throw in.fault("Tag \"span\" must have class \"tg-spoiler\"", begin);
        }
        open.push(tag);
    }

    private void attribute(HtmlTag tag, int begin) {
        String attribute = in.readAttributeName();
        if (attribute.isEmpty()) {
            throw in.fault("Empty attribute name in the tag \"%s\"".formatted(tag.name()), begin);
        }
        in.skipSpaces();
        boolean hasValue = in.peek() == '=';
        if (hasValue) {
            in.skip(1);
            in.skipSpaces();
        }
        if (in.atEnd()) {
            throw in.fault("Unclosed start tag \"%s\"".formatted(tag.name()), begin);
        }
        String value = hasValue ? in.readAttributeValue() : "";
        if (in.atEnd()) {
            throw in.fault("Unclosed start tag", begin);
        }
        tag.attribute(attribute, value);
    }

    private void endTag() {
        int begin = in.position();
        if (open.isEmpty()) {
            throw in.fault("Unexpected end tag", begin);
        }
        in.skip(2);
        String name = in.readTagName();
        in.skipSpaces();
        if (in.peek() != '>') {
            throw in.fault("Unclosed end tag", begin);
        }
        in.skip(1);
        HtmlTag tag = open.element();
        if (!name.isEmpty() && !name.equals(tag.name())) {
            String found = "expected \"</%s>\", found \"</%s>\"".formatted(tag.name(), name);
            throw ApiException.cannotParseEntities(
                    "Unmatched end tag at byte offset %d, %s".formatted(in.byteOffset(begin), found));
        }
        open.pop();
        if (text.length() > tag.start()) {
            tag.mark(text, entities);
        }
    }
}
