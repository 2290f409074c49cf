/**
 * In: a {@link dev.sanad.retrieval.Question}. Out: ranked {@link dev.sanad.retrieval.Evidence} and one confidence.
 *
 * <p>An empty list means that nothing was found; a broken index throws.
 */
@NullMarked
package dev.sanad.retrieval;

import org.jspecify.annotations.NullMarked;
