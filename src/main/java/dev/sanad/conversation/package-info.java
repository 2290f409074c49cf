/**
 * In: a message of a chat. Out: a question in context; and what is kept between messages (the store).
 */
@NullMarked
package dev.sanad.conversation;

import org.jspecify.annotations.NullMarked;
