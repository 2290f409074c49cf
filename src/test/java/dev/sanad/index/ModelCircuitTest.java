package dev.sanad.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ModelCircuitTest {
    private final CircuitBreaker circuit = ModelCircuit.of("model", ModelCircuit.LEFT_ALONE);

    @Test
    void aReplyThatTookMinutesIsNoFailure() {
        circuit.onSuccess(5, TimeUnit.MINUTES);
        assertThat(circuit.tryAcquirePermission()).isTrue();
    }

    @Test
    void aModelThatFailedIsLeftAlone() {
        circuit.onError(1, TimeUnit.SECONDS, new IOException("cut"));
        assertThat(circuit.tryAcquirePermission()).isFalse();
    }
}
