package dev.sanad.index;

/** A text as a model is given it: longer ones are refused by servers. */
public final class ModelText {
    private ModelText() {}

    /** The beginning of {@code text}, of {@code chars} UTF-16 units at most and never ending between the halves of a character. */
    public static String cut(String text, int chars) {
        if (text.length() <= chars) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(chars - 1)) ? chars - 1 : chars);
    }
}
