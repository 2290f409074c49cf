package dev.sanad.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.sanad.sandbox.Chromium;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code sanad bot --sandbox} in a real browser. Each test ends with a look at what the browser complained of and where it called. With
 * {@code -Dscreenshots=write} the images of the README are made anew.
 */
class SandboxPageIT {
    private static final Pattern ADDRESS = Pattern.compile("open (http://127\\.0\\.0\\.1:[0-9]+/) in a browser");
    private static final Pattern MESSAGE = Pattern.compile("\\{\"message_id\":([0-9]+)}");
    private static final String ENGLISH = "Which bases does Russia want to keep in Syria?";
    private static final String ARABIC = "ما هي مدة اتفاق الشراكة الاستراتيجية بين روسيا وإيران؟";

    @TempDir
    static Path folder;

    private static CommandLineRun run;
    private static Thread bot;
    private static String address;
    private static Chromium chromium;

    private Chromium.Tab tab;
    private Page page;

    @BeforeAll
    static void start() throws InterruptedException {
        chromium = Chromium.start();
        run = new CommandLineRun(folder, folder);
        bot = Thread.ofVirtual().start(() -> run.run("bot", "--sandbox"));
        address = address();
    }

    private static String address() throws InterruptedException {
        Matcher said = ADDRESS.matcher(run.err());
        while (!said.find()) {
            Assertions.assertThat(bot.isAlive()).as(run.err()).isTrue();
            Thread.sleep(100);
            said = ADDRESS.matcher(run.err());
        }
        return said.group(1);
    }

    @AfterAll
    static void end() throws InterruptedException {
        if (chromium != null) {
            chromium.close();
        }
        if (bot != null) {
            bot.interrupt();
            bot.join();
        }
    }

    @BeforeEach
    void open() {
        tab = chromium.open(URI.create(address));
        page = tab.page();
    }

    @AfterEach
    void nothingWasWrongAndNothingLeftLoopback() {
        tab.end();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Leila | ما هي مدة اتفاق الشراكة الاستراتيجية بين روسيا وإيران؟ | 20 | rtl
        Alex  | Which bases does Russia want to keep in Syria?         | the Hmeimim air base and the Tartus naval base | ltr
        """)
    void aQuestionIsAnsweredAndItsSourceIsOpenedAndLeftAgain(
            String seat, String question, String words, String direction) {
        sit(seat);
        chat("Sanad sandbox");
        Locator answer = ask(question);
        assertThat(answer).containsText(words);
        assertThat(answer).containsText("[1]");
        String before = answer.locator(".text").textContent();

        answer.getByRole(AriaRole.BUTTON, named("[1]")).click();
        assertThat(answer.locator(".text")).not().hasText(before);
        assertThat(answer.locator("blockquote strong").first()).not().isEmpty();
        Locator back = answer.locator(".key").last();
        assertThat(back).hasCSS("direction", direction);
        assertThat(answer.locator(".key").first()).isFocused();

        back.press("Enter");
        assertThat(answer.locator(".text")).hasText(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Leila | ما هي مدة اتفاق الشراكة الاستراتيجية بين روسيا وإيران؟
        Alex  | Which bases does Russia want to keep in Syria?
        """)
    void inAGroupTheBotAnswersToItsNameAlone(String seat, String question) {
        sit(seat);
        chat("News desk");
        Locator unanswered = ask(question);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mention @sanad_sandbox_bot"))
                .click();
        page.keyboard().type(question);
        Locator answer = sent();

        assertThat(answer.locator(".quoted")).containsText(seat + "@sanad_sandbox_bot");
        assertThat(unanswered).hasCount(1);
    }

    @Test
    void whatIsWrittenStaysText() {
        sit("Alex");
        chat("News desk");
        ask("<img src=x onerror=alert(1)> <b>&amp;</b>");

        assertThat(page.locator(".mine").last()).containsText("<img src=x onerror=alert(1)> <b>&amp;</b>");
        assertThat(page.locator(".mine img")).hasCount(0);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everyoneCanReadAndReachIt(ColorScheme colours) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        sit("Alex");
        chat("Sanad sandbox");
        Locator answer = ask(ENGLISH);
        answer.getByRole(AriaRole.BUTTON, named("[1]")).click();
        assertThat(answer.locator("blockquote strong")).not().isEmpty();
        tab.checkAccess();

        page.setViewportSize(390, 780);
        tab.checkAccess();
        page.getByLabel("All chats").click();
        tab.checkAccess();
    }

    @Test
    void theImagesOfTheReadmeAreMade() {
        assumeTrue("write".equals(System.getProperty("screenshots")), "-Dscreenshots=write makes them");
        // tall enough for a question and what follows it
        page.setViewportSize(1000, 1240);
        sit("Leila");
        chat("Sanad sandbox");
        assertThat(ask(ARABIC)).containsText("[1]");
        shoot("sandbox-light.png");

        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(1000, 800);
        sit("Alex");
        chat("Sanad sandbox");
        Locator answer = ask(ENGLISH);
        answer.getByRole(AriaRole.BUTTON, named("[1]")).click();
        assertThat(answer.getByRole(AriaRole.BUTTON, named("[1]"))).hasCount(0);
        shoot("sandbox-dark.png");
    }

    private void shoot(String name) {
        page.mouse().move(0, 0);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("src/docs/images", name)));
    }

    private void sit(String seat) {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(seat))
                .check();
        assertThat(page.locator("#chats li")).hasCount(2);
    }

    private void chat(String title) {
        page.getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(title))
                .first()
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(2)))
                .hasText(title);
    }

    /** What the bot says after this question. */
    private Locator ask(String question) {
        page.locator("#text").fill(question);
        return sent();
    }

    private Locator sent() {
        Response response = page.waitForResponse(
                address + "say", () -> page.locator("#text").press("Enter"));
        Matcher id = MESSAGE.matcher(response.text());
        Assertions.assertThat(id.find()).as(response.text()).isTrue();
        assertThat(page.locator("#message-" + id.group(1))).isVisible();
        return page.locator("#message-%s ~ .theirs".formatted(id.group(1)));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
