package dev.sanad.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.IslamicCalendar;
import com.ibm.icu.util.PersianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code language/cldr.tsv} is what ICU's copy of Unicode CLDR says, written out because loading CLDR takes a second or two at each start.
 * {@code mvn -B test -Dtest=CldrTableTest -Dcldr=write} writes it again after ICU changed.
 */
class CldrTableTest {
    private static final Path TABLE = Path.of("src/main/resources/language/cldr.tsv");

    /** The columns of a glossary, each with the locales whose words stand in it. */
    private static final Map<String, List<ULocale>> COLUMNS = columns();

    private static final Pattern BRACKETED = Pattern.compile(" ?[(（].*?[)）]");

    /** Said of many places; without it the name alone remains, as news write it. */
    private static final Pattern ADMINISTRATIVE = Pattern.compile("特别行政区|特別行政區| SAR China| SAR");

    @Test
    void theTableIsWhatCldrSays() throws IOException {
        String table = table();
        if ("write".equals(System.getProperty("cldr"))) {
            Files.writeString(TABLE, table);
        }
        assertThat(Files.readString(TABLE)).isEqualTo(table);
    }

    private static Map<String, List<ULocale>> columns() {
        Map<String, List<ULocale>> columns = new LinkedHashMap<>();
        columns.put("en", List.of(ULocale.ENGLISH));
        // the Levant and Iraq call the months otherwise, as do Algeria and Tunisia
        columns.put("ar", List.of(new ULocale("ar"), new ULocale("ar_SY"), new ULocale("ar_DZ")));
        columns.put("fa", List.of(new ULocale("fa"), new ULocale("fa_AF")));
        columns.put("zh", List.of(ULocale.SIMPLIFIED_CHINESE, ULocale.TRADITIONAL_CHINESE, new ULocale("zh_Hant_HK")));
        columns.put("ru", List.of(new ULocale("ru")));
        return columns;
    }

    private static String table() {
        List<String> rows = new ArrayList<>();
        territories(rows);
        languages(rows);
        cities(rows);
        months(rows);
        weekdays(rows);
        currencies(rows);
        numbers(rows);
        return "# Generated from Unicode CLDR through ICU by CldrTableTest; Unicode License v3. Not to be edited by"
                + " hand.\n"
                + "id\tdomain\ten\tar\tfa\tzh\tru\n"
                + String.join("\n", rows)
                + "\n";
    }

    private static void row(List<String> rows, String id, String domain, BiConsumer<ULocale, Set<String>> names) {
        List<String> cells = new ArrayList<>(List.of(id, domain));
        COLUMNS.forEach((column, locales) -> {
            Set<String> words = new LinkedHashSet<>();
            for (ULocale locale : locales) {
                Set<String> said = new LinkedHashSet<>();
                names.accept(locale, said);
                said.stream().map(CldrTableTest::plain).forEach(words::add);
            }
            words.removeIf(String::isBlank);
            cells.add(words.isEmpty() ? "-" : String.join("|", words));
        });
        rows.add(String.join("\t", cells));
    }

    private static String plain(String name) {
        String first = name.split("[,،]", 2)[0];
        String bare =
                ADMINISTRATIVE.matcher(BRACKETED.matcher(first).replaceAll("")).replaceAll("");
        // signs of direction, and the bars and tabs that the table itself uses
        return bare.replaceAll("[\\p{Cf}&&[^\\x{200C}]]", "")
                .replaceAll("[|\\t]", " ")
                .strip();
    }

    private static void territories(List<String> rows) {
        for (String code : new TreeSet<>(Arrays.asList(Locale.getISOCountries()))) {
            row(rows, "c:" + code, "place", (locale, names) -> {
                for (var length : List.of(
                        com.ibm.icu.text.DisplayContext.LENGTH_FULL, com.ibm.icu.text.DisplayContext.LENGTH_SHORT)) {
                    names.add(LocaleDisplayNames.getInstance(locale, length).regionDisplayName(code));
                }
            });
        }
        for (String code : List.of(
                "002", "003", "005", "009", "019", "142", "145", "150", "015", "030", "034", "143", "EU", "UN")) {
            row(
                    rows,
                    "c:" + code,
                    "place",
                    (locale, names) ->
                            names.add(LocaleDisplayNames.getInstance(locale).regionDisplayName(code)));
        }
    }

