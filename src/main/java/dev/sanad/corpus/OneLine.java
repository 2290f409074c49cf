package dev.sanad.corpus;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Names and causes made safe to print: one line, control and invisible direction characters escaped. */
final class OneLine {
    private OneLine() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(point -> {
            int type = Character.getType(point);
            boolean unsafe = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE;
            if (unsafe) {
                out.append("\\u%04x".formatted(point));
            } else {
                out.appendCodePoint(point);
            }
        });
        return out.toString();
    }

    /** Why an operation on a file failed, without the file's name, which the caller states. */
    static String of(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "access denied";
            case NoSuchFileException missing -> "it is gone";
            case FileSystemException other when other.getReason() != null -> of(other.getReason());
            default -> of(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        };
    }
}
