package dev.sanad.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairingCodesTest {
    private final Clock now = Clock.systemUTC();

    @TempDir
    Path folder;

    @Test
    void aCodeIsGoodOnceAndOutlivesARestart() {
        String code;
        try (Store store = store(now)) {
            PairingCodes codes = new PairingCodes(store);
            code = codes.issue(Role.ANALYST);
            assertThat(code).matches("[A-Za-z0-9_-]{22}");
            assertThat(codes.issue(Role.ASKER)).isNotEqualTo(code);
            assertThat(codes.redeem(code, role -> false)).isEmpty();
        }
        try (Store store = store(now)) {
            PairingCodes codes = new PairingCodes(store);
            assertThat(codes.redeem(code + "x", role -> true)).isEmpty();
            assertThat(codes.redeem("' or '1'='1", role -> true)).isEmpty();
            assertThat(codes.redeem(code, role -> role == Role.ANALYST)).contains(Role.ANALYST);
            assertThat(codes.redeem(code, role -> true)).isEmpty();
        }
    }

    @Test
    void aCodeEnds() {
        String code;
        try (Store store = store(now)) {
            code = new PairingCodes(store).issue(Role.ASKER);
        }
        try (Store store = store(Clock.offset(now, PairingCodes.VALID.plusSeconds(5)))) {
            PairingCodes codes = new PairingCodes(store);
            assertThat(codes.redeem(code, role -> true)).isEmpty();
            String other = codes.issue(Role.ASKER);
            assertThat(codes.redeem(other, role -> true)).contains(Role.ASKER);
        }
        try (Store store = store(Clock.offset(now, PairingCodes.VALID.minus(Duration.ofMinutes(1))))) {
            assertThat(new PairingCodes(store).redeem(code, role -> true)).isEmpty();
        }
    }

    @Test
    void ofManyWhoComeWithOneCodeOneIsLetIn() throws Exception {
        try (Store store = store(now);
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            PairingCodes codes = new PairingCodes(store);
            for (int round = 0; round < 20; round++) {
                String code = codes.issue(Role.ASKER);
                List<Callable<Optional<Role>>> tries = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    tries.add(() -> codes.redeem(code, role -> true));
                }
                int let = 0;
                for (Future<Optional<Role>> one : people.invokeAll(tries)) {
                    let += one.get().isPresent() ? 1 : 0;
                }
                assertThat(let).isEqualTo(1);
            }
        }
    }

    /** Of a database that outlives its stores and no test shares. */
    String url() {
        return Store.h2(folder);
    }

    private Store store(Clock clock) {
        return Store.open(url(), clock);
    }
}
