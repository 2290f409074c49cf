package dev.sanad.telegram;

import dev.sanad.answer.Citation;
import dev.sanad.language.Language;
import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResult;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;

/** Citations to choose from: title, outlet, date and the beginning of the quote are seen, quote and citation are sent. */
final class InlineResults {
    /** Clients show two or three lines. */
    private static final int MOST_QUOTE_CHARS = 160;

    private final Sources sources;
    private final Card card;

    InlineResults(Texts texts) {
        this.sources = new Sources(texts);
        this.card = new Card(texts);
    }

    /** In their order; each is named by its marker. */
    List<InlineQueryResult> of(Language line, List<Citation> citations) {
        return citations.stream()
                .<InlineQueryResult>map(citation -> result(line, citation))
                .toList();
    }

    private InlineQueryResultArticle result(Language line, Citation citation) {
        return InlineQueryResultArticle.builder()
                .id(Integer.toString(citation.marker()))
                .title(Html.words(List.of(Sources.title(line, citation))))
                .description(description(line, citation))
                .inputMessageContent(InputTextMessageContent.builder()
                        .messageText(card.ofQuote(line, citation))
                        .parseMode(ParseMode.HTML)
                        .linkPreviewOptions(Delivery.noPreview())
                        .build())
                .build();
    }

    private String description(Language line, Citation citation) {
        List<Node> nodes = new ArrayList<>(sources.published(line, citation));
        if (!nodes.isEmpty()) {
            nodes.add(Node.text("\n"));
        }
        nodes.add(Line.inside(line, citation.quote(), MOST_QUOTE_CHARS));
        return Html.words(nodes);
    }
}
