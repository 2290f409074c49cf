package dev.sanad.retrieval;

import dev.sanad.language.Language;

/**
 * What is asked. The text is data: it is never parsed as query syntax.
 *
 * @param language that the text is read in
 * @param answerLanguage that notes, refusals and written sentences are in; most often the same
 */
public record Question(String text, Language language, Language answerLanguage, Scope scope) {
    public Question {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the question is empty: write a few words");
        }
    }

    public static Question of(String text, Language language) {
        return new Question(text, language, language, Scope.ALL);
    }
}
