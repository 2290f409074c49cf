package dev.sanad.language;

/** Weekdays of Arabic, and its words for the days around the one that a text was written on. */
final class ArabicDays {
    static final Names WEEKDAYS = Names.of("""
        1 الاثنين|الإثنين
        2 الثلاثاء
        3 الأربعاء
        4 الخميس
        5 الجمعة
        6 السبت
        7 الأحد\
        """);
    private static final Names DAYS = Names.of("""
        0 اليوم|الليلة
        -1 أمس|الأمس|بالأمس|البارحة
        -2 أول أمس|أمس الأول
        1 غدا|الغد\
        """);

    /** Before another word with the article the word for today is just a day: <i>the following day</i>. */
    static final DateForm DAY = DateForm.of(
            DAYS.starts(),
            DAYS.start() + ArabicDates.WORD + "(?<days>" + DAYS.pattern() + ")(?!\\p{L})(?! ال(?!"
                    + WEEKDAYS.patternWithout("ال") + "))",
            (match, reference) -> Relative.day(reference, DAYS.number(match.word("days"))));

    private ArabicDays() {}
}
