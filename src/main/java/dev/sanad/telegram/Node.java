package dev.sanad.telegram;

import dev.sanad.conversation.CleanText;
import java.net.URI;
import java.util.List;

/**
 * The tree that everything shown is made of; {@link Html} writes it. Markup comes from here alone: what articles, users and models wrote
 * is always a {@link Text}.
 */
sealed interface Node {
    /** Words. They hold no bidirectional control, no lone surrogate and no control character: see {@link CleanText}. */
    record Text(String words) implements Node {
        public Text {
            words = CleanText.of(words);
        }
    }

    /** Nodes that share a form. */
    sealed interface Element extends Node {
        List<Node> children();

        /** What stands before the children, in Telegram's HTML. */
        String open();

        String close();
    }

    record Bold(List<Node> children) implements Element {
        public Bold {
            children = List.copyOf(children);
        }

        @Override
        public String open() {
            return "<b>";
        }

        @Override
        public String close() {
            return "</b>";
        }
    }

    record Italic(List<Node> children) implements Element {
        public Italic {
            children = List.copyOf(children);
        }

        @Override
        public String open() {
            return "<i>";
        }

        @Override
        public String close() {
            return "</i>";
        }
    }

    /** A block of quoted text; an expandable one shows three lines until it is pressed. */
    record Quote(List<Node> children, boolean expandable) implements Element {
        public Quote {
            children = List.copyOf(children);
        }

        @Override
        public String open() {
            return expandable ? "<blockquote expandable>" : "<blockquote>";
        }

        @Override
        public String close() {
            return "</blockquote>";
        }
    }

    /** A link; {@code to} is an http or https address. */
    record Link(URI to, List<Node> children) implements Element {
        public Link {
            children = List.copyOf(children);
            if (!Links.shown(to)) {
                throw new IllegalArgumentException("not an address to link to");
            }
        }

        @Override
        public String open() {
            return "<a href=\"" + Html.escape(to.toASCIIString()) + "\">";
        }

        @Override
        public String close() {
            return "</a>";
        }
    }

    /** A run of the other direction inside a line: first strong isolate to pop directional isolate (Unicode UAX 9). */
    record Isolate(List<Node> children) implements Element {
        public Isolate {
            children = List.copyOf(children);
        }

        @Override
        public String open() {
            return "\u2068";
        }

        @Override
        public String close() {
            return "\u2069";
        }
    }

    static Node text(String words) {
        return new Text(words);
    }

    static Node bold(String words) {
        return new Bold(List.of(text(words)));
    }
}
