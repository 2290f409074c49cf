/** The only wiring. In: arguments, environment, {@code sanad.yaml}. Out: text or JSON on standard output, faults on standard error. */
@NullMarked
package dev.sanad.cli;

import org.jspecify.annotations.NullMarked;
