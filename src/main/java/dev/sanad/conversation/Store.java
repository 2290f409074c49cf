package dev.sanad.conversation;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.sanad.language.Language;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;

/**
 * What is kept between messages: answers behind buttons, what a chat prefers and spent, and what was asked last. A method that writes returns when the rows are committed;
 * with {@link #h2(Path)} committed means on disk. Safe for use by many threads.
 */
public final class Store implements AutoCloseable {
    private static final int KEY_BYTES = 16;

    /** An answer's words are dropped after that, if nobody judged it: newer articles may answer otherwise. */
    private static final Duration KEPT = Duration.ofDays(90);

    /** Of a row whose body was dropped. */
    private static final int DROPPED = 0;

    private final HikariDataSource pool;
    private final Rows rows;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    private Store(HikariDataSource pool, Clock clock) {
        this.pool = pool;
        this.rows = new Rows(pool);
        this.clock = clock;
    }

    /** The default address: an H2 file in {@code folder}. */
    public static String h2(Path folder) {
        return "jdbc:h2:file:" + folder.toAbsolutePath().normalize().resolve("sanad");
    }

    /**
     * What H2 must be told where the address does not say otherwise: to hold no commit back, for a halted process would lose it; not to close itself when it is asked to end, beside a bot that
     * lets its last answers out; and to look again where a transaction reads what it has just written (H2 2.4 takes the result of the same query before that). Faults reach us; it need not write them into a file of its own, too.
     */
    private static String told(String jdbcUrl) {
        return !jdbcUrl.startsWith("jdbc:h2:")
                ? jdbcUrl
                : Stream.of(
                                "WRITE_DELAY=0",
                                "DB_CLOSE_ON_EXIT=FALSE",
                                "OPTIMIZE_REUSE_RESULTS=FALSE",
                                "TRACE_LEVEL_FILE=0")
                        .filter(setting -> !jdbcUrl.toUpperCase(Locale.ROOT)
                                .contains(setting.substring(0, setting.indexOf('=') + 1)))
                        .reduce(jdbcUrl, (url, setting) -> url + ";" + setting);
    }

