package dev.sanad.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page shows of what a bot can do; the test plays the bot by calls of the Bot API. */
class PageIT {
    private static Chromium chromium;

    private Sandbox sandbox;
    private SandboxPage server;
    private Chromium.Tab tab;
    private Page page;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() {
        sandbox = new Sandbox();
        server = SandboxPage.start(sandbox.server, 0, List.of(sandbox.anna));
        tab = chromium.open(server.address());
        page = tab.page();
    }

    @AfterEach
    void end() {
        tab.end();
        server.close();
        sandbox.close();
    }

    private static JsonNode json(String text) {
        try {
            return RawClient.JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private Locator html(String text) {
        return message(sandbox.send(text, "parse_mode", "HTML"));
    }

    private Locator withKeys(String rows) {
        return message(sandbox.send("x", "reply_markup", json("{'inline_keyboard':%s}".formatted(rows))));
    }

    private Locator message(RawClient.Answer answer) {
        Assertions.assertThat(answer.status()).as(answer.description()).isEqualTo(200);
        return page.locator("#message-" + answer.result().get("message_id").asInt());
    }

    @Test
    void textIsMarkedAsTheBotMarksIt() {
        Locator message = html(
                "<b>سند <i>и</i></b> <u>u</u> <s>s</s> <code>&lt;c&gt;</code> <a href=\"https://example.org/a\">资料</a>"
                        + " <tg-spoiler>тайна</tg-spoiler>\n<pre>a\n b</pre>\n/start");

        assertThat(message.locator("strong")).hasText("سند и");
        assertThat(message.locator("strong em")).hasText("и");
        assertThat(message.locator(":not(pre) > code")).hasText("<c>");
        assertThat(message.locator("a")).hasAttribute("href", "https://example.org/a");
        assertThat(message.locator("pre")).hasText("a b");
        Locator spoiler = message.getByLabel("Hidden words: show");
        spoiler.click();
        assertThat(message.locator(".spoiler.shown")).hasText("тайна");
        message.getByText("/start").click();
        assertThat(page.locator(".mine .text")).hasText("/start");
    }

    @Test
    void eachLineHasItsOwnDirectionWhateverIsIsolatedInIt() {
        Locator lines = html("\u2068Sanad sample\u2069 · 18 يناير\nRussian words\n• \u2068俄伊\u2069\nПривет سلام\n")
                .locator(".lines > div");

        assertThat(lines.nth(0)).hasCSS("direction", "rtl");
        assertThat(lines.nth(1)).hasCSS("direction", "ltr");
        assertThat(lines.nth(2)).hasCSS("direction", "ltr");
        assertThat(lines.nth(3)).hasCSS("direction", "ltr");
        assertThat(html("<blockquote>نقل</blockquote>").locator("blockquote")).hasCSS("direction", "rtl");
    }

    @Test
    void aLongQuotationIsFoldedUntilItIsOpenedAndAnEditLeavesItOpen() {
        String quote = "<blockquote expandable>" + "слово ".repeat(120) + "</blockquote>";
        RawClient.Answer sent = sandbox.send(quote, "parse_mode", "HTML");
        Locator message = message(sent);
        Locator more = message.locator(".more");
        assertThat(more).hasAttribute("aria-expanded", "false");
        more.click();
        assertThat(more).hasText("Show less");

        sandbox.raw.call(
                "editMessageText",
                "chat_id",
                sandbox.chat.id(),
                "message_id",
                sent.result().get("message_id").asInt(),
                "text",
                quote + " ещё",
                "parse_mode",
                "HTML");
        assertThat(message.locator(".text")).containsText("ещё");
        assertThat(more).hasAttribute("aria-expanded", "true");
        assertThat(html("<blockquote expandable>кратко</blockquote>").locator(".more"))
                .hasCount(0);
    }

    @Test
    void aDraftGrowsAndGivesWayToTheMessage() {
        assertThat(page.locator("#title")).hasText("Sanad sandbox");
        for (String words : List.of("Отв", "Ответ го", "Ответ готов")) {
            sandbox.raw.call("sendMessageDraft", "chat_id", sandbox.chat.id(), "draft_id", 7, "text", words);
            assertThat(page.locator(".draft .text")).hasText(words);
        }
        sandbox.send("Ответ готов.");

        assertThat(page.locator("#log .theirs .text")).hasText("Ответ готов.");
        assertThat(page.locator(".draft")).hasCount(0);
    }

    @Test
    void aPressShowsWhatTheBotAnswers() {
        Locator keys = withKeys("[[{'text':'一','callback_data':'a'},{'text':'二','callback_data':'b'}]]");
        keys.getByText("一").click();
        answer("готово", false);
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("готово");

        keys.getByText("二").click();
        answer("هشدار", true);
        Locator alert = page.getByRole(AriaRole.DIALOG);
        assertThat(alert).containsText("هشدار");
        tab.checkAccess();
        alert.getByText("OK").click();
        assertThat(alert).isHidden();
    }

    private void answer(String text, boolean alert) {
        JsonNode updates =
                sandbox.raw.call("getUpdates", "timeout", 20, "offset", -1).result();
        sandbox.raw.call(
                "answerCallbackQuery",
                "callback_query_id",
                updates.at("/0/callback_query/id").asText(),
                "text",
                text,
                "show_alert",
                alert);
        sandbox.raw.call("getUpdates", "offset", updates.at("/0/update_id").asInt() + 1);
    }

    @Test
    void otherButtonsLeadOutCopyOrAreOff() {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        Locator keys =
                withKeys("[[{'text':'open','url':'https://example.org/x'}],[{'text':'copy','copy_text':{'text':'نص'}}],"
                        + "[{'text':'inline','switch_inline_query':'x'}]]");

        assertThat(keys.getByText("open")).hasAttribute("rel", "noopener noreferrer");
        assertThat(keys.getByText("open")).hasAttribute("href", "https://example.org/x");
        assertThat(keys.getByText("inline")).isDisabled();
        keys.getByText("copy").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Copied");
        Assertions.assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("نص");
    }

    @Test
    void commandsAreOfferedAndPickedByKeyboard() {
        sandbox.raw.call(
                "setMyCommands",
                "commands",
                json("[{'command':'ask','description':'Спросить'},{'command':'brief','description':'Обзор'}]"));
        Locator text = page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true));
        assertThat(page.locator("#commands")).isVisible();
        text.fill("/");
        assertThat(page.locator("#menu li")).hasCount(2);
        tab.checkAccess();
        text.fill("/br");
        assertThat(page.locator("#menu li")).hasCount(1);
        text.press("ArrowUp");
        page.keyboard().press("Enter");

        assertThat(text).hasValue("/brief ");
        assertThat(text).isFocused();
        assertThat(page.locator("#menu")).isHidden();
    }

