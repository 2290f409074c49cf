package dev.sanad.language;

import java.util.List;

final class EnglishDates {
    static final List<DateForm> FORMS = List.of();

    private EnglishDates() {}
}
