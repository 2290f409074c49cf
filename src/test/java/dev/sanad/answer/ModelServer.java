package dev.sanad.answer;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A server that speaks the streaming protocols of the four providers. */
public final class ModelServer implements AutoCloseable {
    static final String KEY = "sk-secret-0123456789abcdef";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WireMockServer server = new WireMockServer(options().dynamicPort());

    public ModelServer() {
        server.start();
    }

    /** Where the provider's protocol is spoken. */
    public URI url(LlmSettings.Provider provider) {
        return URI.create(server.baseUrl() + (provider == LlmSettings.Provider.OLLAMA ? "" : "/v1"));
    }

    public LanguageModel model(LlmSettings.Provider provider, Duration timeout) {
        return model(provider, timeout, Duration.ofMinutes(1));
    }

    LanguageModel model(LlmSettings.Provider provider, Duration timeout, Duration leftAlone) {
        LlmSettings settings = new LlmSettings(
                provider, Optional.of(url(provider)), Optional.of("model-x"), Optional.of(KEY), timeout, 500);
        Price price = new Price(new BigDecimal("2.50"), new BigDecimal("10"));
        return LanguageModel.of("tested", settings, Optional.of(price), Duration.ofMillis(10), leftAlone);
    }

    /** One after another; the last again and again. */
    public void repliesInTurn(ResponseDefinitionBuilder... responses) {
        server.resetAll();
        for (int i = 0; i < responses.length; i++) {
            server.stubFor(any(anyUrl())
                    .inScenario("turns")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "turn " + i)
                    .willSetStateTo("turn " + Math.min(i + 1, responses.length - 1))
                    .willReturn(responses[i]));
        }
    }

    public void replies(ResponseDefinitionBuilder response) {
        server.resetAll();
        server.stubFor(any(anyUrl()).willReturn(response));
    }

    /** The body of the one request that came. */
    public String request() {
        return server.getAllServeEvents().getFirst().getRequest().getBodyAsString();
    }

    public int requests() {
        return server.getAllServeEvents().size();
    }

    /** A reply in the provider's wire format, one event a piece. */
    public static ResponseDefinitionBuilder stream(LlmSettings.Provider provider, String... pieces) {
        return aResponse()
                .withHeader(
                        "Content-Type",
                        provider == LlmSettings.Provider.OLLAMA ? "application/x-ndjson" : "text/event-stream")
                .withBody(body(provider, pieces) + end(provider));
    }

    /** The pieces alone, without what ends a stream. */
    static String body(LlmSettings.Provider provider, String... pieces) {
        return start(provider)
                + Arrays.stream(pieces)
                        .map(ModelServer::quoted)
                        .map(piece -> event(provider, piece))
                        .collect(Collectors.joining());
    }

    private static String start(LlmSettings.Provider provider) {
        return provider != LlmSettings.Provider.ANTHROPIC ? "" : """
            event: message_start
            data: {"type":"message_start","message":{"id":"m","type":"message","role":"assistant","content":[],"model":"model-x","stop_reason":null,"usage":{"input_tokens":120,"output_tokens":1}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

            """;
    }

    private static String event(LlmSettings.Provider provider, String piece) {
        return switch (provider) {
            case NONE -> "";
            case OPENAI ->
                data("{'id':'c','choices':[{'index':0,'delta':{'content':%s},'finish_reason':null}]}", piece);
            case ANTHROPIC ->
                data(
                        "{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':%s}}",
                        "content_block_delta", piece);
            case GEMINI -> data("{'candidates':[{'content':{'parts':[{'text':%s}],'role':'model'},'index':0}]}", piece);
            case OLLAMA -> line("{'model':'model-x','message':{'role':'assistant','content':%s},'done':false}", piece);
        };
    }

    private static String end(LlmSettings.Provider provider) {
        return switch (provider) {
            case NONE -> "";
            case OPENAI ->
                data("{'id':'c','choices':[{'index':0,'delta':{},'finish_reason':'stop'}]}%s", "")
                        + data(
                                "{'id':'c','choices':[],'usage':{'prompt_tokens':120,'completion_tokens':30,'total_tokens':150}}%s",
                                "")
                        + data("%s", "[DONE]");
            case ANTHROPIC -> """
                event: content_block_stop
                data: {"type":"content_block_stop","index":0}

                event: message_delta
                data: {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":30}}

                event: message_stop
                data: {"type":"message_stop"}

                """;
            case GEMINI ->
                data(
                        "{'candidates':[{'content':{'parts':[{'text':%s}]},'finishReason':'STOP'}],'usageMetadata':{'promptTokenCount':120,'candidatesTokenCount':30,'totalTokenCount':150}}",
                        "\"\"");
            case OLLAMA ->
                line(
                        "{'message':{'role':'assistant','content':%s},'done':true,'done_reason':'stop','prompt_eval_count':120,'eval_count':30}",
                        "\"\"");
        };
    }

    /** A line of JSON: the template with its quotes made double, then the value in its place. */
    private static String line(String template, String value) {
        return template.replace('\'', '"').formatted(value) + "\n";
    }

    private static String data(String template, String value) {
        return "data: " + line(template, value) + "\n";
    }

    private static String data(String template, String event, String value) {
        return "event: " + event + "\n" + data(template, value);
    }

    private static String quoted(String text) {
        return JSON.valueToTree(text).toString();
    }

    @Override
    public void close() {
        server.stop();
    }
}
