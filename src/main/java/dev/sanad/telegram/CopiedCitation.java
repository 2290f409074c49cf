package dev.sanad.telegram;

import dev.sanad.answer.Citation;
import dev.sanad.conversation.CleanText;
import dev.sanad.language.Language;
import java.util.ArrayList;
import java.util.List;

/** A citation as plain text for the reader's clipboard: {@code Outlet, Title, date, address: “quote”}. */
final class CopiedCitation {
    /** Bot API, CopyTextButton: 1 to 256 characters. */
    static final int MOST_CHARS = 256;

    private static final int MOST_OUTLET_CHARS = 40;
    private static final int MOST_TITLE_CHARS = 80;

    /** A longer address would leave no room for what it is of. */
    private static final int MOST_ADDRESS_CHARS = 110;

    /** A shorter beginning of a quote says nothing. */
    private static final int LEAST_QUOTE_CHARS = 20;

    private CopiedCitation() {}

    /** Never empty, and never longer than a button may hold. */
    static String of(Language language, Citation citation, Texts texts) {
        List<String> parts = new ArrayList<>();
        citation.source()
                .filter(source -> !source.isBlank())
                .ifPresent(source -> parts.add(line(source, MOST_OUTLET_CHARS)));
        parts.add(line(citation.title().isBlank() ? citation.file() : citation.title(), MOST_TITLE_CHARS));
        citation.published().ifPresent(date -> parts.add(texts.gregorian(language, date.value())));
        citation.url()
                .filter(Links::shown)
                .map(address -> address.toASCIIString())
                .filter(address -> address.length() <= MOST_ADDRESS_CHARS)
                .ifPresent(parts::add);
        String where = Line.shortened(String.join(", ", parts), MOST_CHARS);
        int room = MOST_CHARS - where.length() - ": “”".length();
        return room < LEAST_QUOTE_CHARS ? where : "%s: “%s”".formatted(where, line(citation.quote(), room));
    }

    private static String line(String words, int mostChars) {
        return Line.shortened(CleanText.of(words).strip().replaceAll("\\s+", " "), mostChars);
    }
}
