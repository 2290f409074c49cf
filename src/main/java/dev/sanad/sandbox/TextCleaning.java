package dev.sanad.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the server does to a text before it stands in a message (TDLib, {@code clean_input_string} and {@code fix_formatted_text}): control
 * characters become spaces, carriage returns, the embedding controls U+2028…U+202E and three combining lines go, ends are trimmed; entities move
 * along, and those that hold only white space go.
 */
final class TextCleaning {
    private TextCleaning() {}

    static FormattedText clean(FormattedText given) {
        StringBuilder kept = new StringBuilder();
        int[] moved = new int[given.text().length() + 1];
        for (int i = 0; i < given.text().length(); i++) {
            moved[i] = kept.length();
            char c = given.text().charAt(i);
            if (!isDropped(c)) {
                kept.append(c < ' ' && c != '\n' ? ' ' : c);
            }
        }
        moved[given.text().length()] = kept.length();
        List<Entity> entities = new ArrayList<>();
        for (Entity entity : given.entities()) {
            moved(entity, moved[entity.offset()], moved[entity.end()], kept).ifPresent(entities::add);
        }
        return trimmed(kept.toString(), EntityRules.nested(entities));
    }

    private static Optional<Entity> moved(Entity entity, int from, int to, CharSequence text) {
        boolean marksWords = text.subSequence(from, to).chars().anyMatch(c -> c != ' ' && c != '\n');
        return marksWords ? Optional.of(entity.at(from, to)) : Optional.empty();
    }

    private static FormattedText trimmed(String text, List<Entity> entities) {
        int end = text.length();
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        // Leading white space stays where an entity begins with it, as in the real server.
        int firstMarked = entities.stream().mapToInt(Entity::offset).min().orElse(end);
        int start = 0;
        while (start < Math.min(firstMarked, end) && isBlank(text.charAt(start))) {
            start++;
        }
        List<Entity> shifted = new ArrayList<>();
        for (Entity entity : entities) {
            shifted.add(entity.at(entity.offset() - start, Math.min(entity.end(), end) - start));
        }
        return new FormattedText(text.substring(start, end), shifted);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n';
    }

    private static boolean isDropped(char c) {
        return c == '\r' || (c >= '\u2028' && c <= '\u202E') || c == '\u0333' || c == '\u033F' || c == '\u030A';
    }
}
