/**
 * What the rest needs to know about languages. In: text. Out: its language, folded text, numbers, dates.
 *
 * <p>{@link dev.sanad.language.Language} is the one table; everything that differs by language is a column of it.
 */
@NullMarked
package dev.sanad.language;

import org.jspecify.annotations.NullMarked;
