package dev.sanad.evaluation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sanad.evaluation.BeirDataSet.Document;
import dev.sanad.language.Language;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Generated documents that stand in an index beside those of data sets and answer nothing: no judgement knows their ids. Immutable.
 *
 * @param set name of the set that they seem to be of, no real one's
 * @param prefix that begins each id and no id of a real set
 */
record Distractors(String set, String prefix, int count, PassageGenerator generator) {
    private static final String NAME = "distractor";

    /** Of words of the sets' own documents; see {@link PassageGenerator}. */
    static Distractors of(DataSets sets, int count, PassageGenerator generator) {
        String set = NAME;
        while (sets.names().contains(set)) {
            set += "_";
        }
        String prefix = NAME + "-";
        Set<String> ids = sets.documentIds();
        while (startsAny(prefix, ids)) {
            prefix = "_" + prefix;
        }
        return new Distractors(set, prefix, count, generator);
    }

    private static boolean startsAny(String prefix, Set<String> ids) {
        return ids.stream().anyMatch(id -> id.startsWith(prefix));
    }

    /** Each of one passage and without a title, ready to be taken by many threads. */
    Stream<Document> documents() {
        return IntStream.range(0, count).parallel().mapToObj(this::document);
    }

    private Document document(int number) {
        PassageGenerator.Generated generated = generator.passage(number);
        return new Document(
                prefix + number,
                "",
                generated.text(),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("lang", generated.language().tag()));
    }

    List<Language> languages() {
        return generator.languages();
    }
}
