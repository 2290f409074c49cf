package dev.sanad.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells the languages of one script apart by what only one of them has. */
final class Varieties {
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{M}']+");
    /** Above this share of letters that the language does not have, the text is in another one; below, they are names. */
    private static final double FOREIGN_SHARE = 0.02;

    private static final String PERSIAN_LETTERS = "پچژگ";
    private static final String PERSIAN_FORMS = "کی";
    private static final String ARABIC_LETTERS = "ةإ";
    private static final String ARABIC_FORMS = "أىيك";
    /** Urdu, Pashto, Kurdish, Uyghur, Sindhi. */
    private static final String FOREIGN_ARABIC = "ٹڈڑںھےہۓټډړږښځڅېۍڕڵێۆەۇۈۋڭٻڀٺٽڃڄڇڊڌڍڏڙڦڱڳڻ";

    private static final Set<String> ARABIC_WORDS = words(
            "من في على ما وما بما ماذا بماذا وماذا ومن هو هي هل كم متى أين اين لماذا كيف عن إلى الى الذي التي أي اي"
                    + " كان كانت هذا هذه ذلك تلك بعد قبل بين مع لا لم لن أو ماهي ماهو لمن عند قد");
    private static final Set<String> PERSIAN_WORDS = words(
            "از در به که كه این اين آن را با برای براي است بود شد چه چرا کجا كجا کی چند می مي شده کرد كرد چیست چيست"
                    + " کیست بر تا هم یا چگونه کدام كدام های هاي دارد بودند کند شود او");

    /** Ukrainian, Belarusian, Serbian, Macedonian, Kazakh, Kyrgyz, Tatar, Tajik, Mongolian. */
    private static final String FOREIGN_CYRILLIC = "іїєґўјљњћђџѓќѕәғқңөұүһҳҷӣӯҗ";

    private static final Set<String> RUSSIAN_WORDS = words(
            "и в во не что как кто где когда это он она они был была были с со у к по из для или же какой какая какие"
                    + " сколько почему его их чем о об от");
    private static final Set<String> BULGARIAN_WORDS = words(
            "е са се че ще си от във със към това който която което които как какво кой къде кога защо беше бе през"
                    + " при след тя той те има много не");

    private static final Set<String> ENGLISH_WORDS = words(
            "the of and is are was were be been what which who whom whose when where why how did does do has have had"
                + " with for from that this these those to in by on at an it its as not or if their there they he she"
                + " his her would could should can will may might many much than then into about after before during"
                + " between you your we our us i tell me name");
    private static final Set<String> FOREIGN_LATIN = words(
            "le la les des du et est une un dans pour que qui sur par au aux avec pas sont de quel quelle où el los"
                + " las del y en por con se su es una como más al lo der die das und ist von mit den dem ein eine für"
                + " auf nicht zu im sich auch wer wie wo il che di e della per non gli nel sono ed o os as do da em um"
                + " uma para não na no ve bir bu için ile da het een van dat op zijn met te voor yang dan dengan untuk"
                + " ini itu dari w z nie na się jest och att som på är av til og det ikke ku ji di bi li ne je");

    private Varieties() {}

    static Optional<Language> chinese(String text) {
        int traditional = 0;
        int simplified = 0;
        for (int i = 0; i < text.length(); i++) {
            traditional += Hanzi.traditionalOnly(text.charAt(i)) ? 1 : 0;
            simplified += Hanzi.simplifiedOnly(text.charAt(i)) ? 1 : 0;
        }
        if (traditional == simplified) {
            return Optional.empty();
        }
        return Optional.of(traditional > simplified ? Language.CHINESE_TRADITIONAL : Language.CHINESE_SIMPLIFIED);
    }

    static Optional<Language> arabicOrPersian(String text) {
        if (share(text, FOREIGN_ARABIC) > FOREIGN_SHARE) {
            return Optional.empty();
        }
        int persian = 3 * count(text, PERSIAN_LETTERS) + 2 * count(text, PERSIAN_FORMS);
        int arabic = 3 * count(text, ARABIC_LETTERS) + count(text, ARABIC_FORMS);
        for (String word : NOT_LETTERS.split(text, -1)) {
            persian += PERSIAN_WORDS.contains(word) ? 3 : 0;
            arabic += ARABIC_WORDS.contains(word) || joined(word) ? 3 : 0;
            // the article, which Persian has only in loans
            arabic += word.length() > 4 && (word.startsWith("ال") || word.startsWith("وال") || word.startsWith("لل"))
                    ? 2
                    : 0;
        }
        if (persian == arabic) {
            return Optional.empty();
        }
        return Optional.of(persian > arabic ? Language.PERSIAN : Language.ARABIC);
    }

    /** A small word with the "and" that Arabic writes onto it, and Persian does not. */
    private static boolean joined(String word) {
        return word.length() > 3 && word.startsWith("و") && ARABIC_WORDS.contains(word.substring(1));
    }

    static Optional<Language> russian(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (share(lower, FOREIGN_CYRILLIC) > FOREIGN_SHARE) {
            return Optional.empty();
        }
        // Bulgarian has neither of these letters
        if (count(lower, "ыэё") == 0) {
            int russian = 0;
            int bulgarian = 0;
            for (String word : NOT_LETTERS.split(lower, -1)) {
                russian += RUSSIAN_WORDS.contains(word) ? 1 : 0;
                bulgarian += BULGARIAN_WORDS.contains(word) ? 1 : 0;
            }
            if (bulgarian > russian) {
                return Optional.empty();
            }
        }
        return Optional.of(Language.RUSSIAN);
    }

    /** English only on evidence: its small words must stand in the text, and more often than those of other languages. */
    static Optional<Language> english(String text) {
        int english = 0;
        int foreign = 0;
        int words = 0;
        for (String word : NOT_LETTERS.split(text.toLowerCase(Locale.ROOT).replace('’', '\''), -1)) {
            words += word.isEmpty() ? 0 : 1;
            english += ENGLISH_WORDS.contains(word) ? 1 : 0;
            foreign += FOREIGN_LATIN.contains(word) || accented(word) ? 1 : 0;
        }
        boolean plausible = english > foreign && english * 10 >= words;
        return plausible ? Optional.of(Language.ENGLISH) : Optional.empty();
    }

    private static boolean accented(String word) {
        return word.chars()
                .anyMatch(character -> character > 0x7F && character < 0x250 && Character.isLetter(character));
    }

    private static int count(String text, String letters) {
        return (int) text.chars()
                .filter(character -> letters.indexOf(character) >= 0)
                .count();
    }

    private static double share(String text, String letters) {
        long all = text.chars().filter(Character::isLetter).count();
        return all == 0 ? 0 : (double) count(text, letters) / all;
    }

    private static Set<String> words(String words) {
        return Arrays.stream(words.split(" ", -1)).collect(Collectors.toUnmodifiableSet());
    }
}
