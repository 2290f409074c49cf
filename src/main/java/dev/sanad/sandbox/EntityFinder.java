package dev.sanad.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what the server marks by itself: addresses, mentions, commands, hashtags. Addresses without {@code http://} or {@code https://} are not
 * found: that needs the list of all top-level domains.
 */
final class EntityFinder {
    private static final Map<Entity.Type, Pattern> FOUND = new LinkedHashMap<>();

    static {
        FOUND.put(
                Entity.Type.URL, Pattern.compile("(?i)(?<![\\p{L}\\p{N}_])https?://[^\\s<>\"]*[^\\s<>\".,:;!?'()\\]]"));
        FOUND.put(
                Entity.Type.EMAIL,
                Pattern.compile(
                        "(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})*\\.[A-Za-z]{2,24}\\b"));
        FOUND.put(Entity.Type.MENTION, Pattern.compile("(?<![\\p{L}\\p{N}_/])@[A-Za-z0-9_]{3,32}(?![A-Za-z0-9_])"));
        FOUND.put(
                Entity.Type.BOT_COMMAND,
                Pattern.compile(
                        "(?<![\\p{L}\\p{N}_/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\\p{L}\\p{N}_/<>@])"));
        FOUND.put(
                Entity.Type.HASHTAG,
                Pattern.compile("(?<![\\p{L}\\p{N}_])#(?=[^\\s#]*\\p{L})[\\p{L}\\p{M}\\p{N}_\\u200C]{1,256}(?!#)"));
    }

    private EntityFinder() {}

    /** Entities that the text already has win; in code nothing is found. */
    static FormattedText addTo(FormattedText given) {
        List<Entity> entities = new ArrayList<>(given.entities());
        FOUND.forEach((type, pattern) -> {
            Matcher found = pattern.matcher(given.text());
            while (found.find()) {
                Entity entity = new Entity(type, found.start(), found.end() - found.start());
                if (entities.stream().noneMatch(other -> excludes(other, entity))) {
                    entities.add(entity);
                }
            }
        });
        return new FormattedText(given.text(), entities);
    }

    private static boolean excludes(Entity other, Entity found) {
        return other.type().nesting() == Entity.Nesting.ALONE && other.overlaps(found);
    }
}
