/**
 * In: a model's name. Out: a folder with its {@code model.onnx} and {@code tokenizer.json}, whole and as the hub states them. Knows nothing of what
 * the models are for.
 */
@NullMarked
package dev.sanad.models;

import org.jspecify.annotations.NullMarked;
