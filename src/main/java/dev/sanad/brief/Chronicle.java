package dev.sanad.brief;

import dev.sanad.answer.Citation;
import dev.sanad.answer.Sentence;
import dev.sanad.brief.Brief.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Facts under their dates, oldest first and undated last, with their citations numbered from 1 in reading order; the same quote has one number.
 *
 * @param citations ascending by marker
 */
record Chronicle(List<Section> sections, List<Citation> citations) {
    /** No date is later than any: those who do not say when come last. */
    private static final Comparator<Optional<LocalDate>> OLDEST_FIRST =
            Comparator.comparing(date -> date.orElse(LocalDate.MAX));

    Chronicle {
        sections = List.copyOf(sections);
        citations = List.copyOf(citations);
    }

    /** Facts of one date keep their order. */
    static Chronicle of(List<Fact> facts) {
        Map<Optional<LocalDate>, List<Fact>> byDate = new TreeMap<>(OLDEST_FIRST);
        facts.forEach(fact ->
                byDate.computeIfAbsent(fact.date(), date -> new ArrayList<>()).add(fact));
        Map<Citation, Citation> numbered = new LinkedHashMap<>();
        List<Section> sections = new ArrayList<>();
        byDate.forEach((date, ofDate) -> sections.add(new Section(
                date, ofDate.stream().map(fact -> sentence(fact, numbered)).toList())));
        return new Chronicle(sections, List.copyOf(numbered.values()));
    }

    /** Of all sections, in order. */
    List<Sentence> sentences() {
        return sections.stream()
                .flatMap(section -> section.sentences().stream())
                .toList();
    }

    /** The same with other sentences, as many and in the same order. */
    Chronicle with(List<Sentence> sentences) {
        Iterator<Sentence> next = sentences.iterator();
        List<Section> filled = sections.stream()
                .map(section -> new Section(
                        section.date(),
                        section.sentences().stream().map(old -> next.next()).toList()))
                .toList();
        return new Chronicle(filled, citations);
    }

    private static Sentence sentence(Fact fact, Map<Citation, Citation> numbered) {
        List<Integer> markers = new ArrayList<>();
        for (Citation citation : fact.citations()) {
            Citation quote = citation.withMarker(0);
            int next = numbered.size() + 1;
            markers.add(
                    numbered.computeIfAbsent(quote, key -> key.withMarker(next)).marker());
        }
        return new Sentence(fact.text(), markers.stream().distinct().sorted().toList());
    }
}
