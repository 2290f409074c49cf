package dev.sanad.brief;

import dev.sanad.answer.Authorship;
import dev.sanad.answer.Citation;
import dev.sanad.answer.Note;
import dev.sanad.answer.Sentence;
import dev.sanad.brief.Brief.Section;
import dev.sanad.corpus.Known;
import dev.sanad.language.DayNames;
import dev.sanad.language.Language;
import dev.sanad.language.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Briefs as Markdown, in the topic's answer language. Immutable and safe for use by many threads. */
public final class BriefMarkdown {
    private final Messages messages = new Messages("brief");

    /** What answers say too is worded once. */
    private final Messages answers = new Messages("answer");

    /** The whole document, lines ended by a line feed. No text of an article, of the topic or of a model becomes markup. */
    public String of(Brief brief) {
        Language language = brief.topic().answerLanguage();
        List<String> blocks = new ArrayList<>();
        blocks.add("# " + MarkdownText.inside(language, brief.topic().text()));
        blocks.add(messages.text(language, "as_of", Map.of("moment", DayNames.moment(language, brief.asOf()))));
        brief.notes().stream().map(Note::text).forEach(note -> blocks.add("> " + MarkdownText.inside(language, note)));
        if (brief.sections().isEmpty()) {
            blocks.add(messages.text(language, "nothing"));
        } else {
            blocks.add(authorship(language, brief.by()));
            brief.sections().forEach(section -> add(section, language, blocks));
            blocks.add("## " + messages.text(language, "sources"));
            blocks.add(brief.citations().stream()
                    .map(citation -> source(language, citation))
                    .collect(Collectors.joining("\n")));
        }
        return String.join("\n\n", blocks) + "\n";
    }

    private String authorship(Language language, Authorship by) {
        return switch (by) {
            case Authorship.Extractive extractive -> messages.text(language, "quoted");
            case Authorship.Generative generative ->
                messages.text(language, "written", Map.of("model", MarkdownText.inside(language, generative.model())));
        };
    }

    private void add(Section section, Language language, List<String> blocks) {
        blocks.add("## "
                + section.date()
                        .map(date -> DayNames.day(language, date))
                        .orElseGet(() -> messages.text(language, "undated")));
        blocks.add(section.sentences().stream()
                .map(sentence -> "- " + MarkdownText.inside(language, sentence.text()) + " " + markers(sentence)
                        + explanation(sentence, language))
                .collect(Collectors.joining("\n")));
    }

    /** The translation, else the gloss, as a point below the sentence. */
    private String explanation(Sentence sentence, Language language) {
        return sentence.translation()
                .map(translation -> "\n  - ≈ %s (%s): %s"
                        .formatted(
                                answers.text(language, "translation"),
                                MarkdownText.inside(language, translation.model()),
                                MarkdownText.inside(language, translation.text())))
                .or(() -> sentence.gloss()
                        .map(gloss -> "\n  - ≈ %s: %s"
                                .formatted(
                                        answers.text(language, "gloss"), MarkdownText.inside(language, gloss.line()))))
                .orElse("");
    }

    /** Brackets that are no link: no text of the document can define a reference. */
    private static String markers(Sentence sentence) {
        return sentence.citations().stream().map("[%d]"::formatted).collect(Collectors.joining());
    }

    private String source(Language language, Citation citation) {
        String outlet = citation.source()
                .map(name -> MarkdownText.inside(language, name))
                .orElseGet(() -> messages.text(language, "source.unknown"));
        String date = citation.published()
                .map(Known::value)
                .map(day -> DayNames.day(language, day))
                .orElseGet(() -> messages.text(language, "undated"));
        String name = citation.title().isBlank() ? citation.file() : citation.title();
        String title = MarkdownText.inside(language, name);
        String linked =
                citation.url().map(address -> MarkdownText.link(title, address)).orElse(title);
        return "- [%d] %s · %s · %s".formatted(citation.marker(), outlet, date, linked);
    }
}
