/**
 * A Bot API server of our own on loopback, for tests and for trying the bot without a token: calls of a bot in, documented {@code Update} and
 * {@code Message} objects out, and a control surface on which people write, press and edit.
 *
 * <p>What a call may say is checked against the documented types and limits (<a href="https://core.telegram.org/bots/api">Bot API</a>), not against
 * any one client. Deliberately narrower than the real server: {@code MarkdownV2} and {@code Markdown} are refused, of the reply markups only inline
 * keyboards are taken, and scalars of a wrong type are an error where the real server falls back to their default.
 *
 * <p>Read it in this order: {@link dev.sanad.sandbox.SandboxServer}, {@code Routes}, {@code Parameters}, {@code Methods}; then {@code Chats} and
 * {@code Updates} for the state, and {@code HtmlParser} for formatted text. {@link dev.sanad.sandbox.SandboxPage} is the
 * people's side for a browser: {@code PageGuard} says who may speak to it, {@code PageView} what a person sees, {@code PageStreams} how the browser is told,
 * {@code PageCalls} what a person does.
 */
@NullMarked
package dev.sanad.sandbox;

import org.jspecify.annotations.NullMarked;
