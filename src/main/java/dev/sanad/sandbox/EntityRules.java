package dev.sanad.sandbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes entities obey the nesting that the Bot API states: quotations hold no quotation; code, links and the like do not hold each other (the outer
 * stays); nothing is bold inside code; stretches of one free kind that overlap are one.
 */
final class EntityRules {
    private EntityRules() {}

    static List<Entity> nested(List<Entity> given) {
        List<Entity> quotes = firstOfOverlapping(given, Entity.Nesting.QUOTE);
        List<Entity> alone = firstOfOverlapping(given, Entity.Nesting.ALONE);
        alone.removeIf(entity -> quotes.stream().anyMatch(quote -> crosses(quote, entity)));
        List<Entity> kept = new ArrayList<>(quotes);
        kept.addAll(alone);
        for (Entity.Type type : Entity.Type.values()) {
            if (type.nesting() == Entity.Nesting.FREE) {
                kept.addAll(outsideCode(united(given, type), alone));
            }
        }
        kept.sort(Entity.ORDER);
        return kept;
    }

    private static boolean crosses(Entity quote, Entity other) {
        return quote.overlaps(other) && !quote.contains(other) && !other.contains(quote);
    }

    private static List<Entity> firstOfOverlapping(List<Entity> given, Entity.Nesting nesting) {
        List<Entity> kept = new ArrayList<>();
        given.stream()
                .filter(entity -> entity.type().nesting() == nesting)
                .sorted(Entity.ORDER)
                .filter(entity -> kept.isEmpty() || !kept.getLast().overlaps(entity))
                .forEach(kept::add);
        return kept;
    }

    private static List<Entity> united(List<Entity> given, Entity.Type type) {
        List<Entity> united = new ArrayList<>();
        List<Entity> ofType = given.stream()
                .filter(entity -> entity.type() == type)
                .sorted(Entity.ORDER)
                .toList();
        for (Entity entity : ofType) {
            if (!united.isEmpty() && united.getLast().overlaps(entity)) {
                Entity last = united.removeLast();
                united.add(last.at(last.offset(), Math.max(last.end(), entity.end())));
            } else {
                united.add(entity);
            }
        }
        return united;
    }

    private static List<Entity> outsideCode(List<Entity> given, List<Entity> alone) {
        List<Entity> code = alone.stream()
                .filter(entity -> entity.type().isCode())
                .sorted(Comparator.comparingInt(Entity::offset))
                .toList();
        List<Entity> kept = new ArrayList<>();
        for (Entity entity : given) {
            int from = entity.offset();
            for (Entity block : code) {
                if (block.overlaps(entity)) {
                    addStretch(entity, from, block.offset(), kept);
                    from = Math.max(from, block.end());
                }
            }
            addStretch(entity, from, entity.end(), kept);
        }
        return kept;
    }

    private static void addStretch(Entity entity, int from, int to, List<Entity> kept) {
        if (from < to) {
            kept.add(entity.at(from, to));
        }
    }
}
