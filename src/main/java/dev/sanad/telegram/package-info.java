/**
 * Updates of Telegram in, rendered answers out.
 *
 * <p>{@link dev.sanad.telegram.Bot} is the whole; {@link dev.sanad.telegram.Request} reads a message, {@code Conversations} answers it,
 * {@link dev.sanad.telegram.Node} is the tree that everything shown is made of.
 */
@NullMarked
package dev.sanad.telegram;

import org.jspecify.annotations.NullMarked;
