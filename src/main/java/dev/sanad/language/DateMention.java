package dev.sanad.language;

/** A date where it stands in a text. */
public record DateMention(Span span, PartialDate date) {}
