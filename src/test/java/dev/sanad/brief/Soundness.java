package dev.sanad.brief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Citation;
import dev.sanad.answer.Sentence;
import dev.sanad.answer.Words;
import dev.sanad.language.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What holds of every brief. */
final class Soundness {
    private Soundness() {}

    static void check(Brief brief, Library library) {
        assertThat(brief.sections()).isNotEmpty();
        checkCitations(brief, library);
        checkOrder(brief);
        checkFactsStandOnce(brief);
    }

    private static void checkCitations(Brief brief, Library library) {
        List<Citation> citations = brief.citations();
        for (Citation citation : citations) {
            assertThat(citation.quote())
                    .isEqualTo(library.text(citation.file()).substring(citation.start(), citation.end()))
                    .hasSizeLessThanOrEqualTo(citation.language().quoteChars());
        }
        assertThat(citations)
                .extracting(Citation::marker)
                .isEqualTo(IntStream.rangeClosed(1, citations.size()).boxed().toList());
        Set<Integer> used = new TreeSet<>();
        sentences(brief).forEach(sentence -> used.addAll(sentence.citations()));
        assertThat(used)
                .hasSameElementsAs(citations.stream().map(Citation::marker).toList());
    }

    private static void checkOrder(Brief brief) {
        List<LocalDate> dates = brief.sections().stream()
                .map(section -> section.date().orElse(LocalDate.MAX))
                .toList();
        assertThat(dates).isSorted().doesNotHaveDuplicates();
        assertThat(brief.sections())
                .allSatisfy(section -> assertThat(section.sentences()).hasSizeBetween(1, 3));
    }

    private static void checkFactsStandOnce(Brief brief) {
        Language language = brief.topic().language();
        List<Set<String>> said = new ArrayList<>();
        for (Sentence sentence : sentences(brief)) {
            Set<String> words = Words.of(sentence.text(), language);
            words.removeAll(Words.of(brief.topic().text(), language));
            assertThat(said).noneMatch(other -> Words.same(words, other));
            said.add(words);
        }
    }

    private static List<Sentence> sentences(Brief brief) {
        return brief.sections().stream()
                .flatMap(section -> section.sentences().stream())
                .toList();
    }
}
