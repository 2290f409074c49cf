package dev.sanad.answer;

import dev.sanad.answer.CitationVerifier.Verified;
import dev.sanad.corpus.Article;
import dev.sanad.corpus.Known;
import dev.sanad.passage.Passage;
import dev.sanad.retrieval.Evidence;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes text of strangers as data for a model: numbered, between lines that hold a delimiter drawn for this one call, which no text written
 * before can contain. Not shared between calls.
 */
public final class Quoted {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 16;

    private final String fence;

    private Quoted(String fence) {
        this.fence = fence;
    }

    /** With a delimiter of its own, 128 random bits. */
    public static Quoted withFreshFence() {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return new Quoted("=====" + HexFormat.of().formatHex(nonce) + "=====");
    }

    /** The delimiter. */
    public String fence() {
        return fence;
    }

    /** The passages numbered from [1] in the order given, each with outlet, date and title, each between two delimiters. */
    public String passages(List<Evidence> evidence) {
        StringBuilder block = new StringBuilder();
        for (int i = 0; i < evidence.size(); i++) {
            block.append(passage(i + 1, evidence.get(i).passage())).append("\n\n");
        }
        return block.toString().strip();
    }

    /** The sentences numbered from [1] in the order given, each on one line between two delimiters. */
    public String sentences(List<String> sentences) {
        return IntStream.range(0, sentences.size())
                .mapToObj(i -> "%s\n[%d] %s\n%s".formatted(fence, i + 1, oneLine(sentences.get(i)), fence))
                .collect(Collectors.joining("\n\n"));
    }

    private String passage(int number, Passage passage) {
        Article article = passage.article();
        return String.join(
                "\n",
                fence,
                "[%d] %s, %s".formatted(number, source(article), date(article)),
                oneLine(article.title().value()),
                "",
                data(passage.text()),
                fence);
    }

    /** Each sentence numbered from [1], its quotes below it, between two delimiters. */
    String sentences(Verified verified) {
        StringBuilder block = new StringBuilder();
        for (int i = 0; i < verified.sentences().size(); i++) {
            Sentence sentence = verified.sentences().get(i);
            List<String> lines = new ArrayList<>(List.of(fence, "[%d] %s".formatted(i + 1, oneLine(sentence.text()))));
            sentence.citations()
                    .forEach(marker -> lines.add("Quote: "
                            + oneLine(verified.citations().get(marker - 1).quote())));
            lines.add(fence);
            block.append(String.join("\n", lines)).append("\n\n");
        }
        return block.toString().strip();
    }

    /** Questions with what was answered, oldest first, each between two delimiters. */
    String said(List<Condenser.Said> before) {
        StringBuilder block = new StringBuilder();
        for (Condenser.Said said : before) {
            List<String> lines = new ArrayList<>(List.of(fence, "Question: " + oneLine(said.question())));
            if (!said.answer().isBlank()) {
                lines.add("Answer: " + oneLine(said.answer()));
            }
            lines.add(fence);
            block.append(String.join("\n", lines)).append("\n\n");
        }
        return block.toString().strip();
    }

    private String source(Article article) {
        return oneLine(article.source().map(Known::value).orElse("unknown outlet"));
    }

    private static String date(Article article) {
        return article.published().map(known -> known.value().toString()).orElse("undated");
    }

    private String oneLine(String text) {
        return data(text).replaceAll("\\s+", " ").strip();
    }

    /** The text with no delimiter in it: the chance is nil, the check is cheap. */
    String data(String text) {
        return text.replace(fence, " ");
    }
}
