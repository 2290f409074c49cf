package dev.sanad.index;

import dev.sanad.index.Phrases.Match;
import dev.sanad.index.Unit.Kind;
import dev.sanad.language.DateMention;
import dev.sanad.language.Dates;
import dev.sanad.language.Glossary;
import dev.sanad.language.Glossary.Concept;
import dev.sanad.language.Language;
import dev.sanad.language.Language.Analysis;
import dev.sanad.language.NumberMention;
import dev.sanad.language.Numbers;
import dev.sanad.language.PartialDate;
import dev.sanad.language.Span;
import dev.sanad.language.Transcription;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.util.IOUtils;

/**
 * What the words of a text stand for in any language: numbers {@code n:}, dates {@code d:}, Latin words {@code x:}, what CLDR names, concepts
 * {@code g:} of the glossary, and names by sound, {@code k:} and, as Chinese hears them, {@code q:}. Passages and questions go through the same code,
 * so the translations of a word pool their frequencies (Pirkola 1998) and a crossed question is a plain query of terms. Safe for use by many threads.
 */
public final class Interlingua {
    /** Where they are in no word of the table, these say nothing by themselves; Lucene stops words of every language but Chinese. */
    private static final String CHINESE_PARTICLES =
            "的地得了着过之所以在于与和及或而且但也都就才又还再很最更太把被将给让使向往从到对为由因则其此这那哪该各每个们是有无不没会能可要并等吗呢吧啊";

    /** The same of English, whose analysis stops hardly any: the list of the Snowball project. */
    private static final CharArraySet ENGLISH_FUNCTION_WORDS = functionWords("english_stop.txt");

    /** How what CLDR names begins where it is a name: countries, cities, languages. */
    private static final Set<String> NAMES = Set.of("c:", "t:", "l:");

    private final Analyzers analyzers;
    private final Glossary glossary;
    private final Map<String, Concept> concepts = new HashMap<>();
    private final Map<Analysis, Phrases> phrases = new EnumMap<>(Analysis.class);

    public Interlingua(Analyzers analyzers, Glossary glossary) {
        this.analyzers = analyzers;
        this.glossary = glossary;
        for (Concept concept : glossary.concepts()) {
            concepts.put(concept.id(), concept);
        }
    }

    /** What the words are looked up in. */
    Glossary glossary() {
        return glossary;
    }

    Optional<Concept> concept(String id) {
        return Optional.ofNullable(concepts.get(id));
    }

    /** Made at the first text of a language: a question needs one of five. */
    private Phrases phrases(Analysis analysis) {
        synchronized (phrases) {
            return phrases.computeIfAbsent(analysis, key -> Phrases.of(glossary, key, analyzers));
        }
    }

    /** The units of {@code text} in order, disjoint; words that a language's analysis stops are left out. */
    public List<Unit> units(String text, Language language) {
        List<Unit> units = new ArrayList<>();
        boolean[] taken = new boolean[text.length()];
        dates(text, language, taken, units);
        numbers(text, taken, units);
        if (language.chinese()) {
            chinese(text, taken, units);
        } else {
            words(text, language.analysis(), taken, units);
        }
        units.sort(Comparator.comparingInt(unit -> unit.span().start()));
        return units;
    }

    /**
     * What an identifier stands for, as a reader may see it: the first word that {@code language} has for what CLDR names, else the English one; of
     * all others what follows the prefix, so a concept's key, a number, a date, a Latin word or the consonants of a sound.
     */
    public String name(String id, Language language) {
        String bare = id.substring(id.indexOf(':') + 1);
        if (Kind.ofId(id) != Kind.CLDR) {
            return bare;
        }
        return concept(id)
                .flatMap(concept -> FirstWord.of(concept, language).or(() -> FirstWord.of(concept, Language.ENGLISH)))
                .orElse(bare);
    }

    /** Whether an identifier names a person, a place, an organisation, a language or what belongs to a country: a month or a currency is a word. */
    public boolean names(String id) {
        Concept concept = concepts.get(id);
        return concept != null
                && (concept.cldr() ? NAMES.contains(id.substring(0, 2)) : concept.name() || capitals(concept));
    }

    private static boolean capitals(Concept concept) {
        Set<String> english = concept.in(Analysis.ENGLISH);
        return !english.isEmpty() && english.stream().allMatch(word -> Character.isUpperCase(word.codePointAt(0)));
    }

