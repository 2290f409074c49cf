package dev.sanad.language;

import java.util.List;

final class PersianDates {
    static final List<DateForm> FORMS = List.of();

    private PersianDates() {}
}
