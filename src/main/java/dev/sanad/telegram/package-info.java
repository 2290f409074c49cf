/**
 * Updates of Telegram in, rendered answers out.
 */
@NullMarked
package dev.sanad.telegram;

import org.jspecify.annotations.NullMarked;