    private static void dates(String text, Language language, boolean[] taken, List<Unit> units) {
        for (DateMention mention : Dates.in(text, language, Optional.empty())) {
            Map<String, Double> ids = ids(mention.date());
            if (!ids.isEmpty()) {
                take(mention.span(), taken);
                units.add(new Unit(Kind.DATE, mention.span().in(text), mention.span(), ids));
            }
        }
    }

    /** The date itself, and with less weight the month and year it is in. */
    private static Map<String, Double> ids(PartialDate date) {
        Map<String, Double> ids = new LinkedHashMap<>();
        String year = date.year().isPresent() ? String.valueOf(date.year().getAsInt()) : "";
        if (date.month().isPresent()) {
            String month = "%s-%02d".formatted(year, date.month().getAsInt());
            date.day().ifPresent(day -> ids.put("d:%s-%02d".formatted(month, day), 1.0));
            ids.put("d:" + month, date.day().isPresent() ? 0.6 : 1.0);
            date.day()
                    .ifPresent(
                            day -> ids.put("d:-%02d-%02d".formatted(date.month().getAsInt(), day), 0.8));
        }
        if (!year.isEmpty()) {
            ids.put("n:" + year, date.month().isPresent() ? 0.4 : 1.0);
        }
        return ids;
    }

    private static void numbers(String text, boolean[] taken, List<Unit> units) {
        for (NumberMention mention : Numbers.in(text)) {
            if (!taken[mention.span().start()]) {
                take(mention.span(), taken);
                String id = "n:" + mention.value().stripTrailingZeros().toPlainString();
                units.add(new Unit(Kind.NUMBER, mention.span().in(text), mention.span(), Map.of(id, 1.0)));
            }
        }
    }

    private static void take(Span span, boolean[] taken) {
        for (int i = span.start(); i < span.end(); i++) {
            taken[i] = true;
        }
    }

    private void words(String text, Analysis analysis, boolean[] taken, List<Unit> units) {
        List<Word> words = analyzers.words(text, analysis).stream()
                .filter(word -> !taken[word.span().start()])
                .toList();
        for (int at = 0; at < words.size(); ) {
            Word word = words.get(at);
            Analysis script = script(word.shown(), analysis);
            if (script != analysis) {
                units.add(foreign(word.shown(), word.span(), script));
                at++;
                continue;
            }
            Match match = phrases(analysis).longest(words, at);
            if (match.length() == 0 && saysNothing(word, analysis)) {
                at++;
                continue;
            }
            if (match.length() == 0) {
                match = bare(word.shown(), analysis);
            }
            int length = Math.max(1, match.length());
            Span span = new Span(
                    word.span().start(), words.get(at + length - 1).span().end());
            units.add(match.length() == 0 ? unknown(word.shown(), span, script) : known(match, span.in(text), span));
            at += length;
        }
    }

    private static boolean saysNothing(Word word, Analysis analysis) {
        return word.stop() || (analysis == Analysis.ENGLISH && ENGLISH_FUNCTION_WORDS.contains(word.shown()));
    }

