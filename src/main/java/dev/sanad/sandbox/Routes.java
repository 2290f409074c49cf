package dev.sanad.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.ServletException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** "Making requests": {@code /bot<token>/METHOD_NAME} by GET and POST, an {@code ok} object in answer; scripted faults on the way. */
final class Routes {
    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
    private static final Pattern PATH = Pattern.compile("/bot([^/]+)/([^/]+)/?");
    private static final Pattern FILE = Pattern.compile("/file/bot([^/]+)/(.+)");

    private final byte[] token;
    private final Methods methods;
    private final Faults faults;
    private final Calls calls;
    private final Files files;

    Routes(String token, Methods methods, Faults faults, Calls calls, Files files) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.methods = methods;
        this.faults = faults;
        this.calls = calls;
        this.files = files;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/file/*", this::download);
        routes.get("/*", this::handle);
        routes.post("/*", this::handle);
        routes.exception(ApiException.class, (refused, request) -> refuse(request, refused));
        routes.exception(
                HttpResponseException.class,
                (e, request) -> answer(request, e.getStatus(), error(e.getStatus(), String.valueOf(e.getMessage()))));
        // Jetty wraps what it finds wrong with a multipart body.
        routes.exception(
                ServletException.class,
                (e, request) -> refuse(request, ApiException.badRequest("can't parse multipart body")));
        routes.exception(RuntimeException.class, (e, request) -> {
            LOG.error("a call of the sandbox failed", e);
            refuse(request, ApiException.internal("the sandbox is at fault, not the call"));
        });
    }

    private void handle(Context request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            throw ApiException.notFound();
        }
        checkToken(path.group(1));
        String name = path.group(2).toLowerCase(Locale.ROOT);
        Parameters parameters = Parameters.of(request);
        calls.add(name, parameters);
        Methods.Method method = methods.find(name).orElseThrow(ApiException::methodNotFound);
        Optional<Fault> fault = faults.take(name);
        if (fault.isPresent() && !goesOn(fault.get(), request)) {
            return;
        }
        JsonNode result = method.call(parameters);
        if (fault.filter(Fault.CutAfter.class::isInstance).isPresent()) {
            cut(request);
            return;
        }
        if (fault.orElse(null) instanceof Fault.LateReply late) {
            sleep(late.length());
        }
        ObjectNode body = BotApiJson.object().put("ok", true);
        body.set("result", result);
        answer(request, 200, body);
    }

    private void checkToken(String given) {
        if (!MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8))) {
            throw ApiException.unauthorized();
        }
    }

    /** "https://api.telegram.org/file/bot<token>/<file_path>"; faults are scripted for it under the name {@code file}. */
    private void download(Context request) {
        Matcher path = FILE.matcher(request.path());
        if (!path.matches()) {
            throw ApiException.notFound();
        }
        checkToken(path.group(1));
        Files.Kept kept = files.byPath(path.group(2))
                .filter(one -> one.file().bytes() <= FileMethods.MOST_BYTES)
                .orElseThrow(ApiException::notFound);
        Optional<Fault> fault = faults.take("file");
        if (fault.isPresent() && !goesOn(fault.get(), request)) {
            return;
        }
        if (fault.filter(Fault.CutAfter.class::isInstance).isPresent()) {
            cut(request);
        } else {
            request.contentType("application/octet-stream").result(files.content(kept));
        }
    }

    /** Whether the call is still to be done. */
    private static boolean goesOn(Fault fault, Context request) {
        switch (fault) {
            case Fault.TooManyRequests wait -> throw ApiException.tooManyRequests(wait.retryAfterSeconds());
            case Fault.Refused refused -> throw ApiException.badRequest("refused by the script of the sandbox");
            case Fault.Conflict conflict ->
                throw ApiException.conflict(
                        "terminated by other getUpdates request; make sure that only one bot instance is running");
            case Fault.ServerError error -> answer(request, 500, error(500, "Internal Server Error"));
            case Fault.BadGateway gateway ->
                request.status(502).html("<html><head><title>502 Bad Gateway</title></head><body></body></html>");
            case Fault.CutBefore cut -> cut(request);
            case Fault.CutAfter cut -> {
                return true;
            }
            case Fault.LateReply late -> {
                return true;
            }
            case Fault.Delay delay -> {
                sleep(delay.length());
                return true;
            }
        }
        return false;
    }

    private static void sleep(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void cut(Context request) {
        ServletContextRequest.getServletContextRequest(request.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    private static void refuse(Context request, ApiException refused) {
        ObjectNode body = error(refused.code(), refused.description());
        refused.retryAfterSeconds().ifPresent(seconds -> {
            body.putObject("parameters").put("retry_after", seconds);
            request.header("Retry-After", String.valueOf(seconds));
        });
        refused.supergroup()
                .ifPresent(supergroup -> body.putObject("parameters").put("migrate_to_chat_id", supergroup));
        answer(request, refused.code(), body);
    }

    private static ObjectNode error(int code, String description) {
        return BotApiJson.object().put("ok", false).put("error_code", code).put("description", description);
    }

    private static void answer(Context request, int status, ObjectNode body) {
        request.status(status)
                .contentType("application/json")
                .result(body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
