package dev.sanad.index;

import dev.sanad.language.Folding;
import dev.sanad.language.Glossary;
import dev.sanad.language.Glossary.Concept;
import dev.sanad.language.Language.Analysis;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * Names that Snowball's Russian stemmer takes for verbs and participles in some cases only: {@code Иран} loses its end, {@code Иране} does not. Those
 * are put into a case that keeps it. Before the stemmer, after folding to small letters.
 */
final class RussianNames extends TokenFilter {
    private static final String GENITIVE = "а";
    private static final String DATIVE = "у";

    private static final String VOWELS = "аеёиоуыэюяйьъ";

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final CharArrayMap<String> datives;

    private RussianNames(TokenStream tokens, CharArrayMap<String> datives) {
        super(tokens);
        this.datives = datives;
    }

    /** Of the names of {@code glossary}. */
    static UnaryOperator<TokenStream> of(Glossary glossary) {
        Datives datives = new Datives(glossary);
        return tokens -> new RussianNames(tokens, datives.get());
    }

    /** Made at the first Russian text: many a question has none. */
    private static final class Datives {
        private final Glossary glossary;
        private Optional<CharArrayMap<String>> made = Optional.empty();

        Datives(Glossary glossary) {
            this.glossary = glossary;
        }

        synchronized CharArrayMap<String> get() {
            if (made.isEmpty()) {
                made = Optional.of(datives(glossary));
            }
            return made.get();
        }
    }

    private static CharArrayMap<String> datives(Glossary glossary) {
        CharArrayMap<String> datives = new CharArrayMap<>(64, false);
        glossary.concepts().stream()
                .filter(Concept::name)
                .flatMap(concept -> concept.in(Analysis.RUSSIAN).stream())
                .map(Folding::fold)
                .forEach(name -> add(name, datives));
        return datives;
    }

    private static void add(String name, CharArrayMap<String> datives) {
        String dative = name + DATIVE;
        if (name.chars().allMatch(Character::isLetter)
                && !VOWELS.contains(name.substring(name.length() - 1))
                && !stem(name).equals(stem(dative))) {
            datives.put(name, dative);
            datives.put(name + GENITIVE, dative);
        }
    }

    private static String stem(String word) {
        RussianStemmer stemmer = new RussianStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        String dative = datives.get(term.buffer(), 0, term.length());
        if (dative != null) {
            term.setEmpty().append(dative);
        }
        return true;
    }
}