    private static void languages(List<String> rows) {
        for (String code : List.of(
                "ar", "az", "be", "bn", "bg", "zh", "hr", "cs", "da", "nl", "en", "et", "fi", "fr", "ka", "de", "el",
                "he", "hi", "hu", "id", "it", "ja", "kk", "ko", "ku", "la", "lv", "lt", "ms", "no", "ps", "fa", "pl",
                "pt", "pa", "ro", "ru", "sa", "sr", "sk", "sl", "es", "sw", "sv", "tg", "ta", "th", "tr", "tk", "uk",
                "ur", "uz", "vi")) {
            row(
                    rows,
                    "l:" + code,
                    "culture",
                    (locale, names) ->
                            names.add(LocaleDisplayNames.getInstance(locale).languageDisplayName(code)));
        }
    }

    private static void cities(List<String> rows) {
        for (String zone : new TreeSet<>(TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null))) {
            row(rows, "t:" + zone, "place", (locale, names) -> {
                String name = TimeZoneNames.getInstance(locale).getExemplarLocationName(zone);
                if (name != null) {
                    names.add(name);
                }
            });
        }
    }

    private static void months(List<String> rows) {
        Map<String, com.ibm.icu.util.Calendar> calendars = new LinkedHashMap<>();
        calendars.put("m:", new GregorianCalendar());
        calendars.put("m:islamic-", new IslamicCalendar());
        calendars.put("m:persian-", new PersianCalendar());
        calendars.forEach((prefix, calendar) -> {
            for (int month = 0; month < 12; month++) {
                int index = month;
                row(rows, prefix + (month + 1), "time", (locale, names) -> {
                    if (locale.getLanguage().equals("zh")) {
                        return; // 1月 is a number and a word, and a date to Dates
                    }
                    DateFormatSymbols symbols = new DateFormatSymbols(calendar, locale);
                    for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
                        names.add(symbols.getMonths(context, DateFormatSymbols.WIDE)[index]);
                    }
                });
            }
        });
    }

    private static void weekdays(List<String> rows) {
        for (int day = 1; day <= 7; day++) {
            int index = day;
            row(rows, "w:" + day, "time", (locale, names) -> {
                DateFormatSymbols symbols = new DateFormatSymbols(locale);
                names.add(symbols.getWeekdays(DateFormatSymbols.FORMAT, DateFormatSymbols.WIDE)[index]);
                if (locale.getLanguage().equals("zh")) {
                    names.add(symbols.getWeekdays(DateFormatSymbols.FORMAT, DateFormatSymbols.ABBREVIATED)[index]);
                }
            });
        }
    }

    private static void currencies(List<String> rows) {
        for (String code : List.of(
                "AED", "AFN", "AUD", "BRL", "CAD", "CHF", "CNY", "EGP", "EUR", "GBP", "HKD", "ILS", "INR", "IQD", "IRR",
                "JOD", "JPY", "KRW", "KWD", "LBP", "MXN", "OMR", "PKR", "QAR", "RUB", "SAR", "SYP", "TRY", "TWD", "UAH",
                "USD", "YER", "ZAR")) {
            row(rows, "u:" + code, "economy", (locale, names) -> {
                names.add(Currency.getInstance(code).getName(locale, Currency.LONG_NAME, new boolean[1]));
                for (String plural : List.of("one", "few", "many", "other")) {
                    names.add(Currency.getInstance(code)
                            .getName(locale, Currency.PLURAL_LONG_NAME, plural, new boolean[1]));
                }
            });
        }
    }

    /** 2 to 20, the tens, and the hundreds; one is also a pronoun, and thousands and millions follow a number. */
    private static void numbers(List<String> rows) {
        Set<Integer> values = new TreeSet<>();
        for (int i = 2; i <= 20; i++) {
            values.add(i);
        }
        for (int i = 30; i <= 100; i += 10) {
            values.add(i);
        }
        for (int i = 200; i < 1000; i += 100) {
            values.add(i);
        }
        for (int value : values) {
            row(rows, "n:" + value, "measure", (locale, names) -> {
                if (locale.getLanguage().equals("zh")) {
                    return; // Numbers reads them
                }
                RuleBasedNumberFormat spellOut = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
                for (String rules : new TreeSet<>(Arrays.asList(spellOut.getRuleSetNames()))) {
                    if (rules.startsWith("%spellout-cardinal") || rules.startsWith("%spellout-ordinal")) {
                        names.add(spellOut.format(value, rules).replace('-', ' '));
                    }
                }
            });
        }
    }
}
