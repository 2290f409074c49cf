/**
 * Updates of Telegram in, rendered answers out.
 *
 * <p>{@link dev.sanad.telegram.Bot} is the whole. Updates come by {@code Poll} or {@code Webhook}, are committed by {@code Intake}, and handed to the chats' {@code Lanes} by
 * {@code Dispatch}; what is typed inline goes to {@code Inline} at once. {@link dev.sanad.telegram.Request} reads a message, {@code Conversation} answers it,
 * {@link dev.sanad.telegram.Node} is the tree that everything shown is made of.
 */
@NullMarked
package dev.sanad.telegram;

import org.jspecify.annotations.NullMarked;
