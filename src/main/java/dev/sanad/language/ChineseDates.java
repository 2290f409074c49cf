package dev.sanad.language;

import dev.sanad.language.Relative.Turn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code 2026年1月28日}, {@code 二〇二六年}, {@code 去年12月}, {@code 28日}, {@code 上周五}, {@code 本月}. */
final class ChineseDates {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String YEAR = "(?<!\\d)(?<year>(?:19|20)\\d\\d|[一二][" + DIGITS + "]{3}) ?年";
    private static final String MONTH = "(?<![\\d" + DIGITS + "十.])(?<month>\\d{1,2}|[十" + DIGITS + "]{1,2}) ?月";
    private static final String DAY = "(?<day>\\d{1,2}|[十" + DIGITS + "]{1,3}) ?[日号]";
    private static final String TURN_OF_YEAR = "(?<turn>去年|今年|明年)";
    private static final Starts YEAR_STARTS = Starts.DIGITS.or(Starts.anyOf("一二"));
    private static final Starts MONTH_STARTS = Starts.DIGITS.or(Starts.anyOf(DIGITS + "十"));
    private static final Names DAYS = Names.of("""
        0 今天|今日|今晨|今晚
        -1 昨天|昨日|昨晚
        -2 前天
        1 明天|明日
        2 后天|後天\
        """);
    private static final String WEEKDAYS = "一二三四五六日";

    static final List<DateForm> FORMS = List.of(
            DateForm.of(
                    YEAR_STARTS,
                    YEAR + " ?" + MONTH.replaceFirst("^\\(\\?<!.*?\\)", "") + "(?: ?" + DAY + ")?",
                    ChineseDates::stated),
            DateForm.of(YEAR_STARTS, YEAR + "(?![前来间後后])", ChineseDates::stated),
            DateForm.of(MONTH_STARTS, MONTH + "(?: ?" + DAY + ")?", ChineseDates::stated),
            DateForm.of(
                    MONTH_STARTS,
                    MONTH + " {0,2}(?<day>\\d{1,2}) ?[,，] {0,2}(?<year>(?:19|20)\\d\\d)(?!\\d)",
                    ChineseDates::stated),
            DateForm.of(
                    Starts.anyOf("去今明"), TURN_OF_YEAR + "(?: ?" + MONTH + "(?: ?" + DAY + ")?)?", ChineseDates::turned),
            DateForm.of(
                    Starts.DIGITS,
                    "(?<![\\d月年.:" + DIGITS + "十])(?<day>\\d{1,2})[日号](?![游遊内间後后以夜之均元线線])",
                    ChineseDates::dayAlone),
            DateForm.of(
                    Starts.anyOf("本这上下个周星礼"),
                    "(?<turn>[本这上下]?)个?(?:周|星期|礼拜)(?<weekday>[" + WEEKDAYS + "天])(?![" + DIGITS + "年])",
                    (match, reference) ->
                            weekday(reference, match.word("weekday").charAt(0), match.word("turn"))),
            DateForm.of(
                    DAYS.starts(),
                    "(?<days>" + DAYS.pattern() + ")",
                    (match, reference) -> Relative.day(reference, DAYS.number(match.word("days")))),
            DateForm.of(
                    Starts.anyOf("上本这下"),
                    "(?<turn>上|本|这|下)个?月(?![台球光])",
                    (match, reference) -> Relative.month(reference, turn(match.word("turn")))));

    private ChineseDates() {}

    private static Optional<PartialDate> stated(DateForm.Match match, Optional<LocalDate> reference) {
        return Optional.of(new PartialDate(number(match, "year"), number(match, "month"), number(match, "day")));
    }

    private static Optional<PartialDate> turned(DateForm.Match match, Optional<LocalDate> reference) {
        int step = switch (match.word("turn")) {
            case "去年" -> -1;
            case "明年" -> 1;
            default -> 0;
        };
        return reference.map(today ->
                new PartialDate(OptionalInt.of(today.getYear() + step), number(match, "month"), number(match, "day")));
    }

    /** The day of this month, or of the last where this month's is still to come: news tells what was. */
    private static Optional<PartialDate> dayAlone(DateForm.Match match, Optional<LocalDate> reference) {
        int day = number(match, "day").getAsInt();
        PartialDate stated = new PartialDate(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(day));
        return Optional.of(reference
                .map(today -> day <= today.getDayOfMonth() ? today : today.minusMonths(1))
                .map(month -> PartialDate.of(month.getYear(), month.getMonthValue(), day))
                .orElse(stated));
    }

    /** With 上 or 下 the day of the week before or after, weeks beginning on Monday; else the nearest one not after the reference. */
    private static Optional<PartialDate> weekday(Optional<LocalDate> reference, char name, String turn) {
        int weekday = name == '天' ? 7 : WEEKDAYS.indexOf(name) + 1;
        if (turn.equals("上") || turn.equals("下")) {
            int days = turn(turn).step() * 7 + weekday;
            return reference.map(today ->
                    PartialDate.of(today.plusDays(days - today.getDayOfWeek().getValue())));
        }
        return Relative.weekday(reference, weekday, Turn.THIS);
    }

    private static Turn turn(String word) {
        return switch (word) {
            case "上" -> Turn.LAST;
            case "下" -> Turn.NEXT;
            default -> Turn.THIS;
        };
    }

    private static OptionalInt number(DateForm.Match match, String group) {
        return match.group(group).flatMap(ChineseNumerals::value).stream()
                .mapToInt(BigDecimal::intValue)
                .findFirst();
    }
}
