package dev.sanad.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the documents of people hold. Safe for many threads. */
final class Files {
    private final Guard guard;
    private final Map<String, Kept> kept = new HashMap<>();
    private final Map<String, byte[]> contents = new HashMap<>();
    private int next = 1;

    Files(Guard guard) {
        this.guard = guard;
    }

    /** A file and where it can be fetched, below {@code /file/bot<token>/}. */
    record Kept(SandboxFile file, String path) {}

    SandboxFile keep(String name, String mimeType, byte[] content) {
        return guard.change(() -> {
            String id = "BQACAgSandbox%d".formatted(next);
            // the real server names files by number, with the ending that they were sent with
            String ending = name.replaceFirst("^.*?(\\.[A-Za-z0-9]{1,8})?$", "$1");
            SandboxFile file = new SandboxFile(id, name, mimeType, content.length);
            kept.put(id, new Kept(file, "documents/file_%d%s".formatted(next++, ending)));
            contents.put(id, content.clone());
            return file;
        });
    }

    Optional<Kept> byId(String id) {
        return guard.read(() -> Optional.ofNullable(kept.get(id)));
    }

    byte[] content(Kept one) {
        return guard.read(
                () -> Objects.requireNonNull(contents.get(one.file().id())).clone());
    }

    Optional<Kept> byPath(String path) {
        return guard.read(() ->
                kept.values().stream().filter(one -> one.path().equals(path)).findFirst());
    }
}