    /**
     * Opens the store at a JDBC address, creating or migrating its tables.
     *
     * @throws StoreException where it cannot be opened, another process holding it among the causes
     */
    public static Store open(String jdbcUrl, Clock clock) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(told(jdbcUrl));
        config.setMaximumPoolSize(8);
        config.setPoolName("sanad-store");
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw StoreFault.opening(jdbcUrl, e);
        }
        try {
            Flyway.configure(Store.class.getClassLoader())
                    .dataSource(pool)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        } catch (RuntimeException e) {
            pool.close();
            throw StoreFault.opening(jdbcUrl, e);
        }
        Store store = new Store(pool, clock);
        store.dropOld();
        return store;
    }

    private void dropOld() {
        rows.useTransaction(handle -> handle.createUpdate(
                        "update shown set version = :dropped, body = '' where shown_at < :limit and version <>"
                                + " :dropped and id not in (select shown_id from opinion)")
                .bind("dropped", DROPPED)
                .bind("limit", now().minus(KEPT))
                .execute());
    }

    /**
     * Keeps what {@code owner} is shown, with one button for each of the first {@code cards} citations and, where there is any, one that leads back.
     *
     * @param thread the forum topic of a group; 0 outside of topics
     * @return it as it can be come back to; without buttons where nothing is cited
     */
    public Pressed.Kept keep(Shown shown, Pressed.Owner owner, int thread, int cards) {
        List<Button> buttons = new ArrayList<>();
        shown.citations().stream().limit(cards).forEach(citation -> buttons.add(new Button(key(), citation.marker())));
        if (!buttons.isEmpty()) {
            buttons.addFirst(new Button(key(), Button.BACK));
        }
        return rows.inTransaction(handle -> {
            long id = insert(handle, shown, owner, thread);
            var batch = handle.prepareBatch(
                    "insert into button (opaque_key, shown_id, marker) values (:key, :shown, :marker)");
            for (Button button : buttons) {
                batch.bind("key", button.key())
                        .bind("shown", id)
                        .bind("marker", button.marker())
                        .add();
            }
            batch.execute();
            Map<View, String> opinions = Stream.of(Opinion.GOOD, Opinion.BAD)
                    .map(Opinion::view)
                    .collect(Collectors.toMap(view -> view, view -> ViewKeys.insert(handle, id, view, key())));
            return new Pressed.Kept(id, owner, View.of(Button.BACK), shown, buttons, opinions);
        });
    }

    /** What a key leads to; empty where it is none of ours. */
    public Optional<Pressed> pressed(String key) {
        return rows.inTransaction(handle -> handle.createQuery("""
            select shown.id, shown.chat_id, shown.user_id, shown.version, shown.body, shown.request,
                named.marker, named.passage_id, named.kind
            from (select shown_id, marker, '' as passage_id, 'ORIGINAL' as kind from button where opaque_key = :key
                union all select shown_id, marker, passage_id, kind from view_key where opaque_key = :key) named
            join shown on shown.id = named.shown_id\
            """)
                .bind("key", key)
                .map((row, context) -> pressed(handle, row))
                .findOne());
    }

    /** The last that was shown in the room and has citations, as its way back shows it; empty where there is none, or it is no longer kept. */
    public Optional<Pressed.Kept> latest(Room room) {
        return rows.inTransaction(handle -> handle.createQuery("""
            select id, chat_id, user_id, version, body, request, 0 as marker, '' as passage_id, 'ORIGINAL' as kind
            from shown where chat_id = :chat and thread_id = :thread and cited order by id desc limit 1\
            """)
                .bindMethods(room)
                .map((row, context) -> pressed(handle, row))
                .findOne()
                .filter(Pressed.Kept.class::isInstance)
                .map(Pressed.Kept.class::cast));
    }

    private static Pressed pressed(Handle handle, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        Pressed.Owner owner = new Pressed.Owner(row.getLong("chat_id"), row.getLong("user_id"));
        View view = new View(
                row.getInt("marker"),
                ViewKeys.passage(row.getString("passage_id")),
                View.Kind.valueOf(row.getString("kind")));
        Optional<String> request = Optional.ofNullable(row.getString("request"));
        return ShownJson.read(row.getInt("version"), row.getString("body"))
                .<Pressed>map(shown -> new Pressed.Kept(id, owner, view, shown, buttons(handle, id)))
                .orElseGet(() -> new Pressed.Expired(id, owner, view, request));
    }

    Rows rows() {
        return rows;
    }

    /** The language of the chat's last question whose language was certain. */
    public Optional<Language> lastLanguage(long chat) {
        return rows.inTransaction(handle -> lastTag(handle, chat)).flatMap(Language::ofTag);
    }

    /** Writes nothing where it is the language that the chat spoke before, as it is for most: then no commit is waited for. */
    public void rememberLanguage(long chat, Language language) {
        rows.useTransaction(handle -> {
            Optional<String> before = lastTag(handle, chat);
            if (before.equals(Optional.of(language.tag()))) {
                return;
            }
            String change = before.isPresent()
                    ? "update chat set last_language = :tag where chat_id = :chat"
                    : "insert into chat (chat_id, last_language) values (:chat, :tag)";
            handle.createUpdate(change)
                    .bind("tag", language.tag())
                    .bind("chat", chat)
                    .execute();
        });
    }

    private static Optional<String> lastTag(Handle handle, long chat) {
        return handle.createQuery("select last_language from chat where chat_id = :chat")
                .bind("chat", chat)
                .mapTo(String.class)
                .findOne();
    }

    /** Tokens that were spent for the chat today, by UTC. */
    public long spentToday(long chat) {
        return rows.inTransaction(
                handle -> handle.createQuery("select tokens from spent where chat_id = :chat and spent_on = :day")
                        .bind("chat", chat)
                        .bind("day", today())
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(0L));
    }

    /** Adds to what was spent for the chat today. */
    public void spend(long chat, long tokens) {
        rows.useTransaction(handle -> {
            int changed = handle.createUpdate(
                            "update spent set tokens = tokens + :tokens where chat_id = :chat and spent_on = :day")
                    .bind("tokens", tokens)
                    .bind("chat", chat)
                    .bind("day", today())
                    .execute();
            if (changed == 0) {
                handle.createUpdate("insert into spent (chat_id, spent_on, tokens) values (:chat, :day, :tokens)")
                        .bind("chat", chat)
                        .bind("day", today())
                        .bind("tokens", tokens)
                        .execute();
            }
        });
    }

    /** What was asked in the room, oldest first. */
    List<Turn> turns(Room room) {
        return rows.inTransaction(handle -> turns(handle, room));
    }

    /** Adds the latest turn of the room, and drops the oldest that are beyond {@code tokens}. */
    void addTurn(Room room, long user, Turn turn, int tokens) {
        rows.useTransaction(handle -> {
            handle.createUpdate("""
                insert into turn (chat_id, thread_id, user_id, asked, searched, language, whole, said)
                values (:chat, :thread, :user, :asked, :searched, :language, :whole, :said)\
                """)
                    .bindMethods(room)
                    .bind("user", user)
                    .bind("asked", turn.asked())
                    .bind("searched", turn.searched())
                    .bind("language", turn.language().tag())
                    .bind("whole", turn.whole())
                    .bind("said", turn.said())
                    .execute();
            int kept = Turn.latest(turns(handle, room), tokens).size();
            handle.createUpdate("""
                delete from turn where chat_id = :chat and thread_id = :thread and id not in (
                    select id from turn where chat_id = :chat and thread_id = :thread order by id desc limit :kept)\
                """).bindMethods(room).bind("kept", kept).execute();
        });
    }

    /** Forgets what was asked in the room. */
    public void forget(Room room) {
        rows.useTransaction(
                handle -> handle.createUpdate("delete from turn where chat_id = :chat and thread_id = :thread")
                        .bindMethods(room)
                        .execute());
    }

    private static List<Turn> turns(Handle handle, Room room) {
        return handle.createQuery("""
            select asked, searched, language, whole, said from turn
            where chat_id = :chat and thread_id = :thread order by id\
            """)
                .bindMethods(room)
                .map((row, context) -> new Turn(
                        row.getString("asked"),
                        row.getString("searched"),
                        Language.ofTag(row.getString("language")).orElse(Language.ENGLISH),
                        row.getBoolean("whole"),
                        row.getString("said")))
                .list();
    }

    Clock clock() {
        return clock;
    }

    /** By UTC, as is the next. */
    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    LocalDate today() {
        return now().toLocalDate();
    }

    @Override
    public void close() {
        pool.close();
    }

    private long insert(Handle handle, Shown shown, Pressed.Owner owner, int thread) {
        return handle.createUpdate("""
            insert into shown (chat_id, user_id, thread_id, shown_at, version, body, request, cited)
            values (:chat, :user, :thread, :at, :version, :body, :request, :cited)\
            """)
                .bind("chat", owner.chat())
                .bind("user", owner.user())
                .bind("thread", thread)
                .bind("at", now())
                .bind("version", ShownJson.VERSION)
                .bind("body", ShownJson.write(shown))
                .bind("request", shown.request())
                .bind("cited", !shown.citations().isEmpty())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    private static List<Button> buttons(Handle handle, long shown) {
        return handle.createQuery("select opaque_key, marker from button where shown_id = :shown order by marker")
                .bind("shown", shown)
                .map((row, context) -> new Button(row.getString("opaque_key"), row.getInt("marker")))
                .list();
    }

    /** Opaque and random. */
    String key() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
