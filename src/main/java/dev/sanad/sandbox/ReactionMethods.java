package dev.sanad.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Set;

/** {@code setMessageReaction}: checked, and kept among the {@link Calls} alone. */
final class ReactionMethods {
    /** "as non-premium users, bots can set up to one reaction per message" */
    private static final int MOST = 1;
    /** Those that {@code ReactionTypeEmoji} lists. */
    private static final Set<String> EMOJI = Set.of(
            ("❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐"
                + " 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊"
                + " 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡")
                    .split(" "));

    private final Target target;

    ReactionMethods(Chats chats) {
        this.target = new Target(chats);
    }

    void addTo(Methods methods) {
        methods.add("setMessageReaction", this::set);
    }

    private JsonNode set(Parameters call) {
        target.message(call, "react");
        JsonNode reactions = call.json("reaction").orElseGet(BotApiJson::array);
        if (!reactions.isArray()) {
            throw ApiException.badRequest("expected an Array of ReactionType");
        }
        if (reactions.size() > MOST) {
            throw ApiException.badRequest("REACTIONS_TOO_MANY");
        }
        for (JsonNode reaction : reactions) {
            Fields fields = Fields.of(reaction, "ReactionType");
            if (!fields.string("type").equals("emoji") || !EMOJI.contains(fields.string("emoji"))) {
                throw ApiException.badRequest("REACTION_INVALID");
            }
        }
        return BooleanNode.TRUE;
    }
}
