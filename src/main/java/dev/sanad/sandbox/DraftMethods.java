package dev.sanad.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.List;

/** {@code sendMessageDraft}: streams a partial message to a private chat. */
final class DraftMethods {
    private final Chats chats;
    private final Drafts drafts;
    private final FloodLimits limits;
    private final Target target;

    DraftMethods(Chats chats, Drafts drafts, FloodLimits limits) {
        this.chats = chats;
        this.drafts = drafts;
        this.limits = limits;
        this.target = new Target(chats);
    }

    void addTo(Methods methods) {
        methods.add("sendMessageDraft", call -> chats.guard().change(() -> draft(call)));
    }

    private JsonNode draft(Parameters call) {
        SandboxChat chat = target.chat(call);
        if (!chat.isPrivate()) {
            // the documents name the rule, not the words of the refusal
            throw ApiException.badRequest("TEXTDRAFT_PEER_INVALID");
        }
        target.topic(call, chat);
        int id = call.integer("draft_id")
                .filter(given -> given != 0)
                .orElseThrow(() -> ApiException.badRequest("draft identifier must be non-zero"));
        FormattedText text = call.string("text").orElse("").isEmpty()
                ? new FormattedText("", List.of())
                : MessageText.read(call, "message is too long");
        chats.checkOpen(chat);
        limits.admitDraft();
        drafts.show(chat, id, text);
        return BooleanNode.TRUE;
    }
}
