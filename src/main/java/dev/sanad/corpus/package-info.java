/**
 * In: files and folders. Out: {@link dev.sanad.corpus.Article}s, each with its text of record and metadata that knows whether
 * it was given or inferred; a file that cannot be one is reported in one line.
 */
@NullMarked
package dev.sanad.corpus;

import org.jspecify.annotations.NullMarked;
