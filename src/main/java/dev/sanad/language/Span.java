package dev.sanad.language;

/** A stretch of a text: UTF-16 code units, end exclusive, never empty. */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("bad span [%d, %d)".formatted(start, end));
        }
    }

    /** The words of {@code text} that this span names. */
    public String in(String text) {
        return text.substring(start, end);
    }

    public int length() {
        return end - start;
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    public Span shift(int by) {
        return new Span(start + by, end + by);
    }
}
