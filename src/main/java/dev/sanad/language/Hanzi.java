package dev.sanad.language;

import com.ibm.icu.text.Transliterator;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/**
 * Traditional and Simplified characters, one table made once from ICU's transliterators, which are slow and lock. Immutable and safe for use by
 * many threads; made at the first Chinese text, so others never wait for it.
 */
final class Hanzi {
    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9FFF;

    private static final class Table {
        static final char[] SIMPLIFIED = through("Hant-Hans");
        static final boolean[] TRADITIONAL_ONLY = changedAndOutside(SIMPLIFIED, "GB2312");
        static final boolean[] SIMPLIFIED_ONLY = changedAndOutside(through("Hans-Hant"), "Big5");
    }

    private Hanzi() {}

    static boolean covers(char character) {
        return character >= FIRST && character <= LAST;
    }

    /** The Simplified form of a character; itself where it has none. */
    static char simplified(char character) {
        return covers(character) ? Table.SIMPLIFIED[character - FIRST] : character;
    }

    /** Whether only Traditional text has it: it has a Simplified form and is not in GB 2312, the Simplified set. */
    static boolean traditionalOnly(char character) {
        return covers(character) && Table.TRADITIONAL_ONLY[character - FIRST];
    }

    /** Whether only Simplified text has it: it has a Traditional form and is not in the common part of Big5, the Traditional set. */
    static boolean simplifiedOnly(char character) {
        return covers(character) && Table.SIMPLIFIED_ONLY[character - FIRST];
    }

    private static char[] through(String id) {
        Transliterator transliterator = Transliterator.getInstance(id);
        StringBuilder all = new StringBuilder();
        for (int character = FIRST; character <= LAST; character++) {
            all.append((char) character).append('\n');
        }
        String[] lines = transliterator.transliterate(all.toString()).split("\n", -1);
        char[] table = new char[LAST - FIRST + 1];
        for (int i = 0; i < table.length; i++) {
            // a few have no single counterpart below U+10000: they stay as they are
            table[i] = lines[i].length() == 1 ? lines[i].charAt(0) : (char) (FIRST + i);
        }
        for (int i = 0; i < table.length; i++) {
            // so that a second pass changes nothing
            table[i] = covers(table[i]) ? table[table[i] - FIRST] : table[i];
        }
        return table;
    }

    private static boolean[] changedAndOutside(char[] table, String charset) {
        CharsetEncoder encoder = Charset.forName(charset).newEncoder();
        boolean[] telling = new boolean[table.length];
        for (int i = 0; i < table.length; i++) {
            char character = (char) (FIRST + i);
            telling[i] = table[i] != character && !common(encoder, character);
        }
        return telling;
    }

    /** Whether the set has the character; of Big5 only its first level counts, the second holds rare ones such as 个. */
    private static boolean common(CharsetEncoder encoder, char character) {
        if (character == '么' || !encoder.canEncode(character)) {
            // 么 stands in Big5's first level for a word that nobody writes, and in every second question in Simplified
            return character == '么' && !encoder.charset().name().equals("Big5");
        }
        byte[] bytes = String.valueOf(character).getBytes(encoder.charset());
        return !encoder.charset().name().equals("Big5") || (bytes[0] & 0xFF) < 0xC9;
    }
}
