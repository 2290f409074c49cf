package dev.sanad.cli;

import dev.sanad.answer.Tokens;
import dev.sanad.answer.Usage;
import java.math.BigDecimal;
import java.util.List;

/** What replies of language models took, as a terminal shows it: a line each. */
final class UsageText {
    private UsageText() {}

    static List<String> lines(List<Usage> usage) {
        return usage.stream().map(UsageText::line).toList();
    }

    private static String line(Usage usage) {
        Tokens tokens = usage.tokens();
        return "(model %s, %s: %s%d tokens read, %d written%s)"
                .formatted(
                        usage.name(),
                        Printable.oneLine(usage.model()),
                        tokens.stated() ? "" : "about ",
                        tokens.input(),
                        tokens.output(),
                        usage.cost()
                                .map(BigDecimal::toPlainString)
                                .map(", cost "::concat)
                                .orElse(""));
    }
}
