package dev.sanad.telegram;

import dev.sanad.language.Language;
import dev.sanad.retrieval.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

/** The buttons that narrow what is searched, and what each of them does. */
final class ScopeMenu {
    /** Of the button below an answer. */
    static final String DROP = "drop";

    private static final String ALL = "all";
    private static final String LANGUAGE = "lang-";
    private static final String OUTLET = "outlet-";
    private static final String DAYS = "days-";

    /** Of outlets: further ones can be written after the command. */
    private static final int MOST_OUTLETS = 40;

    private static final int MOST_CHARS = 30;
    private static final int PER_ROW = 3;
    private static final List<Integer> PERIODS = List.of(7, 30, 365);

    private final Texts texts;

    ScopeMenu(Texts texts) {
        this.texts = texts;
    }

    /** Those that are chosen are ticked. */
    InlineKeyboardMarkup keys(Language line, Scope scope, Library library, long user) {
        List<InlineKeyboardButton> languages = library.languages().stream()
                .map(language -> key(
                        language.displayName(),
                        LANGUAGE + language.tag(),
                        scope.languages().contains(language),
                        user))
                .toList();
        List<InlineKeyboardButton> outlets = library.outlets().stream()
                .limit(MOST_OUTLETS)
                .map(outlet -> key(
                        Line.shortened(outlet, MOST_CHARS),
                        name(outlet),
                        scope.outlets().contains(outlet),
                        user))
                .toList();
        List<InlineKeyboardButton> periods = library.newest().stream()
                .flatMap(newest -> PERIODS.stream()
                        .map(days -> key(
                                texts.text(line, "scope.days", Map.of("count", days)),
                                DAYS + days,
                                scope.equals(last(scope, days, newest)),
                                user)))
                .toList();
        List<InlineKeyboardButton> all =
                scope.equals(Scope.ALL) ? List.of() : List.of(key(texts.text(line, "button.all"), ALL, false, user));
        return new InlineKeyboardMarkup(Stream.of(languages, outlets, periods, all)
                .flatMap(kind -> Keys.rows(kind, PER_ROW).stream())
                .toList());
    }

    private static InlineKeyboardButton key(String label, String value, boolean chosen, long user) {
        return Keys.key(Keys.ticked(label, chosen), new Choice(Choice.Menu.SCOPE, value, user).data());
    }

    /** The scope after a button was pressed; the same where the library no longer has what it names. */
    static Scope after(String value, Scope scope, Library library) {
        if (value.equals(ALL) || value.equals(DROP)) {
            return Scope.ALL;
        }
        if (value.startsWith(LANGUAGE)) {
            return Language.ofTag(value.substring(LANGUAGE.length()))
                    .map(language -> new Scope(
                            scope.since(), scope.until(), scope.outlets(), turned(scope.languages(), language)))
                    .orElse(scope);
        }
        if (value.startsWith(OUTLET)) {
            return library.outlets().stream()
                    .filter(outlet -> name(outlet).equals(value))
                    .findFirst()
                    .map(outlet ->
                            new Scope(scope.since(), scope.until(), turned(scope.outlets(), outlet), scope.languages()))
                    .orElse(scope);
        }
        return PERIODS.stream()
                .filter(days -> value.equals(DAYS + days))
                .findFirst()
                .flatMap(days -> library.newest().map(newest -> last(scope, days, newest)))
                .map(narrowed -> narrowed.equals(scope)
                        ? new Scope(Optional.empty(), Optional.empty(), scope.outlets(), scope.languages())
                        : narrowed)
                .orElse(scope);
    }

    /** So many days, ending with the newest article. */
    private static Scope last(Scope scope, int days, LocalDate newest) {
        return new Scope(
                Optional.of(newest.minusDays(days - 1L)), Optional.empty(), scope.outlets(), scope.languages());
    }

    private static <T> Set<T> turned(Set<T> chosen, T one) {
        Set<T> turned = new TreeSet<>(chosen);
        if (!turned.remove(one)) {
            turned.add(one);
        }
        return turned;
    }

    /** An outlet's own name may be too long for callback data. */
    private static String name(String outlet) {
        return OUTLET + Integer.toHexString(outlet.hashCode());
    }
}
