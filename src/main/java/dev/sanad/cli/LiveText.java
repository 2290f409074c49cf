package dev.sanad.cli;

import dev.sanad.answer.Release;
import dev.sanad.language.Language;
import dev.sanad.language.Messages;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Prints the sentences of one answer as they are released, then what is left of it. Not for use by two threads at once. */
final class LiveText implements Consumer<Release> {
    private static final Messages MESSAGES = new Messages("answer");

    private final PrintStream out;
    private final Language language;
    private int shown;

    LiveText(PrintStream out, Language language) {
        this.out = out;
        this.language = language;
    }

    @Override
    public void accept(Release release) {
        switch (release) {
            // a terminal shows no stages: what is searched takes no longer than a glance
            case Release.Searching searching -> {}
            case Release.Found found -> {}
            case Release.Passed passed -> {
                out.println(AnswerText.sentence(passed.sentence()));
                shown++;
            }
            case Release.Withdrawn withdrawn -> {
                out.println("(" + MESSAGES.text(language, "withdrawn") + ")");
                shown = 0;
            }
        }
        out.flush();
    }

    /** The answer whose sentences were announced. */
    void end(AnswerText answer) {
        out.println(answer.from(shown));
    }
}