    private static CharArraySet functionWords(String snowball) {
        try (InputStream in =
                IOUtils.requireResourceNonNull(SnowballFilter.class.getResourceAsStream(snowball), snowball)) {
            return CharArraySet.unmodifiableSet(WordlistLoader.getSnowballWordSet(in));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + snowball + " of Lucene", e);
        }
    }

    /** A word without the particle that Arabic writes onto it, or the ending that Persian does. */
    private Match bare(String word, Analysis analysis) {
        for (String bare : Affixes.without(word, analysis)) {
            List<Word> words = analyzers.words(bare, analysis);
            Match match = phrases(analysis).longest(words, 0);
            if (match.length() > 0 && match.length() == words.size()) {
                return new Match(1, match.concepts());
            }
        }
        return new Match(0, Set.of());
    }

    /** A word in another script than its text's. */
    private Unit foreign(String word, Span span, Analysis script) {
        if (script != Analysis.ENGLISH && script != Analysis.RUSSIAN && script != Analysis.ARABIC) {
            return new Unit(Kind.NONE, word, span, Map.of());
        }
        List<Word> words = analyzers.words(word, script);
        Match match = phrases(script).longest(words, 0);
        return match.length() > 0 && match.length() == words.size()
                ? known(match, word, span)
                : unknown(word, span, script);
    }

    private Unit known(Match match, String words, Span span) {
        Map<String, Double> ids = new LinkedHashMap<>();
        match.concepts().forEach(id -> ids.put(id, 1.0));
        boolean cldr = Optional.ofNullable(
                        concepts.get(match.concepts().iterator().next()))
                .map(Concept::cldr)
                .orElse(false);
        return new Unit(cldr ? Kind.CLDR : Kind.GLOSSARY, words, span, ids);
    }

    private static Unit unknown(String word, Span span, Analysis script) {
        Map<String, Double> ids = new LinkedHashMap<>();
        if (script == Analysis.ENGLISH) {
            ids.put("x:" + word.toLowerCase(Locale.ROOT), 1.0);
        }
        ids.putAll(Sounds.of(word, script));
        Kind kind = ids.isEmpty() ? Kind.NONE : script == Analysis.ENGLISH ? Kind.LATIN : Kind.SOUND;
        return new Unit(kind, word, span, ids);
    }

    private void chinese(String text, boolean[] taken, List<Unit> units) {
        List<Word> characters = Phrases.characters(text);
        int at = 0;
        while (at < text.length()) {
            char character = text.charAt(at);
            if (taken[at] || !Character.isLetter(character)) {
                at++;
            } else if (!ideograph(character)) {
                int end = endOfWord(text, at, taken);
                units.add(foreign(
                        text.substring(at, end), new Span(at, end), script(text.substring(at, end), Analysis.CHINESE)));
                at = end;
            } else {
                at = chineseWord(text, characters, at, units);
            }
        }
    }

    private int chineseWord(String text, List<Word> characters, int at, List<Unit> units) {
        Match match = phrases(Analysis.CHINESE).longest(characters, at);
        int transcribed = endOfTranscription(characters, at);
        // a single character of a name is no word: the horse in Obama
        if (match.length() <= 1 && transcribed - at >= 2) {
            Span span = new Span(at, transcribed);
            String name =
                    characters.subList(at, transcribed).stream().map(Word::stem).collect(Collectors.joining());
            units.add(transcription(name, span.in(text), span, match));
            return transcribed;
        }
        Span span = new Span(at, at + Math.max(1, match.length()));
        if (match.length() > 0) {
            units.add(known(match, span.in(text), span));
        } else if (CHINESE_PARTICLES.indexOf(characters.get(at).stem()) < 0) {
            addUncovered(span, text, units);
        }
        return span.end();
    }

    /** Characters that nothing covers, side by side, are one word, so far as can be told. */
    private static void addUncovered(Span span, String text, List<Unit> units) {
        boolean on = !units.isEmpty()
                && units.getLast().kind() == Kind.NONE
                && units.getLast().span().end() == span.start();
        Span whole = on ? new Span(units.removeLast().span().start(), span.end()) : span;
        units.add(new Unit(Kind.NONE, whole.in(text), whole, Map.of()));
    }

    /** Up to where the characters commonly write names and no longer word begins. */
    private int endOfTranscription(List<Word> characters, int at) {
        int end = at;
        while (end < characters.size()
                && Transcription.covers(characters.get(end).stem().charAt(0))
                && (end == at
                        || phrases(Analysis.CHINESE).longest(characters, end).length() <= 1)) {
            end++;
        }
        return end;
    }

    private static Unit transcription(String name, String words, Span span, Match single) {
        Map<String, Double> ids = new LinkedHashMap<>(Sounds.transcribed(name));
        if (ids.isEmpty()) {
            single.concepts().forEach(id -> ids.put(id, 1.0));
        }
        return new Unit(ids.isEmpty() ? Kind.NONE : Kind.SOUND, words, span, ids);
    }

    private static boolean ideograph(char character) {
        return Character.isIdeographic(character);
    }

    private static int endOfWord(String text, int at, boolean[] taken) {
        int end = at;
        while (end < text.length()
                && !taken[end]
                && Character.isLetterOrDigit(text.charAt(end))
                && !ideograph(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The language whose table and letters a word is looked up in: the text's own, but for words in another script. */
    static Analysis script(String word, Analysis analysis) {
        return switch (Character.UnicodeScript.of(word.codePointAt(0))) {
            case LATIN -> Analysis.ENGLISH;
            case CYRILLIC -> Analysis.RUSSIAN;
            case ARABIC -> analysis == Analysis.PERSIAN ? Analysis.PERSIAN : Analysis.ARABIC;
            case HAN -> Analysis.CHINESE;
            default -> Analysis.UNSTEMMED;
        };
    }
}
