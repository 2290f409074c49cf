package dev.sanad.models;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Statuses that end a pull or let it wait. The codes are the hub's {@code X-Error-Code} (huggingface_hub, {@code utils/_http.py}): for a repository that does
 * not exist it answers 401, lest it tell which private ones do.
 */
final class Refusals {
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

    private Refusals() {}

    /**
     * @throws IOException for a fault that may pass
     * @throws ModelException for one that will not; the body is closed in both cases
     */
    static void check(String what, HttpResponse<InputStream> response, Predicate<URI> toHub) throws IOException {
        int status = response.statusCode();
        if (status / 100 == 2 || status == RANGE_NOT_SATISFIABLE) {
            return;
        }
        response.body().close();
        String code = response.headers().firstValue("X-Error-Code").orElse("");
        if ((status == 401 || status == 403) && !toHub.test(response.uri())) {
            // addresses of other servers are signed for a short time; the next attempt asks the hub for a new one
            throw new IOException("the server that the hub names answered " + status);
        }
        if (PASSING.contains(status)) {
            throw new IOException("the server answered " + status);
        }
        throw switch (status) {
            case 401, 403 -> refused(what, status, code);
            case 404, 410 -> missing(what, status, code);
            default ->
                new ModelException(
                        "%s: the hub answered %d; try again later or correct models.url".formatted(what, status));
        };
    }

    private static ModelException refused(String what, int status, String code) {
        return new ModelException(
                code.equals("GatedRepo")
                        ? "%s: its terms are not accepted (%d); accept them on its page at the hub and set the variable SANAD_MODELS_TOKEN"
                                .formatted(what, status)
                        : "%s: the hub refuses it (%d): no such repository, or a private one; correct the name or set the variable SANAD_MODELS_TOKEN"
                                .formatted(what, status));
    }

    private static ModelException missing(String what, int status, String code) {
        return new ModelException(
                switch (code) {
                    case "RevisionNotFound" ->
                        "%s: the hub has no such revision (%d); correct --revision, or take the present one with --update"
                                .formatted(what, status);
                    case "RepoNotFound" ->
                        "%s: the hub has no such repository (%d); correct the name".formatted(what, status);
                    default ->
                        "%s: the hub has no such file (%d); choose another model or set models.url to another hub"
                                .formatted(what, status);
                });
    }
}
