package dev.sanad.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code getFile}; what it names is fetched by {@link Routes}. */
final class FileMethods {
    /** "For the moment, bots can download files of up to 20MB in size." */
    static final int MOST_BYTES = 20 * 1024 * 1024;

    private final Files files;

    FileMethods(Files files) {
        this.files = files;
    }

    void addTo(Methods methods) {
        methods.add("getFile", this::file);
    }

    private JsonNode file(Parameters call) {
        Files.Kept kept = files.byId(call.string("file_id").orElse(""))
                .orElseThrow(() -> ApiException.badRequest("invalid file_id"));
        if (kept.file().bytes() > MOST_BYTES) {
            throw ApiException.badRequest("file is too big");
        }
        return BotApiJson.file(kept.file()).put("file_path", kept.path());
    }
}
