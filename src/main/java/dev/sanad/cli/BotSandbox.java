package dev.sanad.cli;

import dev.sanad.conversation.Roster;
import dev.sanad.sandbox.SandboxPage;
import dev.sanad.sandbox.SandboxServer;
import dev.sanad.sandbox.SandboxUser;
import dev.sanad.telegram.BotSettings;
import dev.sanad.telegram.Token;
import java.math.BigInteger;
import java.net.BindException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What {@code sanad bot --sandbox} runs against: a Bot API server, two people and a group, and a page to be one of them. All of it is in memory. */
final class BotSandbox implements AutoCloseable {
    private final String token;
    private final SandboxServer server;
    private final SandboxPage page;

    private BotSandbox(String token, SandboxServer server, SandboxPage page) {
        this.token = token;
        this.server = server;
        this.page = page;
    }

    /**
     * Starts both on loopback.
     *
     * @param port the page's; 0 for any free one
     */
    static BotSandbox start(int port) {
        String token = "4242:" + new BigInteger(128, new SecureRandom()).toString(36);
        SandboxServer server = SandboxServer.start(token, 0);
        SandboxUser leila = server.people().person("Leila", "leila", "ar");
        SandboxUser alex = server.people().person("Alex", "alex", "en");
        server.people().privateChat(leila);
        server.people().privateChat(alex);
        server.people().group("News desk", leila, alex);
        try {
            return new BotSandbox(token, server, SandboxPage.start(server, port, List.of(leila, alex)));
        } catch (RuntimeException e) {
            server.close();
            throw taken(port, e);
        }
    }

    private static RuntimeException taken(int port, RuntimeException thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof BindException) {
                return new Fault("--port", "%d is taken".formatted(port), "name another one, or none", thrown);
            }
        }
        return thrown;
    }

    BotSettings settings() {
        return BotSettings.of(new Token(token), Optional.of(server.address()), Optional.empty(), Roster.anybody());
    }

    /** A database in memory, so that nothing is mixed with what a real bot keeps, and nothing stays. */
    String storeUrl() {
        return "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID());
    }

    URI page() {
        return page.address();
    }

    @Override
    public void close() {
        page.close();
        server.close();
    }
}
