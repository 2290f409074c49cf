package dev.sanad.index;

import dev.sanad.language.Folding;
import dev.sanad.language.Glossary;
import dev.sanad.language.Glossary.Concept;
import dev.sanad.language.Hanzi;
import dev.sanad.language.Language;
import dev.sanad.language.Language.Analysis;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words of a text in another language, where what they mean is sure: a country by any of its forms, a city, a name or one of the concepts that
 * {@link Glossary#sure} admits by its first word alone. A word with several such meanings is left out. Safe for use by many threads.
 */
public final class SureWords {
    /** How ids of countries, of cities and of currencies begin. */
    private static final String COUNTRY = "c:";

    private static final String CITY = "t:";
    private static final String CURRENCY = "u:";

    /** Many a surname is a word, too: a lion, the law. */
    private static final String PERSON = "g:person.";

    /** The world, and the Americas, which are written like the United States. */
    private static final Set<String> LEFT_OUT = Set.of("c:001", "c:019");

    /** Small places that are written like a centre, like the east. */
    private static final Pattern WRITTEN_LIKE_WORDS =
            Pattern.compile("t:(?:Antarctica|America/(?:North_Dakota|Indiana|Kentucky))/.*");

    /** Who says English seldom means Britain. */
    private static final String ENGLISH_LANGUAGE = "l:en";

    private static final Pattern ENGLISH_ENDING = Pattern.compile("(?:['’]s?|s['’]?)$");

    /** Short for a country as in 俄方, which begins many a word too, or written like a word. */
    private static final Pattern CHINESE_WORD = Pattern.compile(".方|大[陆陸]|[两兩]岸");

    /** What Arabic writes onto a noun, with and without its article. */
    private static final Pattern ARABIC_PARTICLES = Pattern.compile("^(?:و|ف)?[بكل]?(?=.{3})");

    private static final Pattern ARABIC_ARTICLE = Pattern.compile("^(?:و|ف)?(?:[بك]?ال|لل)(?=.{3})");

    /** Endings, folded, behind which a noun stays the same; the stems that words are found by take off more. */
    private static final Pattern ARABIC_ENDING = Pattern.compile("(?<=.{3})(?:يه|يا|ي|ه|ا|ات|ها|هم)$");

    private static final Pattern PERSIAN_ENDING = Pattern.compile("(?<=.{2})(?:هايي|هاي|ها| ?اي|يي|ي| ?اش|ش)$");

    private final Analyzers analyzers;
    private final Interlingua interlingua;

    public SureWords(Analyzers analyzers) {
        this.analyzers = analyzers;
        this.interlingua = analyzers.interlingua();
    }

    /** What a reader of {@code reader} calls {@code unit}, a unit of a text in {@code language}; empty where that is not sure. */
    public Optional<String> of(Unit unit, Language language, Language reader) {
        Analysis script = Interlingua.script(unit.words(), language.analysis());
        List<Concept> meanings = unit.ids().keySet().stream()
                .flatMap(id -> interlingua.concept(id).stream())
                .toList();
        List<Concept> sure = meanings.stream()
                .filter(concept -> surely(concept, unit, script))
                .toList();
        Stream<Concept> rivals = sure.stream().anyMatch(concept -> cased(script) && named(concept))
                ? Stream.empty()
                : meanings.stream().filter(concept -> !concept.cldr() && firstly(concept, unit, script));
        List<String> words = Stream.concat(sure.stream(), rivals)
                .flatMap(concept -> FirstWord.of(concept, reader).stream())
                .distinct()
                .toList();
        return !sure.isEmpty() && words.size() == 1 ? Optional.of(words.getFirst()) : Optional.empty();
    }

    private boolean surely(Concept concept, Unit unit, Analysis script) {
        if (LEFT_OUT.contains(concept.id())
                || concept.id().startsWith(PERSON)
                || WRITTEN_LIKE_WORDS.matcher(concept.id()).matches()
                || unit.ids().containsKey(ENGLISH_LANGUAGE)
                || (named(concept) && !writtenAsName(concept, unit, script))) {
            return false;
        }
        if (concept.id().startsWith(COUNTRY) || concept.id().startsWith(CURRENCY)) {
            return !CHINESE_WORD.matcher(unit.words()).matches()
                    && concept.in(script).stream().anyMatch(form -> same(form, unit.words(), script));
        }
        boolean admitted = concept.id().startsWith(CITY)
                || (!concept.cldr() && interlingua.glossary().sure(concept));
        return admitted && firstly(concept, unit, script);
    }

    /** Whether it is the concept that the word stands for before all others. */
    private boolean firstly(Concept concept, Unit unit, Analysis script) {
        return concept.in(script).stream().limit(1).anyMatch(form -> same(form, unit.words(), script));
    }

    private boolean named(Concept concept) {
        return interlingua.names(concept.id());
    }

    private static boolean cased(Analysis script) {
        return script == Analysis.ENGLISH || script == Analysis.RUSSIAN;
    }

    /** Where no capitals tell a name, the word must mean nothing but names, or what is associated with this one. */
    private boolean writtenAsName(Concept name, Unit unit, Analysis script) {
        if (cased(script)) {
            return true;
        }
        Optional<String> english = FirstWord.of(name, Language.ENGLISH);
        return unit.ids().keySet().stream()
                .allMatch(id -> interlingua.names(id)
                        || interlingua
                                .concept(id)
                                .filter(other -> english.isPresent()
                                        && other.in(Analysis.ENGLISH).stream()
                                                .anyMatch(english.get()::equalsIgnoreCase))
                                .isPresent());
    }

    private boolean same(String form, String word, Analysis script) {
        return switch (script) {
            case CHINESE -> word.length() > 1 && Hanzi.simplified(form).equals(Hanzi.simplified(word));
            case ARABIC -> arabic(Folding.fold(word)).anyMatch(Folding.fold(form)::equals);
            case PERSIAN -> withAndWithout(PERSIAN_ENDING, Folding.fold(word)).anyMatch(Folding.fold(form)::equals);
            case ENGLISH ->
                capitals(form, word)
                        && (withAndWithout(ENGLISH_ENDING, word).anyMatch(form::equalsIgnoreCase)
                                || word.equalsIgnoreCase(plural(form)));
            case RUSSIAN, UNSTEMMED ->
                capitals(form, word) && stems(form, script).equals(stems(word, script));
        };
    }

    /** What is written with a capital is no word without one: Turkey and a turkey. */
    private static boolean capitals(String form, String word) {
        return !Character.isUpperCase(form.codePointAt(0)) || Character.isUpperCase(word.codePointAt(0));
    }

    /** An article stays where the form has one: the Nile is no other word's stem. */
    private static Stream<String> arabic(String word) {
        String noun = ARABIC_PARTICLES.matcher(word).replaceFirst("");
        String bare = ARABIC_ARTICLE.matcher(word).replaceFirst("");
        return Stream.of(word, noun, bare, "ال" + bare)
                .filter(form -> form.equals(word) || !form.startsWith("ال") || !bare.equals(word))
                .flatMap(form -> withAndWithout(ARABIC_ENDING, form));
    }

    /** Other endings make other words of it: based on no base. */
    private static String plural(String noun) {
        return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "es";
    }

    private static Stream<String> withAndWithout(Pattern ending, String word) {
        return Stream.of(word, ending.matcher(word).replaceFirst(""));
    }

    private List<String> stems(String words, Analysis script) {
        return analyzers.words(words, script).stream().map(Word::stem).toList();
    }
}
