/**
 * In: data sets with relevance judgements, and questions whose answer is known. Out: scorecards.
 */
@NullMarked
package dev.sanad.evaluation;

import org.jspecify.annotations.NullMarked;
