package dev.sanad.language;

import java.util.List;

final class ArabicDates {
    static final List<DateForm> FORMS = List.of();

    private ArabicDates() {}
}
