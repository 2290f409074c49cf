package dev.sanad.language;

/** What a question asks for. */
public enum AnswerKind {
    DATE,
    NUMBER,
    PERSON,
    PLACE,
    QUOTE,
    REASON,
    /** Anything else, or not told by a question word. */
    OTHER
}
