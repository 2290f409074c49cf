package dev.sanad.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All methods by name. */
final class Methods {
    private final Map<String, Method> byName = new HashMap<>();

    /** Does one call; the result is what stands in {@code result}. */
    @FunctionalInterface
    interface Method {
        /**
         * Does it.
         *
         * @throws ApiException where the call is refused
         */
        JsonNode call(Parameters parameters);
    }

    /** Names are told apart without case, as the real server does: some clients send them in lower case. */
    void add(String name, Method method) {
        byName.put(name.toLowerCase(Locale.ROOT), method);
    }

    Optional<Method> find(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }
}
