package dev.sanad.sandbox;

import java.util.List;

/** A text as readers see it and what is marked in it, sorted by {@link Entity#ORDER}. */
record FormattedText(String text, List<Entity> entities) {
    FormattedText {
        entities = entities.stream().sorted(Entity.ORDER).toList();
        for (Entity entity : entities) {
            if (entity.end() > text.length()) {
                throw new IllegalArgumentException(
                        "%s ends after the text of %d units".formatted(entity, text.length()));
            }
        }
    }
}
