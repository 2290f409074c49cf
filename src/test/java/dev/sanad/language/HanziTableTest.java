package dev.sanad.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * {@code language/hanzi.tsv} is what ICU's transliterators say, written out because asking them takes most of a second at each start.
 * {@code mvn -B test -Dtest=HanziTableTest -Dhanzi=write} writes it again after ICU changed.
 */
class HanziTableTest {
    private static final Path TABLE = Path.of("src/main/resources/language/hanzi.tsv");

    @Test
    void theTableIsWhatIcuSays() throws IOException {
        String table = table();
        if ("write".equals(System.getProperty("hanzi"))) {
            Files.writeString(TABLE, table);
        }
        assertThat(Files.readString(TABLE)).isEqualTo(table);
    }

    @Test
    void aCharacterIsSimplifiedOnceAndForAll() {
        assertThat(Hanzi.simplified('俄')).isEqualTo('俄');
        assertThat(Hanzi.simplified('羅')).isEqualTo('罗');
        for (int character = Hanzi.FIRST; character <= Hanzi.LAST; character++) {
            char once = Hanzi.simplified((char) character);
            assertThat(Hanzi.simplified(once)).isEqualTo(once);
        }
    }

    @Test
    void simplifiedWordsAreWrittenInTraditionalCharacters() {
        assertThat(Hanzi.traditional("俄罗斯与叙利亚的关系")).isEqualTo("俄羅斯與敘利亞的關係");
        assertThat(Hanzi.traditional("克里姆林宫")).isEqualTo("克里姆林宮");
        assertThat(Hanzi.traditional("里海")).isEqualTo("裏海");
        assertThat(Hanzi.traditional("干预干旱")).isEqualTo("干預乾旱");
        assertThat(Hanzi.traditional("以色列 G20")).isEqualTo("以色列 G20");
    }

    private static String table() {
        char[] simplified = through("Hant-Hans");
        char[] traditional = through("Hans-Hant");
        return "# Generated from ICU's transliterators (Unicode License v3), GB 2312 and Big5 by HanziTableTest. Not"
                + " to be edited by hand.\n"
                + "simplified\t" + pairs(simplified) + "\n"
                + "traditional\t" + pairs(traditional) + "\n"
                + "traditional-only\t" + changedAndOutside(simplified, "GB2312") + "\n"
                + "simplified-only\t" + changedAndOutside(traditional, "Big5") + "\n";
    }

    private static String pairs(char[] table) {
        StringBuilder pairs = new StringBuilder();
        for (int i = 0; i < table.length; i++) {
            char character = (char) (Hanzi.FIRST + i);
            pairs.append(table[i] == character ? "" : "" + character + table[i]);
        }
        return pairs.toString();
    }

    private static char[] through(String id) {
        Transliterator transliterator = Transliterator.getInstance(id);
        StringBuilder all = new StringBuilder();
        for (int character = Hanzi.FIRST; character <= Hanzi.LAST; character++) {
            all.append((char) character).append('\n');
        }
        String[] lines = transliterator.transliterate(all.toString()).split("\n", -1);
        char[] table = new char[Hanzi.LAST - Hanzi.FIRST + 1];
        for (int i = 0; i < table.length; i++) {
            // a few have no single counterpart below U+10000: they stay as they are
            table[i] = lines[i].length() == 1 ? lines[i].charAt(0) : (char) (Hanzi.FIRST + i);
        }
        for (int i = 0; i < table.length; i++) {
            // so that a second pass changes nothing
            table[i] = Hanzi.covers(table[i]) ? table[table[i] - Hanzi.FIRST] : table[i];
        }
        return table;
    }

    private static String changedAndOutside(char[] table, String charset) {
        CharsetEncoder encoder = Charset.forName(charset).newEncoder();
        StringBuilder telling = new StringBuilder();
        for (int i = 0; i < table.length; i++) {
            char character = (char) (Hanzi.FIRST + i);
            telling.append(table[i] != character && !common(encoder, character) ? "" + character : "");
        }
        return telling.toString();
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
