package dev.sanad.corpus;

import com.ibm.icu.text.BreakIterator;
import dev.sanad.language.Language;
import java.util.regex.Pattern;

/** A title made of a line: itself without Markdown signs, or the first sentence where the line is a whole paragraph. */
final class Headline {
    private static final Pattern MARKDOWN =
            Pattern.compile("\\A#{1,6}[ \\t]+|\\A(?:\\*\\*|__)(?=\\S)|(?<=\\S)(?:\\*\\*|__|[ \\t]+#+)\\z");
    private static final int MOST_CHARS = 160;
    private static final int MOST_CHINESE_CHARS = 60;

    private Headline() {}

    static String of(Line line, Language language) {
        String words = MARKDOWN.matcher(line.words())
                .replaceAll("")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
        int most = language.chinese() ? MOST_CHINESE_CHARS : MOST_CHARS;
        if (words.length() <= most) {
            return words;
        }
        String sentence = firstSentence(words, language);
        return sentence.length() <= most ? sentence : wholeWords(sentence, language, most - 1) + "…";
    }

    private static String firstSentence(String text, Language language) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(language.locale());
        breaks.setText(text);
        return text.substring(0, breaks.next()).strip();
    }

    private static String wholeWords(String text, Language language, int most) {
        BreakIterator breaks = BreakIterator.getWordInstance(language.locale());
        breaks.setText(text);
        int end = breaks.preceding(most + 1);
        // a single word longer than that is cut where it does not split a character
        return text.substring(0, end > 0 ? end : text.offsetByCodePoints(0, most / 2))
                .strip();
    }
}