    @Test
    void oneRepliesAndSeesThatTheBotTypes() {
        Locator message = html("Вопрос?");
        message.hover();
        message.getByLabel("Reply to Sanad sandbox").click();
        assertThat(page.locator("#reply")).containsText("Вопрос?");
        page.keyboard().type("Да");
        page.keyboard().press("Enter");
        assertThat(page.locator(".mine .quoted")).containsText("Вопрос?");
        assertThat(page.locator("#reply")).isHidden();

        Locator subtitle = page.locator("#subtitle");
        sandbox.raw.call("sendChatAction", "chat_id", sandbox.chat.id(), "action", "typing");
        assertThat(subtitle).hasText("typing…");
        sandbox.send("Хорошо.");
        assertThat(subtitle).hasText("bot");
    }

    @Test
    void aDocumentIsNamed() {
        sandbox.server.people().document(sandbox.chat, sandbox.anna, "مقاله.md", "text/markdown", new byte[1], "нет");

        assertThat(page.locator(".mine .document")).containsText("مقاله.md");
        assertThat(page.locator(".mine .text")).hasText("нет");
    }

    @Test
    void theColoursFollowTheSystemUntilOneChooses() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(page.locator("html")).hasCSS("background-color", "rgb(18, 22, 23)");
        page.locator("#theme").click();
        assertThat(page.locator("html")).hasCSS("background-color", "rgb(239, 238, 233)");
        page.reload();
        assertThat(page.locator("html")).hasCSS("background-color", "rgb(239, 238, 233)");
    }
}
