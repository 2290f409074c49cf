package dev.sanad.language;

/** What a question asks for. */
public enum AnswerKind {
    /** Any part of a date. */
    DATE,
    DAY,
    MONTH,
    YEAR,
    NUMBER,
    PERSON,
    PLACE,
    QUOTE,
    REASON,
    /** Anything else, or not told by a question word. */
    OTHER
}
