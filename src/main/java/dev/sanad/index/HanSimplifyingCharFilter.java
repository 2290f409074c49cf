package dev.sanad.index;

import dev.sanad.language.Hanzi;
import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;

/** Chinese characters in their Simplified form, length for length, so offsets stay. */
final class HanSimplifyingCharFilter extends CharFilter {
    HanSimplifyingCharFilter(Reader input) {
        super(input);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = input.read(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) {
            buffer[i] = Hanzi.simplified(buffer[i]);
        }
        return read;
    }

    @Override
    protected int correct(int currentOffset) {
        return currentOffset;
    }
}
