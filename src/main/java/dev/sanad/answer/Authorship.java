package dev.sanad.answer;

/** Who worded the sentences. */
public sealed interface Authorship {
    /** The articles themselves: quoted sentences. */
    record Extractive() implements Authorship {}

    /**
     * A language model, verified sentence by sentence.
     *
     * @param model its name at the provider
     * @param prompt name and version of the template, such as {@code answer@3}
     */
    record Generative(String model, String prompt) implements Authorship {}
}
