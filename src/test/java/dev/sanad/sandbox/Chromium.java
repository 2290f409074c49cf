package dev.sanad.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real browser, the one that {@code SANAD_TEST_CHROMIUM} names; a test is skipped where that is not set. */
public final class Chromium implements AutoCloseable {
    private static final double SOON_MILLIS = 60_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Chromium start() {
        Optional<Path> program = Optional.ofNullable(System.getenv("SANAD_TEST_CHROMIUM"))
                .filter(name -> !name.isEmpty())
                .map(Path::of);
        assumeTrue(program.isPresent(), "SANAD_TEST_CHROMIUM names no Chromium");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(SOON_MILLIS);
        return new Chromium(
                playwright,
                playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(program.orElseThrow())));
    }

    /** The page in a tab of its own, with no memory of others. */
    public Tab open(URI address) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1000, 800).setColorScheme(ColorScheme.LIGHT));
        context.setDefaultTimeout(SOON_MILLIS);
        return new Tab(context, address);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** A tab that notes what the browser complains of and whom it calls. */
    public static final class Tab {
        private final List<String> complaints = new CopyOnWriteArrayList<>();
        private final List<String> calls = new CopyOnWriteArrayList<>();
        private final BrowserContext context;
        private final URI address;
        private final Page page;

        private Tab(BrowserContext context, URI address) {
            this.context = context;
            this.address = address;
            context.onRequest(request -> calls.add(request.url()));
            context.onConsoleMessage(message -> {
                if (Set.of("error", "warning").contains(message.type())) {
                    complaints.add(message.text());
                }
            });
            context.onWebError(error -> complaints.add(error.error()));
            this.page = context.newPage();
            page.navigate(address.toString());
        }

        public Page page() {
            return page;
        }

        /** Nothing that axe-core calls serious or critical. */
        public void checkAccess() {
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .filteredOn(fault -> Set.of("serious", "critical").contains(fault.getImpact()))
                    .extracting(fault -> fault.getId() + ": "
                            + fault.getNodes().stream()
                                    .map(node -> node.getHtml())
                                    .toList())
                    .isEmpty();
        }

        /** Closes it; nothing may have been complained of, and nothing but the page's own server called. */
        public void end() {
            context.close();
            assertThat(complaints).isEmpty();
            assertThat(calls).isNotEmpty().allMatch(url -> url.startsWith(address.toString()));
        }
    }
}
