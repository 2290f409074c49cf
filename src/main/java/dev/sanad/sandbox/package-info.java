/**
 * A Bot API server of our own on loopback, for tests and for trying the bot without a token.
 */
@NullMarked
package dev.sanad.sandbox;

import org.jspecify.annotations.NullMarked;
