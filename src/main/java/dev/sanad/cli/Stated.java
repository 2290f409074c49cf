package dev.sanad.cli;

import java.nio.file.Path;

/**
 * A setting as someone wrote it.
 *
 * @param path of the key, with the user's name where it has one
 * @param value not blank; a list is written with commas between its members and {@code \,} for a comma within one
 * @param where a variable's name, or a file and line
 * @param folder what relative paths in it belong to
 */
record Stated(Key key, String path, String value, String where, Path folder) {

    /** The fault of a value that is not allowed. */
    String fault() {
        return "%s: %s (set by %s) is not allowed; it must be %s"
                .formatted(path, key.shown(value), where, key.allowed());
    }
}
