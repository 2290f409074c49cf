/**
 * In: data sets with relevance judgements. Out: scorecards.
 */
@NullMarked
package dev.sanad.evaluation;

import org.jspecify.annotations.NullMarked;
