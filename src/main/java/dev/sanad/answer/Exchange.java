package dev.sanad.answer;

/** A request to a model: what came of it, and the tokens that it took. */
public record Exchange(Reply reply, Tokens tokens) {}
