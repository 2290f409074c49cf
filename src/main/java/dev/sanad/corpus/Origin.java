package dev.sanad.corpus;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a received text comes from, and who may read it.
 *
 * @param chat it came in, by Telegram's number
 * @param message it came with, in the chat's numbering
 * @param source the outlet; empty where that is for the text to say
 * @param published empty where that is for the text to say
 * @param url where it can be seen
 */
public record Origin(
        long chat,
        int message,
        Optional<String> source,
        Optional<LocalDate> published,
        Optional<URI> url,
        Audience audience) {}
