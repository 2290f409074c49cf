package dev.sanad.language;

/** A text folded character by character, so that offsets into the shape are offsets into the text; what folding drops or lengthens is a space or stays. */
final class Shape {
    private Shape() {}

    static String of(String text) {
        StringBuilder shape = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            String folded = Character.isSurrogate(character) ? "\uFFFD" : Folding.fold(String.valueOf(character));
            shape.append(
                    switch (folded.length()) {
                        case 0 -> ' ';
                        case 1 -> folded.charAt(0);
                        default -> character;
                    });
        }
        return shape.toString();
    }
}
