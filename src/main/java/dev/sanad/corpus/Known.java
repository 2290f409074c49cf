package dev.sanad.corpus;

/** A value of an article's metadata with how it is known: nothing is guessed silently. */
public record Known<T>(T value, By by) {
    /** Stated by the file's front matter or feed, or found in the text. */
    public enum By {
        GIVEN,
        INFERRED
    }

    public static <T> Known<T> given(T value) {
        return new Known<>(value, By.GIVEN);
    }

    public static <T> Known<T> inferred(T value) {
        return new Known<>(value, By.INFERRED);
    }
}
