package dev.sanad.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.methods.reactions.SetMessageReaction;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.File;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResult;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultsButton;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeEmoji;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** Documents, posts of channels and inline queries, as the library that Sanad's bot is built on reads them. */
class ReceivingTest {
    private final Sandbox sandbox = new Sandbox();
    private final OkHttpTelegramClient client = sandbox.client();

    @AfterEach
    void end() {
        sandbox.close();
    }

    private List<Update> updates() throws TelegramApiException {
        return client.execute(GetUpdates.builder().build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"خبر.md", "новость.md", "新闻.md", "مقاله.md", "a b.c.md"})
    void aDocumentIsReceivedAndFetched(String name) throws Exception {
        byte[] content = "Текст، نص، 文本".getBytes(StandardCharsets.UTF_8);
        sandbox.server.people().document(sandbox.chat, sandbox.anna, name, "text/markdown", content, "/add Смотри");

        Message message = updates().getFirst().getMessage();
        File file = client.execute(new GetFile(message.getDocument().getFileId()));

        assertThat(message.getText()).isNull();
        assertThat(message.getCaption()).isEqualTo("/add Смотри");
        assertThat(message.getCaptionEntities()).extracting("type").containsExactly("bot_command");
        assertThat(message.getDocument().getFileName()).isEqualTo(name);
        assertThat(message.getDocument().getMimeType()).isEqualTo("text/markdown");
        assertThat(file.getFileSize()).isEqualTo(content.length);
        assertThat(file.getFilePath()).endsWith(".md");
        assertThat(fetch(file.getFilePath()).body()).isEqualTo(content);
    }

    @Test
    void aFileThatIsTooBigOrUnknownIsRefused() throws Exception {
        sandbox.server
                .people()
                .document(sandbox.chat, sandbox.anna, "x.md", "text/markdown", new byte[20 * 1024 * 1024 + 1], "");
        String id = updates().getFirst().getMessage().getDocument().getFileId();

        assertThat(refusal(() -> client.execute(new GetFile(id)))).endsWith("file is too big");
        assertThat(refusal(() -> client.execute(new GetFile("x")))).endsWith("invalid file_id");
        assertThat(fetch("documents/file_1.md").statusCode()).isEqualTo(404);
        assertThat(fetch("documents/file_2.md").statusCode()).isEqualTo(404);
    }

    @Test
    void aDownloadMeetsItsFaults() throws Exception {
        sandbox.server.people().document(sandbox.chat, sandbox.anna, "x.md", "", new byte[] {1}, "");
        File file = client.execute(
                new GetFile(updates().getFirst().getMessage().getDocument().getFileId()));
        sandbox.server.faults().next("file", 1, new Fault.ServerError());
        sandbox.server.faults().next("file", 1, new Fault.BadGateway());

        assertThat(fetch(file.getFilePath()).statusCode()).isEqualTo(500);
        assertThat(fetch(file.getFilePath()).statusCode()).isEqualTo(502);
        assertThat(fetch(file.getFilePath()).body()).containsExactly(1);
    }

