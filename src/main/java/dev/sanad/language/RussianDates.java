package dev.sanad.language;

import dev.sanad.language.Relative.Turn;
import java.util.List;
import java.util.Optional;

/** {@code 28 января 2026 года}, {@code в январе}, {@code в 2015 году}, {@code в прошлую среду}. */
final class RussianDates {
    private static final Names MONTHS = Names.of("""
        1 январь|января|январе|январю|январём|янв
        2 февраль|февраля|феврале|февралю|февралём|фев
        3 март|марта|марте|марту|мартом
        4 апрель|апреля|апреле|апрелю|апрелем|апр
        5 май|мая|мае|маю|маем
        6 июнь|июня|июне|июню|июнем
        7 июль|июля|июле|июлю|июлем
        8 август|августа|августе|августу|августом|авг
        9 сентябрь|сентября|сентябре|сентябрю|сентябрём|сен|сент
        10 октябрь|октября|октябре|октябрю|октябрём|окт
        11 ноябрь|ноября|ноябре|ноябрю|ноябрём|ноя|нояб
        12 декабрь|декабря|декабре|декабрю|декабрём|дек\
        """);
    /** Wednesday is also a milieu, so its forms are read only after a preposition; see the pattern. */
    private static final Names WEEKDAYS = Names.of("""
        1 понедельник|понедельника|понедельнику|понедельником
        2 вторник|вторника|вторнику|вторником
        3 среду|среды|среде|средой|среда
        4 четверг|четверга|четвергу|четвергом
        5 пятница|пятницу|пятницы|пятнице|пятницей
        6 суббота|субботу|субботы|субботе|субботой
        7 воскресенье|воскресенья|воскресенью\
        """);

    private static final Names DAYS = Names.of("""
        0 сегодня
        -1 вчера|накануне вечером
        -2 позавчера
        1 завтра
        2 послезавтра\
        """);

    private static final String MONTH =
            MONTHS.start() + "(?<![\\p{L}\\d])(?<month>" + MONTHS.pattern() + ")(?!\\p{L})\\.?";
    private static final String YEAR =
            "(?<year>(?:19|20)\\d\\d)(?!\\d)(?:(?:-\\p{L}{1,3})? ?(?:год\\p{L}{0,3}|гг?(?!\\p{L})\\.?))?";
    private static final String TURN = "(?<turn>прошл|минувш|эт|нынешн|текущ|следующ|будущ)\\p{L}{1,3} ";
    private static final Starts TURN_STARTS =
            Starts.words(List.of("прошл", "минувш", "эт", "нынешн", "текущ", "следующ", "будущ"));

    static final List<DateForm> FORMS = List.of(
            DateForm.of(
                    Starts.DIGITS,
                    "(?<![\\d.,/-])(?<day>\\d{1,2})(?:-(?:го|е|ое|му))? {1,2}" + MONTH + "(?: {1,2}" + YEAR + ")?",
                    (match, reference) -> Optional.of(Dated.of(match, MONTHS))),
            DateForm.of(
                    MONTHS.starts(),
                    MONTH + ",? {1,2}" + YEAR,
                    (match, reference) -> Optional.of(Dated.of(match, MONTHS))),
            DateForm.of(
                    MONTHS.starts(),
                    MONTHS.start()
                            + "(?<=(?<!\\p{L})(?:в|с|со|к|до|на|после|начале|конце|середине|начала|конца|середины|течение|за)"
                            + " )"
                            + MONTH + "(?! {0,2}\\d)",
                    (match, reference) -> Optional.of(Dated.of(match, MONTHS))),
            DateForm.of(
                    Starts.DIGITS,
                    "(?<!\\d)(?<year>(?:19|20)\\d\\d)(?!\\d)(?:-\\p{L}{1,3})? ?(?:год\\p{L}{0,3}(?!\\p{L})|гг?\\.)",
                    (match, reference) -> Dated.year(match)),
            DateForm.of(
                    TURN_STARTS.or(WEEKDAYS.starts()),
                    "(?<!\\p{L})(?:" + TURN + ")?(?<weekday>" + WEEKDAYS.pattern() + ")(?!\\p{L})",
                    (match, reference) -> weekday(match)
                            ? Relative.weekday(reference, WEEKDAYS.number(match.word("weekday")), turn(match))
                            : Optional.empty()),
            DateForm.of(
                    DAYS.starts(),
                    DAYS.start() + "(?<!\\p{L})(?<days>" + DAYS.pattern() + ")(?!\\p{L})",
                    (match, reference) -> Relative.day(reference, DAYS.number(match.word("days")))),
            DateForm.of(
                    TURN_STARTS,
                    "(?<!\\p{L})" + TURN + "(?<unit>год|месяц)\\p{L}{0,2}(?!\\p{L})",
                    (match, reference) -> match.word("unit").equals("год")
                            ? Relative.year(reference, turn(match))
                            : Relative.month(reference, turn(match))));

    private static final java.util.regex.Pattern PREPOSITION = java.util.regex.Pattern.compile(
            "(?:^|.*\\P{L})(?:в|во|к|до|со|с|на|по|вечером|утром|днем) {1,2}", java.util.regex.Pattern.DOTALL);

    private RussianDates() {}

    private static boolean weekday(DateForm.Match match) {
        if (!match.word("weekday").startsWith("сред") || match.group("turn").isPresent()) {
            return true;
        }
        int start = match.matcher().start();
        String before = Shadow.of(match.text().substring(Math.max(0, start - 10), start));
        return PREPOSITION.matcher(before).matches();
    }

    private static Turn turn(DateForm.Match match) {
        return switch (match.group("turn").orElse("эт")) {
            case "прошл", "минувш" -> Turn.LAST;
            case "следующ", "будущ" -> Turn.NEXT;
            default -> Turn.THIS;
        };
    }
}
