package dev.sanad.telegram;

import dev.sanad.conversation.Admission;
import dev.sanad.conversation.PairingCodes;
import dev.sanad.conversation.Role;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Lets in who comes with a code, by a link that Telegram turns into {@code /start CODE} (Bot features, "Deep linking"): in a private chat the one who wrote it, in a group all its members. Safe
 * for use by many threads.
 */
final class Pairing {
    private static final long NOBODY = 0;

    private final PairingCodes codes;
    private final Admission admission;
    private final CommandMenus menus;
    private final String userName;

    Pairing(PairingCodes codes, Admission admission, CommandMenus menus, String userName) {
        this.codes = codes;
        this.admission = admission;
        this.menus = menus;
        this.userName = userName;
    }

    /** A new code's link for one person, or for a group that the bot is added to. */
    URI link(Role role, boolean group) {
        return URI.create(
                "https://t.me/%s?%s=%s".formatted(userName, group ? "startgroup" : "start", codes.issue(role)));
    }

    /** Whether it may let somebody in. */
    static boolean mayLetIn(Request request) {
        return code(request).isPresent();
    }

    private static Optional<String> code(Request request) {
        return request instanceof Request.Start start && !start.code().isEmpty()
                ? Optional.of(start.code())
                : Optional.empty();
    }

    /** Whether the request is served, once the code that may come with it let its sender in. */
    boolean admits(Place at, Request request) {
        code(request)
                .flatMap(code -> codes.redeem(code, role -> gains(at, role)))
                .ifPresent(role -> letIn(at, role));
        return admission.allows(at.user(), at.chat());
    }

    private boolean gains(Place at, Role role) {
        return at.group()
                ? !admission.allows(NOBODY, at.chat())
                : !admission.allows(at.user(), at.chat())
                        || !admission.role(at.user()).atLeast(role);
    }

    private void letIn(Place at, Role role) {
        if (at.group()) {
            admission.letIn(at.chat(), Role.ASKER);
        } else {
            letIn(at.user(), role);
        }
    }

    /** The menu of commands follows the role. */
    void letIn(long id, Role role) {
        admission.letIn(id, role);
        offer(id);
    }

    void keepOut(long id) {
        admission.keepOut(id);
        offer(id);
    }

    private void offer(long id) {
        // groups are negative
        if (id > 0) {
            menus.set(id, admission.role(id));
        }
    }

    /** As it is written after a command. */
    static Optional<Role> role(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "" -> Optional.of(Role.ASKER);
            case "analyst" -> Optional.of(Role.ANALYST);
            default -> Optional.empty();
        };
    }
}
