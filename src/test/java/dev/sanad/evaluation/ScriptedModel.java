package dev.sanad.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An OpenAI-compatible server whose model copies sentences of the passages that it is sent, some of them spoilt, by a rule drawn from a seed and the
 * question alone: the same question over the same passages has the same reply.
 */
final class ScriptedModel implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BLOCK = Pattern.compile("(?s)(={5}[0-9a-f]{32}={5})\n(.*?)\n\\1");
    private static final Pattern PASSAGE = Pattern.compile("(?s)\\[(\\d+)] [^\n]*\n[^\n]*\n\n(.*)");
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+");
    private static final int MOST_SENTENCES = 4;
    private static final int TOKEN_CHARS = 4;

    private final HttpServer server;
    private final long seed;
    private final Set<String> wrong = ConcurrentHashMap.newKeySet();

    /** What is done to a sentence. */
    private enum Turn {
        RIGHT,
        WRONG_NUMBER,
        WRONG_MARKER,
        NO_MARKER
    }

    ScriptedModel(long seed) throws IOException {
        this.seed = seed;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/chat/completions", this::reply);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** The sentences that it wrote with another number than the passages have. */
    Set<String> wrong() {
        return Set.copyOf(wrong);
    }

    private void reply(HttpExchange exchange) throws IOException {
        String read = JSON.readTree(exchange.getRequestBody())
                .path("messages")
                .path(1)
                .path("content")
                .asText();
        String written = written(read);
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int at = 0; at < written.length(); at += TOKEN_CHARS) {
                String token = written.substring(at, Math.min(at + TOKEN_CHARS, written.length()));
                event(
                        out,
                        "{\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":%s}}]}"
                                .formatted(JSON.valueToTree(token)));
            }
            event(out, "{\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
            int input = read.length() / TOKEN_CHARS;
            int output = written.length() / TOKEN_CHARS;
            event(
                    out,
                    "{\"id\":\"c\",\"choices\":[],\"usage\":{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d}}"
                            .formatted(input, output, input + output));
            event(out, "[DONE]");
        }
    }

    private static void event(OutputStream out, String data) throws IOException {
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private String written(String read) {
        List<String> passages = new ArrayList<>();
        String question = "";
        Matcher block = BLOCK.matcher(read);
        while (block.find()) {
            Matcher passage = PASSAGE.matcher(block.group(2));
            if (passage.matches()) {
                passages.add(passage.group(2));
            } else {
                question = block.group(2);
            }
        }
        return written(passages, new Random(seed ^ question.hashCode()));
    }

    private String written(List<String> passages, Random random) {
        if (random.nextInt(10) == 0) {
            return "NO_EVIDENCE";
        }
        StringBuilder reply = new StringBuilder();
        int sentences = 1 + random.nextInt(MOST_SENTENCES);
        for (int i = 0; i < sentences; i++) {
            int passage = random.nextInt(passages.size());
            Turn turn = Turn.values()[random.nextInt(Turn.values().length)];
            List<String> fit = sentences(passages.get(passage), turn);
            reply.append(sentence(fit.get(random.nextInt(fit.size())), passage + 1, turn, passages.size()))
                    .append('\n');
        }
        return reply.toString();
    }

    private String sentence(String sentence, int marker, Turn turn, int passages) {
        return switch (turn) {
            case RIGHT -> sentence + " [" + marker + "]";
            case WRONG_NUMBER -> spoilt(sentence) + " [" + marker + "]";
            case WRONG_MARKER -> sentence + " [" + (marker == passages ? 99 : marker + 1) + "]";
            case NO_MARKER -> sentence;
        };
    }

    /** With a number that no article of the build has, where the sentence has a number at all. */
    private String spoilt(String sentence) {
        Matcher number = NUMBER.matcher(sentence);
        if (!number.find()) {
            return sentence;
        }
        String spoilt = number.replaceFirst("8317");
        wrong.add(spoilt);
        return spoilt;
    }

    /** Those with a number, where one is to be wrong and any has one. */
    private static List<String> sentences(String passage, Turn turn) {
        List<String> all = sentences(passage);
        List<String> numbered = all.stream()
                .filter(sentence ->
                        turn == Turn.WRONG_NUMBER && NUMBER.matcher(sentence).find())
                .toList();
        return numbered.isEmpty() ? all : numbered;
    }

    private static List<String> sentences(String text) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(text);
        List<String> sentences = new ArrayList<>();
        for (int start = breaks.first(), end = breaks.next();
                end != BreakIterator.DONE;
                start = end, end = breaks.next()) {
            String sentence = text.substring(start, end).replaceAll("\\s+", " ").strip();
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
        }
        return sentences;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
