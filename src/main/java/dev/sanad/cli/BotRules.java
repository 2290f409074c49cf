package dev.sanad.cli;

import java.util.ArrayList;
import java.util.List;

/** What the bot needs beyond settings that are right in themselves. */
final class BotRules {
    private BotRules() {}

    static List<String> faults(Settings settings) {
        Settings.Telegram telegram = settings.telegram();
        List<String> faults = new ArrayList<>();
        if (telegram.token().isEmpty()) {
            faults.add("telegram.token: not set; get one from @BotFather and set TELEGRAM_BOT_TOKEN");
        }
        if (settings.writing().paid() && telegram.statedAccess().isEmpty()) {
            faults.add(
                    "telegram.access: not set while the language model may cost money and anyone may find the bot; set"
                            + " it to allow-list or pairing, or to open");
        }
        if (telegram.access() == Settings.Access.OPEN && !telegram.allow().isEmpty()) {
            faults.add("telegram.allow: it lists ids while telegram.access is open to everybody; set telegram.access to"
                    + " allow-list or empty the list");
        }
        if (telegram.access() == Settings.Access.PAIRING && telegram.admins().isEmpty()) {
            faults.add("telegram.admins: empty while telegram.access is pairing, so nobody can make codes; list the ids"
                    + " of those who may");
        }
        if (telegram.access() == Settings.Access.ALLOW_LIST
                && telegram.allow().isEmpty()
                && telegram.admins().isEmpty()
                && telegram.analysts().isEmpty()) {
            faults.add("telegram.allow: empty while telegram.access is allow-list, so nobody may ask; list the ids to"
                    + " admit");
        }
        return faults;
    }
}
