package dev.sanad.corpus;

import dev.sanad.language.Language;
import dev.sanad.language.Span;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an article's text tells of itself. Careful rather than clever: where the text does not say, nothing is guessed, and no sentence is dropped from
 * what is kept.
 */
record Inference(Optional<String> title, Optional<String> source, Optional<LocalDate> published, List<Span> kept) {
    /** A prefix that scrapers write. */
    private static final Pattern STAMP =
            Pattern.compile("\\A[\\s\\p{Z}]*date\\s+(\\d{4}-\\d{2}-\\d{2})(?!\\d)[\\s\\p{Z}]*");

    private static final Pattern SOURCE_LINE = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:来源|來源|(?i:source)|Источник|منبع|المصدر) ?[:：] ?(?<name>[^\\r\\n:：。]{2,40}?)[ .]*$",
            Pattern.MULTILINE);
    private static final Pattern FIRST_PUBLISHED = Pattern.compile(
            "نشر\\s+أول[ا\u064B]{0,3}\\s+على\\s+موقع\\s+(?<name>[^\\r\\n.،]{2,40}?)(?= و| بتاريخ|[.،]|$)",
            Pattern.MULTILINE);
    private static final Pattern PUBLISHED = Pattern.compile(
            "نشر|بتاريخ|(?i:published|updated|posted)|Опубликовано|Обновлено|发布|發布|發佈|时间|時間|منتشر|انتشار|تاریخ");

    /** How many lines count as the top, where a date in words about publishing or in a sentence may be the article's. */
    private static final int TOP_LINES = 6;

    static Inference of(String text, int start, Language language) {
        Matcher stamp = STAMP.matcher(text).region(start, text.length());
        boolean stamped = stamp.lookingAt();
        List<Line> lines = Line.of(text, stamped ? stamp.end() : start, language);
        List<Line> kept = kept(lines);
        Optional<LocalDate> published =
                (stamped ? iso(stamp.group(1)) : Optional.<LocalDate>empty()).or(() -> date(lines));
        Optional<String> title =
                kept.stream().filter(Line::hasLetters).findFirst().map(line -> Headline.of(line, language));
        return new Inference(title, source(text, start), published, spans(lines, kept));
    }

    private static Optional<LocalDate> iso(String date) {
        try {
            return Optional.of(LocalDate.parse(date));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A line of its own first, then what is said about publishing, then a short line, then the first sentences. */
    private static Optional<LocalDate> date(List<Line> lines) {
        List<Line> top = lines.subList(0, Math.min(TOP_LINES, lines.size()));
        return first(lines.stream().filter(Line::bare).toList())
                .or(() -> first(top.stream()
                        .filter(line -> PUBLISHED.matcher(line.words()).find())
                        .toList()))
                .or(() -> first(top.stream().filter(Line::isShort).toList()))
                .or(() -> first(top));
    }

    private static Optional<LocalDate> first(List<Line> lines) {
        return lines.stream().flatMap(line -> line.dates().stream()).findFirst();
    }

    private static Optional<String> source(String text, int start) {
        Matcher stated = SOURCE_LINE.matcher(text).region(start, text.length());
        Matcher first = FIRST_PUBLISHED.matcher(text).region(start, text.length());
        Optional<String> name = Optional.empty();
        if (stated.find()) {
            name = Optional.of(stated.group("name"));
        } else if (first.find()) {
            name = Optional.of(first.group("name"));
        }
        return name.map(String::strip).filter(found -> found.chars().anyMatch(Character::isLetter));
    }

    private static List<Line> kept(List<Line> lines) {
        int last = lines.size() - tags(lines);
        List<Line> kept = new ArrayList<>();
        for (Line line : lines.subList(0, last)) {
            boolean navigation = line.bare() || (kept.isEmpty() && line.breadcrumb());
            if (!navigation) {
                kept.add(line);
            }
        }
        // a text of nothing but debris is kept whole: it has no other words
        return kept.isEmpty() ? lines : kept;
    }

    /** How many lines at the end are tags: short, and at least one of them said twice, or the run is no run of tags. */
    private static int tags(List<Line> lines) {
        int count = 0;
        Set<String> seen = new HashSet<>();
        boolean repeated = false;
        for (Line line : lines.reversed()) {
            if (!line.tag()) {
                break;
            }
            repeated |= !seen.add(line.words());
            count++;
        }
        return repeated && count < lines.size() ? count : 0;
    }

    /** One span for each run of neighbouring kept lines. */
    private static List<Span> spans(List<Line> lines, List<Line> kept) {
        List<Span> spans = new ArrayList<>();
        Set<Line> keep = new HashSet<>(kept);
        int start = -1;
        int end = -1;
        for (Line line : lines) {
            if (keep.contains(line)) {
                start = start < 0 ? line.span().start() : start;
                end = line.span().end();
            } else if (start >= 0) {
                spans.add(new Span(start, end));
                start = -1;
            }
        }
        if (start >= 0) {
            spans.add(new Span(start, end));
        }
        return spans;
    }
}
