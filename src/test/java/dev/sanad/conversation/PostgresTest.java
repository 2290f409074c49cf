package dev.sanad.conversation;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** All that is stored, on a real PostgreSQL. */
class PostgresTest {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static String database() {
        String name = "sanad" + DATABASES.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.getJdbcUrl("postgres", name);
    }

    @Nested
    class Stores extends StoreTest {
        private final String url = database();

        /** No test here: it holds for a file alone. */
        @Override
        void aStoreThatAnotherProcessHoldsIsRefusedInOneLineThatSaysWhatToDo() {}

        @Override
        String url() {
            return url;
        }
    }

    @Nested
    class Inboxes extends InboxTest {
        private final String url = database();

        @Override
        String url() {
            return url;
        }
    }

    @Nested
    class Codes extends PairingCodesTest {
        private final String url = database();

        @Override
        String url() {
            return url;
        }
    }

    @Nested
    class Budgets extends ChatBudgetTest {
        private final String url = database();

        @Override
        String url() {
            return url;
        }
    }

    @Nested
    class Everything extends TracesTest {
        @Override
        String url() {
            return database();
        }
    }
}
