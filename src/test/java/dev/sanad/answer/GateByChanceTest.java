package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.sanad.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where the least share of words comes from: the briefs of one language report the same events, so chance is at its strongest between them. */
class GateByChanceTest {
    private record Brief(String name, Language language, List<Quote> quotes, List<Claims> sentences) {}

    @Test
    void aboutOneSentenceInTwentyHasSoManyWordsInAnotherArticle() throws IOException {
        List<Brief> briefs = briefs();
        double[] shares = briefs.stream()
                .flatMap(brief -> brief.sentences().stream()
                        .map(claims -> briefs.stream()
                                .filter(other ->
                                        !other.name().equals(brief.name()) && other.language() == brief.language())
                                .flatMap(other -> other.quotes().stream())
                                .mapToDouble(quote -> claims.shareIn(quote.holds()))
                                .max()
                                .orElse(0)))
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        assertThat(shares).hasSizeGreaterThan(150);
        long reached = Arrays.stream(shares)
                .filter(share -> share >= CitationVerifier.LEAST_SHARE)
                .count();
        assertThat((double) reached / shares.length)
                .as(
                        "quantiles .5 %.2f, .9 %.2f, .95 %.2f, .98 %.2f",
                        q(shares, .5), q(shares, .9), q(shares, .95), q(shares, .98))
                .isLessThan(0.06);
    }

    private static double q(double[] sorted, double share) {
        return sorted[(int) (share * sorted.length)];
    }

    private static List<Brief> briefs() throws IOException {
        List<Brief> briefs = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/sample"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                briefs.add(brief(file));
            }
        }
        return briefs;
    }

    private static Brief brief(Path file) throws IOException {
        String name = file.getFileName().toString();
        Language language = Language.ofTag(name.replaceFirst("-\\d.*", "")).orElseThrow();
        String text = Files.readString(file).replaceFirst("(?s)^---.*?---\\s*", "");
        List<String> sentences = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(ULocale.forLanguageTag(language.tag()));
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            sentences.add(text.substring(start, end).strip());
        }
        sentences.removeIf(String::isEmpty);
        var passage =
                Given.passage(name, language, sentences.toArray(String[]::new)).passage();
        List<Claims> claims = sentences.stream()
                .map(sentence -> Claims.ofSentence(sentence, language))
                .toList();
        return new Brief(name, language, Quote.of(passage), claims);
    }
}
