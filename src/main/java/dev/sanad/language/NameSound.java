package dev.sanad.language;

import dev.sanad.language.Language.Analysis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names by their sound, so that {@code Tartus}, {@code Тартус} and {@code طرطوس} are one: a word becomes the row of its consonants in classes that
 * the scripts share, with a mark for a vowel at the start (after Soundex and its kin; Freeman et al. 2006 match Arabic and English names so).
 * What a script leaves open gives several rows. Immutable and safe for use by many threads.
 *
 * <p>Classes: {@code B} b p, {@code F} f v w, {@code T} t d th, {@code S} s z, {@code C} sh ch j zh, {@code K} k g q kh, {@code L R M N},
 * at the start also {@code H} and {@code A} for any vowel. Vowels and h within a word are dropped, double consonants are one.
 */
public final class NameSound {
    /** No word is read in more ways than this. */
    private static final int MOST_READINGS = 6;

    /** Shorter rows are met by chance. */
    static final int SHORTEST = 3;

    /** A row of so many consonants is no name. */
    private static final int LONGEST = 12;

    private static final int LEAST_AFTER_PREFIX = 4;

    private static final Pattern ARABIC_ARTICLE = Pattern.compile("^[وفبكل]?(?:ال|لل)(?=.{3})");
    private static final Pattern ARABIC_PREFIX = Pattern.compile("^[وفبكل](?=.{4})");
    private static final Pattern PERSIAN_SUFFIX =
            Pattern.compile("(?<=.{3})(?:هایشان|هایش|هایی|های|ها|ترین|تر|اش|شان|ام|ات)$");
    private static final Pattern RUSSIAN_ENDING = Pattern.compile(
            "(?<=.{3})(?:ого|его|ому|ему|ыми|ими|ами|ями|ом|ем|ым|им|ах|ях|ам|ям|ою|ей|ой|ых|их|ый|ий|ая|ое|ые|а|у|ы|е|о|и|ю|я|ь)$");
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");

    /** Longest first; a slash parts two readings, {@code -} is silence. */
    private static final Map<String, String> LATIN = sounds(
            "sch C|tch C|sh C|ch C/K|zh C|kh K|gh K/-|ph F|th T|dj C|dzh C|ts S/TS|tz S/TS|ck K|qu K|ce S|ci S|cy S|ge"
                    + " K/C|gi K/C|gy K/C|b B|c K|d T|f F|g K|h H|j C/-|k K|l L|m M|n N|p B|q K|r R|s S|t T|v F|w F/-|x"
                    + " KS|z S");

    private static final Map<String, String> CYRILLIC =
            sounds("дж C|тц S/TS|кс KS|б B|в F|г K/H|д T|ж C|з S|к K|л L|м M|н N|п B|р R|с S|т T|ф F|х H/K|"
                    + "ц S/TS|ч C|ш C|щ C|ъ -|ь -");

    private static final Map<String, String> ARABIC =
            sounds("تش C|كس KS|ب B|ت T|ث T|ج C/K|ح H|خ K|د T|ذ T|ر R|ز S|س S|ش C|ص S|ض T|ط T|ظ S|غ K|ف F|ق K|"
                    + "ك K|ک K|گ K|ل L|م M|ن N|ه H|ة -|پ B|چ C|ژ C|ڤ F|ع -");

    private static final Map<String, String> PERSIAN =
            sounds("کس KS|ب B|پ B|ت T|ث S|ج C|چ C|ح H|خ K|د T|ذ S|ر R|ز S|ژ C|س S|ش C|ص S|ض S|ط T|ظ S|غ K|ف F|"
                    + "ق K|ک K|ك K|گ K|ل L|م M|ن N|ه H|و F/-|ع -");

    private static final int LONGEST_LETTER_GROUP = 3;

    private NameSound() {}

    /**
     * The rows of consonants that {@code word}, written in {@code script}'s language, may stand for; empty where it has too few.
     *
     * @param word one word as it stands in the text
     * @param script of the word: Latin words in an Arabic text are {@link Analysis#ENGLISH}
     */
    public static Set<String> of(String word, Analysis script) {
        Set<String> rows = heard(word, script);
        rows.removeIf(row -> row.length() < SHORTEST);
        return rows.size() <= MOST_READINGS
                ? rows
                : new LinkedHashSet<>(List.copyOf(rows).subList(0, MOST_READINGS));
    }

    /** As {@link #of}, with the rows that are too short to search by: of two texts that are read side by side they may be compared. */
    public static Set<String> heard(String word, Analysis script) {
        String folded = word.toLowerCase(Locale.ROOT);
        Set<String> rows = new LinkedHashSet<>();
        for (String bare : bare(folded, script)) {
            rows.addAll(rows(bare, script));
        }
        rows.removeIf(row -> row.isEmpty() || row.length() > LONGEST);
        return rows;
    }

