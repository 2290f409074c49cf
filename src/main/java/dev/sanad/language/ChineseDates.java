package dev.sanad.language;

import java.util.List;

final class ChineseDates {
    static final List<DateForm> FORMS = List.of();

    private ChineseDates() {}
}
