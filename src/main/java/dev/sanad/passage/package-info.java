/**
 * In: an {@link dev.sanad.corpus.Article}. Out: its {@link dev.sanad.passage.Passage}s of whole sentences, which cover the kept text.
 */
@NullMarked
package dev.sanad.passage;

import org.jspecify.annotations.NullMarked;
