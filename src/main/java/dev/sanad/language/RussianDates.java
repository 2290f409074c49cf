package dev.sanad.language;

import java.util.List;

final class RussianDates {
    static final List<DateForm> FORMS = List.of();

    private RussianDates() {}
}
