package dev.sanad.retrieval;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import dev.sanad.index.HttpWithin;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A model behind Cohere's protocol (POST {@code rerank}: query and documents; the reply names each document by its place). LangChain4j's models for Cohere
 * and Jina are not used: they fail where a reply lacks what each of the two bills, as those of other servers do, and take a reply whose places are doubled.
 * Safe for use by many threads.
 */
final class RerankServer implements ScoringModel {
    private static final String COHERE = "https://api.cohere.com/v2";
    private static final JsonMapper JSON = new JsonMapper();

    private final RerankSettings settings;
    private final HttpClient client;

    RerankServer(RerankSettings settings) {
        this.settings = settings;
        this.client = new HttpWithin(settings.timeout());
    }

    /** @throws RerankException where the reply is not one score for each segment */
    @Override
    public Response<List<Double>> scoreAll(List<TextSegment> segments, String query) {
        ObjectNode request =
                JSON.createObjectNode().put("model", settings.model()).put("query", query);
        segments.forEach(segment -> request.withArray("documents").add(segment.text()));
        request.put("top_n", segments.size());
        return Response.from(scores(client.execute(http(request.toString())).body(), segments.size()));
    }

    private HttpRequest http(String body) {
        String base = settings.baseUrl().map(Object::toString).orElse(COHERE);
        HttpRequest.Builder request = HttpRequest.builder()
                .method(HttpMethod.POST)
                .url(base.replaceFirst("/+$", "") + "/rerank")
                .addHeader("Content-Type", "application/json")
                .addHeader("Accept", "application/json")
                .body(body);
        settings.apiKey().ifPresent(key -> request.addHeader("Authorization", "Bearer " + key));
        return request.build();
    }

    private static List<Double> scores(String reply, int count) {
        Double[] scores = new Double[count];
        for (JsonNode result : results(reply)) {
            int place = result.path("index").asInt(-1);
            JsonNode score = result.path("relevance_score");
            if (place < 0 || place >= count || !score.isNumber() || scores[place] != null) {
                throw new RerankException("a result without a place of its own or a score");
            }
            scores[place] = score.doubleValue();
        }
        List<Optional<Double>> given =
                Arrays.stream(scores).map(Optional::ofNullable).toList();
        long missing = given.stream().filter(Optional::isEmpty).count();
        if (missing > 0) {
            throw new RerankException("%d scores for %d texts".formatted(count - missing, count));
        }
        return given.stream().flatMap(Optional::stream).toList();
    }

    private static JsonNode results(String reply) {
        try {
            JsonNode results = JSON.readTree(reply).path("results");
            if (results.isArray()) {
                return results;
            }
            throw new RerankException("a reply without results");
        } catch (JacksonException e) {
            throw new RerankException("a reply that is no JSON", e);
        }
    }
}
