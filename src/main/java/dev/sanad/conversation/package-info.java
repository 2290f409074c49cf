/**
 * In: a message of a chat. Out: a question in context; and what is kept between messages (the store).
 *
 * <p>Open {@link dev.sanad.conversation.Questions} first for how a message becomes a question, {@link dev.sanad.conversation.FollowUps} for how one is
 * completed from those before, {@link dev.sanad.conversation.Store} for what outlives a restart.
 */
@NullMarked
package dev.sanad.conversation;

import org.jspecify.annotations.NullMarked;
