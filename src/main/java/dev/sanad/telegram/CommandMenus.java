package dev.sanad.telegram;

import dev.sanad.conversation.Role;
import dev.sanad.conversation.Roster;
import dev.sanad.language.Language;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** The lists of commands that clients offer while a command is typed, for each language and kind of chat. */
final class CommandMenus {
    private static final List<String> GROUP =
            List.of("ask", "brief", "sources", "cite", "scope", "lang", "new", "stop", "status", "help");

    private static final List<String> PRIVATE = List.of(
            "ask",
            "brief",
            "sources",
            "cite",
            "scope",
            "lang",
            "new",
            "stop",
            "status",
            "settings",
            "privacy",
            "forget",
            "help");

    private static final List<String> ANALYST =
            Stream.concat(PRIVATE.stream(), Stream.of("model", "remove")).toList();

    private static final List<String> ADMIN = Stream.concat(
                    ANALYST.stream(), Stream.of("stats", "pair", "allow", "deny", "reindex"))
            .toList();

    private final TelegramClient client;
    private final Texts texts;
    private final Roster roster;
    private final FaultLog log;

    CommandMenus(TelegramClient client, Texts texts, Roster roster, FaultLog log) {
        this.client = client;
        this.texts = texts;
        this.roster = roster;
        this.log = log;
    }

    /** Tells Telegram; that this fails is logged, for the commands work all the same. */
    void set() {
        set(new BotCommandScopeAllPrivateChats(), PRIVATE, "private chats");
        set(new BotCommandScopeAllGroupChats(), GROUP, "groups");
        roster.analysts().forEach(analyst -> set(analyst, Role.ANALYST));
        roster.admins().forEach(admin -> set(admin, Role.ADMIN));
    }

    /** The same for the private chat with a user; Telegram refuses one who never wrote to the bot. */
    void set(long user, Role role) {
        List<String> names = switch (role) {
            case ASKER -> PRIVATE;
            case ANALYST -> ANALYST;
            case ADMIN -> ADMIN;
        };
        set(new BotCommandScopeChat(Long.toString(user)), names, "user " + user);
    }

    private void set(BotCommandScope scope, List<String> names, String who) {
        try {
            for (Language language : Language.spoken()) {
                set(scope, language, names);
            }
        } catch (TelegramApiException | RuntimeException e) {
            log.warn("telegram: the menu of commands for %s was not set and is tried again at the next start: %s"
                    .formatted(who, log.why(e)));
        }
    }

    private void set(BotCommandScope scope, Language language, List<String> names) throws TelegramApiException {
        // Telegram tells no scripts apart, and shows the list without a language to all others
        if (language == Language.CHINESE_TRADITIONAL) {
            return;
        }
        var commands = SetMyCommands.builder()
                .scope(scope)
                .commands(names.stream()
                        .map(name -> new BotCommand(name, texts.text(language, "command." + name)))
                        .toList());
        code(language).ifPresent(commands::languageCode);
        client.execute(commands.build());
    }

    /** ISO 639-1; empty for the list that all other languages get. */
    private static Optional<String> code(Language language) {
        return language == Language.ENGLISH
                ? Optional.empty()
                : Optional.of(language.locale().getLanguage());
    }
}
