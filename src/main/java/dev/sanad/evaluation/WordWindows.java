package dev.sanad.evaluation;

import com.ibm.icu.text.BreakIterator;
import dev.sanad.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** A text's stretches of three to six words, none a whole clause and none across the end of one. Immutable. */
final class WordWindows {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 6;

    /** Longer "words" are addresses and formulas. */
    private static final int LONGEST_WORD = 20;

    /** Points and commas within numbers end nothing. */
    private static final Pattern CLAUSE_END = Pattern.compile("[.,:;!?…،؛؟۔](?=\\s|$)|[。，、：；！？\\n\\r()（）«»“”\"]");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final List<List<String>> clauses;
    private final String between;

    private WordWindows(List<List<String>> clauses, String between) {
        this.clauses = clauses;
        this.between = between;
    }

    static WordWindows of(String text, Language language) {
        List<List<String>> clauses = new ArrayList<>();
        for (String clause : CLAUSE_END.split(text, -1)) {
            List<String> words = language.chinese() ? chineseWords(clause, language) : words(clause);
            if (words.size() > SHORTEST) {
                clauses.add(words);
            }
        }
        return new WordWindows(clauses, language.chinese() ? "" : " ");
    }

    private static List<String> words(String clause) {
        return SPACE.splitAsStream(clause.strip())
                .filter(word -> !word.isEmpty() && word.length() <= LONGEST_WORD)
                .toList();
    }

    private static List<String> chineseWords(String clause, Language language) {
        BreakIterator breaks = BreakIterator.getWordInstance(language.locale());
        breaks.setText(clause);
        List<String> words = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String word = clause.substring(start, end);
            if (!word.isBlank() && word.length() <= LONGEST_WORD) {
                words.add(word);
            }
            start = end;
        }
        return words;
    }

    boolean isEmpty() {
        return clauses.isEmpty();
    }

    /** One of them, each clause as likely as another; there must be some. */
    String draw(SplittableRandom random) {
        List<String> clause = clauses.get(random.nextInt(clauses.size()));
        int length = Math.min(clause.size() - 1, random.nextInt(SHORTEST, LONGEST + 1));
        int start = random.nextInt(clause.size() - length + 1);
        return String.join(between, clause.subList(start, start + length));
    }
}
