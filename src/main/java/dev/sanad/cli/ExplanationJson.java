package dev.sanad.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Explanation;
import dev.sanad.retrieval.Explanation.Hit;
import dev.sanad.retrieval.Explanation.Meaning;
import dev.sanad.retrieval.Explanation.Met;
import dev.sanad.retrieval.Explanation.Part;
import dev.sanad.retrieval.Retrieved;
import dev.sanad.retrieval.Support.Side;
import java.util.List;
import java.util.Locale;

/** An explanation as the JSON that scripts read; shares, scores and weights are rounded to four places. */
final class ExplanationJson {
    private ExplanationJson() {}

    static ObjectNode of(Retrieved retrieved, Explanation explanation) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("vectors", retrieved.vectors().name().toLowerCase(Locale.ROOT));
        ObjectNode support = json.putObject("support");
        support.set("own", side(retrieved.support().own()));
        support.set("crossing", side(retrieved.support().crossing()));
        ArrayNode words = json.putArray("words");
        explanation.words().forEach(word -> words.add(word(word)));
        strings(json, "leftOut", explanation.leftOut());
        ArrayNode hits = json.putArray("hits");
        for (int i = 0; i < explanation.hits().size(); i++) {
            hits.add(hit(explanation.hits().get(i), retrieved.ranked().get(i)));
        }
        return json;
    }

    private static ObjectNode side(Side side) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("coverage", rounded(side.coverage()))
                .put("window", rounded(side.window()))
                .put("sentence", rounded(side.sentence()))
                .put("together", rounded(side.together()))
                .put("words", side.words())
                .put("ahead", rounded(side.ahead()))
                .put("lacksFact", side.lacksFact())
                .put("lacksName", side.lacksName());
    }

    private static ObjectNode word(Part word) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("words", word.words());
        ArrayNode meanings = json.putArray("standsFor");
        word.meanings().forEach(meaning -> meanings.add(meaning(meaning)));
        ObjectNode shares = json.putObject("shares");
        word.shares().forEach((analysis, share) -> shares.put(ExplanationText.tag(analysis), rounded(share)));
        return json;
    }

    private static ObjectNode meaning(Meaning meaning) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", meaning.id())
                .put("kind", meaning.kind().name().toLowerCase(Locale.ROOT))
                .put("name", meaning.name());
    }

    private static ObjectNode hit(Hit hit, Evidence evidence) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("passageId", hit.passage().value())
                .put("score", rounded(evidence.score()))
                .put("coverage", rounded(evidence.coverage()))
                .put("similarity", rounded(evidence.near()));
        ArrayNode met = json.putArray("met");
        hit.met().forEach(one -> met.add(met(one)));
        strings(json, "lacking", hit.lacking());
        return json;
    }

    /** {@code by} is null where both are words of one stem. */
    private static ObjectNode met(Met met) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("words", met.words());
        json.set("by", met.by().map(ExplanationJson::meaning).orElse(null));
        strings(json, "originals", met.originals());
        return json;
    }

    private static void strings(ObjectNode json, String field, List<String> values) {
        ArrayNode array = json.putArray(field);
        values.forEach(array::add);
    }

    private static double rounded(double number) {
        return Math.round(number * 10_000) / 10_000.0;
    }
}
