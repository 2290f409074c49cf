package dev.sanad.passage;

import dev.sanad.corpus.Article;
import dev.sanad.language.Language;
import dev.sanad.language.Span;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Cuts articles into passages of whole sentences, about as long as the article's language says. The passages of an article are disjoint and in
 * order, and hold every character of its kept text that is not white space. Safe for use by many threads.
 */
public final class PassageSplitter {
    /** A passage that is at least this full ends with its paragraph. */
    private static final double FULL_ENOUGH = 0.6;

    /** A last passage shorter than this share of the aim joins the one before. */
    private static final double TOO_SHORT = 0.25;

    private final SentenceBreaker breaker;

    public PassageSplitter(SentenceBreaker breaker) {
        this.breaker = breaker;
    }

    /** The passages in reading order; none where the article keeps no text. */
    public List<Passage> split(Article article) {
        Language language = article.language().value();
        List<List<Span>> groups = new ArrayList<>();
        for (Span kept : article.kept()) {
            groups.addAll(group(
                    article.text(),
                    breaker.sentences(article.text(), kept, language, language.passageChars()),
                    language.passageChars()));
        }
        return passages(article, groups);
    }

    /** The whole kept text as one passage: how rivals index, and how whole documents are evaluated. */
    public List<Passage> whole(Article article) {
        Language language = article.language().value();
        List<Span> sentences = new ArrayList<>();
        for (Span kept : article.kept()) {
            sentences.addAll(breaker.sentences(article.text(), kept, language, language.passageChars()));
        }
        return passages(article, sentences.isEmpty() ? List.of() : List.of(sentences));
    }

    private static List<Passage> passages(Article article, List<List<Span>> groups) {
        String prefix = prefix(article);
        List<Passage> passages = new ArrayList<>(groups.size());
        for (List<Span> group : groups) {
            PassageId id = new PassageId(prefix + "." + passages.size());
            passages.add(new Passage(
                    id, article, group.getFirst().start(), group.getLast().end(), group));
        }
        return passages;
    }

    private static List<List<Span>> group(String text, List<Span> sentences, int aim) {
        List<List<Span>> groups = new ArrayList<>();
        List<Span> open = new ArrayList<>();
        for (Span sentence : sentences) {
            if (!open.isEmpty()) {
                int length = open.getLast().end() - open.getFirst().start();
                boolean overflows = sentence.end() - open.getFirst().start() > aim;
                boolean paragraphEnds =
                        text.substring(open.getLast().end(), sentence.start()).contains("\n");
                if (overflows || (paragraphEnds && length >= FULL_ENOUGH * aim)) {
                    groups.add(open);
                    open = new ArrayList<>();
                }
            }
            open.add(sentence);
        }
        if (!open.isEmpty()) {
            // white space between them counts: a passage is shown whole
            int joined = groups.isEmpty()
                    ? Integer.MAX_VALUE
                    : open.getLast().end() - groups.getLast().getFirst().start();
            int length = open.getLast().end() - open.getFirst().start();
            if (length < TOO_SHORT * aim && joined <= (1 + TOO_SHORT) * aim) {
                groups.getLast().addAll(open);
            } else {
                groups.add(open);
            }
        }
        return groups;
    }

    private static String prefix(Article article) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(article.id().toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
