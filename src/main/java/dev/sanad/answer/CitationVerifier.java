package dev.sanad.answer;

import dev.sanad.index.Analyzers;
import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import dev.sanad.retrieval.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gate between a model and the reader. For each sentence it looks for the words of the cited passages that support it best, and lets the
 * sentence through only if all its numbers, dates and names stand in them, each among words like those around it in the sentence, and enough of its words
 * and of every clause's do, by what they stand for in any language. Else the sentence is tried against every other passage that the model was given, and if none
 * will do it is removed whole; why is logged at debug level.
 *
 * <p>It does not see who did what to whom, nor negation. Safe for use by many threads.
 */
public final class CitationVerifier {
    private static final Logger LOG = LoggerFactory.getLogger(CitationVerifier.class);

    /** What a model is told to say, alone, where the passages do not answer. A protocol word, the same in every language; never shown. */
    public static final String NO_EVIDENCE = "NO_EVIDENCE";

    private final PartReader reader;
    private final OwnWords ownWords;
    private final LanguageDetector detector = new LanguageDetector();

    /** @param analyzers with the glossary of the index */
    public CitationVerifier(Analyzers analyzers) {
        this.reader = new PartReader(analyzers);
        this.ownWords = new OwnWords(reader);
    }

    /**
     * What the gate let through.
     *
     * @param citations numbered from 1 in the order of first use; the same words have one number
     * @param removed how many sentences it did not let through
     * @param recited how many that the gate let through rest on other passages than the model cited
     * @param refused whether the model said {@value #NO_EVIDENCE} and nothing else
     */
    public record Verified(
            List<Sentence> sentences, List<Citation> citations, int removed, int recited, boolean refused) {
        public Verified {
            sentences = List.copyOf(sentences);
            citations = List.copyOf(citations);
        }

        /**
         * The same without some sentences, which count as removed, and without what only they cite.
         *
         * @param numbers of the sentences, from 1
         */
        Verified without(Set<Integer> numbers) {
            List<Sentence> kept = IntStream.rangeClosed(1, sentences.size())
                    .filter(number -> !numbers.contains(number))
                    .mapToObj(number -> sentences.get(number - 1))
                    .toList();
            List<Integer> used = kept.stream()
                    .flatMap(sentence -> sentence.citations().stream())
                    .distinct()
                    .toList();
            return new Verified(
                    kept.stream().map(sentence -> renumbered(sentence, used)).toList(),
                    used.stream()
                            .map(marker -> citations.get(marker - 1).withMarker(used.indexOf(marker) + 1))
                            .toList(),
                    removed + numbers.size(),
                    recited,
                    refused);
        }

        private static Sentence renumbered(Sentence sentence, List<Integer> used) {
            return new Sentence(
                    sentence.text(),
                    sentence.citations().stream()
                            .map(marker -> used.indexOf(marker) + 1)
                            .sorted()
                            .toList());
        }
    }

    /**
     * What of a model's reply the evidence supports.
     *
     * @param reply as the model wrote it, with markers
     * @param evidence in the order in which the model saw it numbered from 1
     * @param language that the reply is in
     */
    public Verified verify(Reply.Text reply, List<Evidence> evidence, Language language) {
        return begin(gate(evidence, language)).end(reply);
    }

    /** What the passages offer, for any number of replies; parameters as of {@link #verify}. Most of the time that the gate takes goes into this. */
    Gate gate(List<Evidence> evidence, Language language) {
        return new Gate(
                evidence.stream()
                        .map(Evidence::passage)
                        .map(passage -> Quote.of(passage, reader))
                        .toList(),
                language);
    }

    /** What reads a reply while it comes. */
    Verification begin(Gate gate) {
        return new Verification(gate.language(), draft -> support(draft, gate));
    }

    private Optional<Gate.Support> support(Draft draft, Gate gate) {
        if (!draft.allowed() || otherLanguage(draft.text(), gate.language())) {
            LOG.debug(
                    "sentence removed: {}: {}",
                    draft.allowed() ? "other language" : "link or markup",
                    LogLine.of(draft.text()));
            return Optional.empty();
        }
        List<Part> parts = reader.answer(draft.text(), gate.language());
        Said said = Said.of(draft.text(), parts, ownWords.of(parts, gate.language()), gate.language());
        Optional<Gate.Support> support = gate.support(said, draft.markers());
        if (support.isEmpty() && LOG.isDebugEnabled()) {
            Gate.Fault fault =
                    gate.fault(said, gate.cited(said.parts(), draft.markers())).orElseThrow();
            LOG.debug("sentence removed: {}: {}", fault, LogLine.of(draft.text()));
        }
        return support;
    }

    private boolean otherLanguage(String sentence, Language language) {
        return detector.detect(sentence)
                .filter(detected -> detected.analysis() != language.analysis())
                .isPresent();
    }
}
