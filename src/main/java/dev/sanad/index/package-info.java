/**
 * In: passages. Out: a searchable snapshot on disk (Lucene), brought up to date by content hash, committed atomically.
 */
@NullMarked
package dev.sanad.index;

import org.jspecify.annotations.NullMarked;
