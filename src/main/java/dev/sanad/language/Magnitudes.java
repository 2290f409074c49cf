package dev.sanad.language;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that multiply the number before them, as they stand in a {@link Shadow}. */
final class Magnitudes {
    private static final Map<String, Integer> POWERS = powers("""
        2 hundred
        3 thousand тысяч тысяча тысячи тысячу тысяче тысячей тысячам тысячами тысячах тыс الف الفا الاف هزار
        6 million millions mn mln миллион миллиона миллиону миллионом миллионе миллионы миллионов миллионам миллионами миллионах млн مليون مليونا ملايين مليونين ميليون
        9 billion billions bn миллиард миллиарда миллиарду миллиардом миллиарде миллиарды миллиардов миллиардам миллиардами миллиардах млрд مليار مليارا مليارات بليون بلايين ميليارد بيليون
        12 trillion trillions tn trn триллион триллиона триллиону триллионом триллионе триллионы триллионов триллионам триллионами триллионах трлн تريليون تريليونا تريليونات ترليون
        """);
    private static final Pattern WORD = Pattern.compile("[ -]{0,2}(\\p{L}{2,14}+)(?!\\p{L})\\.?");
    /** Not before units of measure: 千克 is a kilogram, 兆瓦 a megawatt. */
    private static final Pattern HAN =
            Pattern.compile(" ?[多余]?((?:[十百千]?(?:[万亿]|兆(?![瓦赫字比位帕欧])))++|千(?![克米瓦赫卡伏字帕焦])|百(?![分货]))");
    /** Thousand billions are said; more magnitudes in a row are not a number. */
    private static final int MOST_WORDS = 2;

    private Magnitudes() {}

    /**
     * What follows a number.
     *
     * @param power of ten that multiplies it
     * @param end of the magnitude; of the number, where there is none
     */
    record After(int power, int end) {}

    static After after(String shadow, int start) {
        if (start >= shadow.length()) {
            return new After(0, start);
        }
        Matcher han = HAN.matcher(shadow).region(start, shadow.length()).useTransparentBounds(true);
        if (han.lookingAt()) {
            return new After(
                    han.group(1).chars().map(unit -> power((char) unit)).sum(), han.end());
        }
        int power = 0;
        int end = start;
        Matcher word = WORD.matcher(shadow);
        for (int words = 0; words < MOST_WORDS; words++) {
            word.region(end, shadow.length()).useTransparentBounds(true);
            if (!word.lookingAt() || !POWERS.containsKey(word.group(1))) {
                break;
            }
            power += POWERS.get(word.group(1));
            boolean abbreviated = word.group(1).equals("тыс")
                    || word.group(1).equals("млн")
                    || word.group(1).equals("млрд");
            end = abbreviated ? word.end() : word.end(1);
        }
        return new After(power, end);
    }

    static boolean chinese(char character) {
        return power(character) > 0;
    }

    /** The power of ten of a Chinese unit; 0 where it is none. */
    static int power(char unit) {
        return switch (unit) {
            case '十' -> 1;
            case '百' -> 2;
            case '千' -> 3;
            case '万' -> 4;
            case '亿' -> 8;
            case '兆' -> 12;
            default -> 0;
        };
    }

    private static Map<String, Integer> powers(String table) {
        Map<String, Integer> powers = new HashMap<>();
        table.lines().forEach(line -> {
            String[] cells = line.split(" ", -1);
            for (int i = 1; i < cells.length; i++) {
                powers.put(Shadow.of(cells[i]), Integer.valueOf(cells[0]));
            }
        });
        return Map.copyOf(powers);
    }
}
