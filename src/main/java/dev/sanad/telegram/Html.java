package dev.sanad.telegram;

import java.util.List;

/** Telegram's HTML (Bot API, "HTML style"): the four named entities are all it knows. */
final class Html {
    private Html() {}

    static String escape(String words) {
        StringBuilder escaped = new StringBuilder(words.length() + 16);
        for (int i = 0; i < words.length(); i++) {
            char at = words.charAt(i);
            switch (at) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append(at);
            }
        }
        return escaped.toString();
    }

    /** The whole as one string, whatever its length; {@link Parts} keeps messages short enough to send. */
    static String of(List<Node> nodes) {
        StringBuilder html = new StringBuilder();
        nodes.forEach(node -> write(node, html));
        return html.toString();
    }

    /** The words alone, for where there is no markup; what isolates runs of the other direction stays. */
    static String words(List<Node> nodes) {
        StringBuilder words = new StringBuilder();
        for (Node node : nodes) {
            switch (node) {
                case Node.Text text -> words.append(text.words());
                case Node.Isolate isolate ->
                    words.append(isolate.open())
                            .append(words(isolate.children()))
                            .append(isolate.close());
                case Node.Element element -> words.append(words(element.children()));
            }
        }
        return words.toString();
    }

    private static void write(Node node, StringBuilder html) {
        switch (node) {
            case Node.Text text -> html.append(escape(text.words()));
            case Node.Element element -> {
                html.append(element.open());
                element.children().forEach(child -> write(child, html));
                html.append(element.close());
            }
        }
    }
}
