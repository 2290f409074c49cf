/**
 * In: {@link dev.sanad.retrieval.Evidence}. Out: a verified {@link dev.sanad.answer.Answer}: every sentence cites the exact original words it rests on.
 */
@NullMarked
package dev.sanad.answer;

import org.jspecify.annotations.NullMarked;