    /** By hand: the library's own downloads go to Telegram's server whatever address it was given. */
    private HttpResponse<byte[]> fetch(String path) throws IOException, InterruptedException {
        URI address = sandbox.server.address().resolve("/file/bot" + Sandbox.TOKEN + "/" + path);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void theCaptionOfADocumentCanBeChanged() throws TelegramApiException {
        SandboxMessage sent =
                sandbox.server.people().document(sandbox.chat, sandbox.anna, "x.md", "text/markdown", new byte[1], "");
        sandbox.server.people().edit(sent, "новая");

        Message edited = updates().getLast().getEditedMessage();
        assertThat(edited.getCaption()).isEqualTo("новая");
        assertThat(edited.getDocument().getFileName()).isEqualTo("x.md");
    }

    @Test
    void postsOfAChannelComeAsSuchAndNameNobody() throws TelegramApiException {
        SandboxChat channel = sandbox.server.people().channel("قناة الأخبار", "akhbar", sandbox.anna);
        SandboxMessage post = sandbox.server.people().write(channel, sandbox.anna, "خبر");
        sandbox.server.people().edit(post, "خبر مصحح");

        List<Update> updates = updates();

        Message posted = updates.getFirst().getChannelPost();
        assertThat(posted.getFrom()).isNull();
        assertThat(posted.getChat().isChannelChat()).isTrue();
        assertThat(posted.getSenderChat().getUserName()).isEqualTo("akhbar");
        assertThat(posted.getText()).isEqualTo("خبر");
        assertThat(updates.get(1).getEditedChannelPost().getText()).isEqualTo("خبر مصحح");
        assertThat(updates.get(1).getEditedChannelPost().getMessageId()).isEqualTo(post.id());
    }

    @Test
    void anInlineQueryIsAnsweredWithCards() throws TelegramApiException {
        String id = sandbox.server.people().inlineQuery(sandbox.anna, "تارتوس", "");

        Update update = updates().getFirst();
        client.execute(AnswerInlineQuery.builder()
                .inlineQueryId(update.getInlineQuery().getId())
                .result(card("1", "<blockquote>متن</blockquote>"))
                .cacheTime(60)
                .isPersonal(true)
                .nextOffset("2")
                .button(InlineQueryResultsButton.builder()
                        .text("بپرس")
                        .startParameter("ask-me")
                        .build())
                .build());

        assertThat(update.getInlineQuery().getQuery()).isEqualTo("تارتوس");
        assertThat(update.getInlineQuery().getFrom().getId()).isEqualTo(sandbox.anna.id());
        InlineQueries.Answer answer = sandbox.server.inlineQueries().await(id, Sandbox.SOON);
        assertThat(answer.cacheTime()).isEqualTo(Duration.ofMinutes(1));
        assertThat(answer.personal()).isTrue();
        assertThat(answer.nextOffset()).isEqualTo("2");
        assertThat(answer.button()).contains(new InlineQueries.StartButton("بپرس", "ask-me"));
        InlineQueries.Card card = answer.cards().getFirst();
        assertThat(card.title()).isEqualTo("عنوان");
        assertThat(card.text()).isEqualTo("متن");
        assertThat(card.entities()).extracting(Entity::type).containsExactly(Entity.Type.BLOCKQUOTE);
    }

    @Test
    void anAnswerToAnInlineQueryIsCheckedWholeAndTakenOnce() throws TelegramApiException {
        String id = sandbox.server.people().inlineQuery(sandbox.anna, "x", "");

        assertThat(inlineRefusal(id, card("1", "a"), card("1", "b"))).endsWith("RESULT_ID_DUPLICATE");
        assertThat(inlineRefusal(id, card("x".repeat(65), "a"))).endsWith("RESULT_ID_INVALID");
        assertThat(inlineRefusal(id, card("1", "<b>"))).contains("can't parse entities");
        InlineQueryResult[] many =
                IntStream.range(0, 51).mapToObj(i -> card("" + i, "a")).toArray(InlineQueryResult[]::new);
        assertThat(inlineRefusal(id, many)).endsWith("RESULTS_TOO_MUCH");
        Map<String, String> button = Map.of("text", "x", "start_parameter", "ask me");
        assertThat(sandbox.raw
                        .call("answerInlineQuery", "inline_query_id", id, "results", List.of(), "button", button)
                        .description())
                .endsWith("START_PARAM_INVALID");
        assertThat(sandbox.server.inlineQueries().answer(id)).isEmpty();

        client.execute(
                AnswerInlineQuery.builder().inlineQueryId(id).results(List.of()).build());
        assertThat(inlineRefusal(id, card("1", "a"))).contains("query is too old");
        String late = sandbox.server.people().inlineQuery(sandbox.anna, "x", "");
        sandbox.clock.move(Duration.ofSeconds(16));
        assertThat(inlineRefusal(late, card("1", "a"))).contains("query is too old");
    }

    private static InlineQueryResult card(String id, String html) {
        return InlineQueryResultArticle.builder()
                .id(id)
                .title("عنوان")
                .inputMessageContent(InputTextMessageContent.builder()
                        .messageText(html)
                        .parseMode("HTML")
                        .build())
                .build();
    }

    private String inlineRefusal(String queryId, InlineQueryResult... cards) {
        return refusal(() -> client.execute(AnswerInlineQuery.builder()
                .inlineQueryId(queryId)
                .results(List.of(cards))
                .build()));
    }

    @Test
    void aReactionIsOneOfTheDocumentedEmoji() throws Exception {
        SandboxMessage question = sandbox.server.people().write(sandbox.chat, sandbox.anna, "x");
        SetMessageReaction.SetMessageReactionBuilder<?, ?> reaction =
                SetMessageReaction.builder().chatId(sandbox.chat.id()).messageId(question.id());

        assertThat(client.execute(reaction.reactionTypes(List.of(new ReactionTypeEmoji("👀")))
                        .build()))
                .isTrue();
        assertThat(refusal(() -> client.execute(reaction.reactionTypes(List.of(new ReactionTypeEmoji("🫥")))
                        .build())))
                .endsWith("REACTION_INVALID");
        JsonNode call = RawClient.JSON.readTree(sandbox.server
                .calls()
                .of("setMessageReaction")
                .getFirst()
                .parameters()
                .string("reaction")
                .orElseThrow());
        assertThat(call.at("/0/emoji").asText()).isEqualTo("👀");
    }

    private interface Refused {
        void call() throws TelegramApiException;
    }

    private static String refusal(Refused call) {
        return catchThrowableOfType(TelegramApiRequestException.class, call::call)
                .getApiResponse();
    }
}
