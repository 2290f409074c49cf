/**
 * In: a topic. Out: a cited {@link dev.sanad.brief.Brief} over several articles, grouped by date.
 */
@NullMarked
package dev.sanad.brief;

import org.jspecify.annotations.NullMarked;
