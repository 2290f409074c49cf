package dev.sanad.passage;

import dev.sanad.language.Hanzi;

/**
 * A sentence by its letters and digits alone, as 64 bits: reprints of a sentence share it, whatever their punctuation, case, white space or
 * Chinese script. FNV-1a (Fowler, Noll, Vo), finished by MurmurHash3's mixer so that near inputs spread.
 */
public final class Fingerprint {
    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    /** The fingerprint of {@code sentence}; 0 where it has neither letter nor digit. */
    public static long of(String sentence) {
        long hash = OFFSET_BASIS;
        int counted = 0;
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                char folded = Hanzi.simplified(Character.toLowerCase(c));
                hash = (hash ^ (folded & 0xff)) * PRIME;
                hash = (hash ^ (folded >> 8)) * PRIME;
                counted++;
            }
        }
        return counted == 0 ? 0 : mix(hash);
    }

    private static long mix(long hash) {
        long mixed = hash;
        mixed ^= mixed >>> 33;
        mixed *= 0xff51afd7ed558ccdL;
        mixed ^= mixed >>> 33;
        mixed *= 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
