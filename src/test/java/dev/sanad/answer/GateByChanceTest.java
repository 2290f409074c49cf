package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.sanad.index.Analyzers;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands in one brief of the sample, held against those of the others that report the same events: chance is at its strongest there. */
class GateByChanceTest {
    private static final Analyzers ANALYZERS = Analyzers.packed();

    private record Brief(String name, Language language, List<String> sentences) {
        Evidence evidence() {
            return Given.passage(name, language, sentences.toArray(String[]::new));
        }
    }

    @Test
    void aboutOneSentenceInTwentyPassesWithOtherArticles() throws IOException {
        List<Brief> briefs = briefs();
        CitationVerifier gate = new CitationVerifier(ANALYZERS);
        int sentences = 0;
        int passed = 0;
        for (Brief brief : briefs) {
            List<Evidence> others = briefs.stream()
                    .filter(other -> !other.name().equals(brief.name()) && other.language() == brief.language())
                    .map(Brief::evidence)
                    .toList();
            for (String sentence : brief.sentences()) {
                sentences++;
                Reply.Text reply = new Reply.Text(sentence + " [1]", true);
                passed +=
                        gate.verify(reply, others, brief.language()).sentences().size();
            }
        }
        assertThat(sentences).isGreaterThan(150);
        assertThat((double) passed / sentences)
                .as("%d of %d sentences", passed, sentences)
                .isLessThan(0.06);
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
        return new Brief(name, language, sentences);
    }
}
