package dev.sanad.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** "Getting updates": {@code getUpdates}, and the webhook. */
final class UpdateMethods {
    private static final int MAX_LIMIT = 100;
    /** The real server cuts longer polls to this; the documents name no bound. */
    private static final int MAX_TIMEOUT_SECONDS = 50;

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{0,256}");

    private final Updates updates;
    private final Hook hook;

    UpdateMethods(Updates updates, Hook hook) {
        this.updates = updates;
        this.hook = hook;
    }

    void addTo(Methods methods) {
        methods.add("getUpdates", this::getUpdates);
        methods.add("setWebhook", this::setWebhook);
        methods.add("deleteWebhook", this::deleteWebhook);
        methods.add("getWebhookInfo", call -> webhookInfo());
    }

    /** "Values between 1-100 are accepted": the real server takes the nearest of them, and so does this one. */
    private JsonNode getUpdates(Parameters call) {
        int limit = Math.clamp(call.integer("limit").orElse(MAX_LIMIT), 1, MAX_LIMIT);
        int seconds = Math.clamp(call.integer("timeout").orElse(0), 0, MAX_TIMEOUT_SECONDS);
        int offset = call.integer("offset").orElse(0);
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        updates.take(offset, limit, Duration.ofSeconds(seconds), allowed(call)).forEach(result::add);
        return result;
    }

    private static Optional<Set<String>> allowed(Parameters call) {
        return call.json("allowed_updates").map(list -> {
            Set<String> kinds = new HashSet<>();
            list.forEach(kind -> kinds.add(kind.textValue()));
            if (!list.isArray() || kinds.contains(null)) {
                throw ApiException.badRequest("allowed_updates must be an Array of String");
            }
            return kinds;
        });
    }

    /** As a Bot API server of one's own, which delivers without TLS, too; this one only to the machine that it runs on. */
    private JsonNode setWebhook(Parameters call) {
        String address = call.string("url").orElse("");
        String secret = call.string("secret_token").orElse("");
        if (!address.isEmpty() && !address.startsWith("https://") && !address.startsWith("http://127.0.0.1:")) {
            throw ApiException.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
        }
        if (!SECRET.matcher(secret).matches()) {
            throw ApiException.badRequest("secret token contains unallowed characters");
        }
        hook.forget();
        updates.setWebhook(address, secret, call.flag("drop_pending_updates"), allowed(call));
        return BooleanNode.TRUE;
    }

    private JsonNode deleteWebhook(Parameters call) {
        updates.setWebhook("", "", call.flag("drop_pending_updates"), Optional.empty());
        return BooleanNode.TRUE;
    }

    private JsonNode webhookInfo() {
        ObjectNode info = BotApiJson.object()
                .put("url", updates.webhook())
                .put("has_custom_certificate", false)
                .put("pending_update_count", updates.pendingCount());
        hook.lastError()
                .ifPresent(error -> info.put("last_error_date", error.at().getEpochSecond())
                        .put("last_error_message", error.message()));
        if (!updates.allowed().isEmpty()) {
            ArrayNode kinds = info.putArray("allowed_updates");
            updates.allowed().stream().sorted().forEach(kinds::add);
        }
        return info;
    }
}