    /** A row as Chinese can write it: it has no r, one sibilant for many, and m closes a syllable as n. */
    public static String coarse(String row) {
        StringBuilder coarse = new StringBuilder(row.length());
        for (int i = 0; i < row.length(); i++) {
            char consonant = row.charAt(i);
            coarse.append(
                    switch (consonant) {
                        case 'R' -> 'L';
                        case 'C' -> 'S';
                        case 'M' -> 'N';
                        default -> consonant;
                    });
        }
        return coarse.toString();
    }

    /** The word without what its language attaches to names. */
    private static List<String> bare(String word, Analysis script) {
        return switch (script) {
            case ARABIC -> arabic(Folding.fold(word));
            case PERSIAN ->
                List.of(PERSIAN_SUFFIX.matcher(word.replace("\u200C", "")).replaceFirst(""));
            case RUSSIAN -> List.of(RUSSIAN_ENDING.matcher(word).replaceFirst(""));
            case ENGLISH, UNSTEMMED, CHINESE ->
                List.of(POSSESSIVE.matcher(Folding.fold(word)).replaceFirst(""));
        };
    }

    /** With and without a letter that may be a particle: {@code بشار} begins with one of them and has none. */
    private static List<String> arabic(String word) {
        String noun = ARABIC_ARTICLE.matcher(word).replaceFirst("");
        if (!noun.equals(word)) {
            return List.of(noun);
        }
        String stripped =
                word.length() > LEAST_AFTER_PREFIX ? ARABIC_PREFIX.matcher(word).replaceFirst("") : word;
        return stripped.equals(word) ? List.of(word) : List.of(word, stripped);
    }

    private static Set<String> rows(String word, Analysis script) {
        Map<String, String> sounds = switch (script) {
            case ARABIC -> ARABIC;
            case PERSIAN -> PERSIAN;
            case RUSSIAN -> CYRILLIC;
            case ENGLISH, UNSTEMMED, CHINESE -> LATIN;
        };
        List<StringBuilder> readings = new ArrayList<>(List.of(new StringBuilder()));
        String before = "";
        for (int at = 0; at < word.length(); ) {
            String group = group(word, at, sounds);
            // at the start it is as often a consonant: Washington
            boolean waw = at == 0 && script == Analysis.ARABIC && group.equals("و");
            String heard = waw ? "-/F" : sounds.getOrDefault(group, "-");
            if (!(heard.equals(before) && sounds.containsKey(group))) {
                read(readings, heard.split("/", -1), at == 0);
            }
            before = sounds.containsKey(group) ? heard : "";
            at += Math.max(1, consumed(group));
        }
        Set<String> rows = new LinkedHashSet<>();
        readings.forEach(reading -> rows.add(reading.toString()));
        return rows;
    }

    /** Of "ce" the vowel is read again, as it may begin what follows. */
    private static int consumed(String group) {
        boolean vowelShowsTheSound =
                group.length() == 2 && "cg".indexOf(group.charAt(0)) >= 0 && "eiy".indexOf(group.charAt(1)) >= 0;
        return vowelShowsTheSound ? 1 : group.length();
    }

    private static String group(String word, int at, Map<String, String> sounds) {
        for (int length = Math.min(LONGEST_LETTER_GROUP, word.length() - at); length > 1; length--) {
            String group = word.substring(at, at + length);
            if (sounds.containsKey(group)) {
                return group;
            }
        }
        return word.substring(at, at + 1);
    }

    private static void read(List<StringBuilder> readings, String[] heard, boolean first) {
        int before = readings.size();
        for (int i = 0; i < before; i++) {
            String so = readings.get(i).toString();
            for (int j = 0; j < heard.length; j++) {
                String added = added(so, heard[j], first);
                if (j == 0) {
                    readings.get(i).append(added);
                } else if (readings.size() < MOST_READINGS && !added.equals(added(so, heard[0], first))) {
                    readings.add(new StringBuilder(so).append(added));
                }
            }
        }
    }

    private static String added(String so, String heard, boolean first) {
        if (heard.equals("-")) {
            return first && so.isEmpty() ? "A" : "";
        }
        if (heard.equals("H") && !first) {
            return "";
        }
        return heard;
    }

    private static Map<String, String> sounds(String table) {
        Map<String, String> sounds = new HashMap<>();
        for (String entry : table.split("\\|", -1)) {
            String[] cells = entry.split(" ", 2);
            sounds.put(cells[0], cells[1]);
        }
        return Map.copyOf(sounds);
    }
}
