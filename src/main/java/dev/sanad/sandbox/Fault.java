package dev.sanad.sandbox;

import java.time.Duration;

/** What can go wrong with a call, for a test to script. */
public sealed interface Fault {
    /** 429; the call is not done. */
    record TooManyRequests(int retryAfterSeconds) implements Fault {}

    /** 400, as where the server knows no such method or does not want it here; the call is not done. */
    record Refused() implements Fault {}

    /** 409, as where another instance polls; the call is not done. */
    record Conflict() implements Fault {}

    /** 500 with the usual JSON; the call is not done. */
    record ServerError() implements Fault {}

    /** 502 with a page of HTML, as a gateway answers; the call is not done. */
    record BadGateway() implements Fault {}

    /** The connection ends without an answer; the call is not done. */
    record CutBefore() implements Fault {}

    /** The connection ends without an answer although the call is done: the bot cannot tell it from {@link CutBefore}. */
    record CutAfter() implements Fault {}

    /** The call is done, later. */
    record Delay(Duration length) implements Fault {}

    /** The call is done, and answered later. */
    record LateReply(Duration length) implements Fault {}
}
