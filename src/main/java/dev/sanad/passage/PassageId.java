package dev.sanad.passage;

/** Stable name of a passage: twelve hexadecimal digits of its article's id, a dot, and its place in the article from 0. */
public record PassageId(String value) implements Comparable<PassageId> {
    /** What all passages of its article share; the whole name where it has no dot. */
    public String article() {
        int dot = value.lastIndexOf('.');
        return value.substring(0, dot < 0 ? value.length() : dot);
    }

    @Override
    public int compareTo(PassageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
