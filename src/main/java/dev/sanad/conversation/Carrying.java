package dev.sanad.conversation;

import dev.sanad.index.Analyzers;
import dev.sanad.index.Unit;
import dev.sanad.language.Dates;
import dev.sanad.language.FollowUpWords;
import dev.sanad.language.FollowUpWords.Ties;
import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import dev.sanad.language.QuestionWords;
import dev.sanad.retrieval.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Carries words of earlier questions onto one that follows them: exactly as they stood, so that what is searched can be seen. */
final class Carrying {
    private final Analyzers analyzers;
    private final List<Turn> before;

    /** @param before oldest first, at least one */
    Carrying(Analyzers analyzers, List<Turn> before) {
        this.analyzers = analyzers;
        this.before = before;
    }

    /**
     * What to search: a question that asks gets what the last question in full was about, and what was last named since; one that only names something
     * ("what about …?") is put to that question. Where the languages differ, it is read in that of the words carried, which are
     * most of it.
     */
    Question onto(Question asked, Ties ties) {
        int base = base();
        Turn whole = before.get(base);
        String topic = withoutDates(whole.searched(), whole.language(), ties, asked.language());
        List<String> parts = new ArrayList<>();
        if (ties.asks()) {
            parts.addAll(List.of(asked.text(), QuestionWords.subject(topic, whole.language())));
            parts.addAll(lastNamed(before.subList(base + 1, before.size())));
        } else {
            parts.addAll(List.of(topic, ties.rest()));
        }
        String text = parts.stream().filter(part -> !part.isBlank()).distinct().collect(Collectors.joining(" "));
        return new Question(text, language(asked, whole), asked.answerLanguage(), asked.scope());
    }

    /** The last question in full; else the first that is remembered. */
    private int base() {
        for (int i = before.size() - 1; i > 0; i--) {
            if (before.get(i).whole()) {
                return i;
            }
        }
        return 0;
    }

    private static Language language(Question asked, Turn whole) {
        return asked.language().analysis() == whole.language().analysis() ? asked.language() : whole.language();
    }

    /** A question of another date than the earlier one does not ask for both. */
    private static String withoutDates(String topic, Language language, Ties ties, Language asked) {
        if (Dates.in(ties.rest(), asked, Optional.empty()).isEmpty()) {
            return topic;
        }
        StringBuilder without = new StringBuilder(topic);
        Dates.in(topic, language, Optional.empty())
                .reversed()
                .forEach(date -> without.delete(date.span().start(), date.span().end()));
        return without.toString();
    }

    private List<String> lastNamed(List<Turn> since) {
        return since.reversed().stream()
                .map(this::names)
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** What a question that was not one in full named itself. */
    private List<String> names(Turn turn) {
        Language language = new LanguageDetector().read(turn.asked(), turn.language());
        String rest = FollowUpWords.in(turn.asked(), language).rest();
        return analyzers.interlingua().units(rest, language).stream()
                .filter(this::names)
                .map(Unit::words)
                .toList();
    }

    private boolean names(Unit unit) {
        return switch (unit.kind()) {
            case DATE, NUMBER, LATIN, SOUND -> true;
            case CLDR, GLOSSARY -> unit.ids().keySet().stream().anyMatch(analyzers.interlingua()::names);
            case NONE -> false;
        };
    }
}
