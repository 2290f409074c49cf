package dev.sanad.answer;

/** What came of asking a model. */
public sealed interface Reply {
    /**
     * Text.
     *
     * @param whole false where the model or the bound on its length cut it, so that its last words may be half a sentence
     */
    record Text(String text, boolean whole) implements Reply {}

    /** The time was over before the reply was whole, however much had come. */
    record TimedOut() implements Reply {}

    /** The server refused or failed, or the connection was cut. */
    record Failed(Throwable cause) implements Reply {}
}
