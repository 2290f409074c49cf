package dev.sanad.answer;

import java.util.Set;

/** Whether two rows of consonants may be one name: from four consonants on one may differ, from eight two. */
final class SoundAlike {
    private static final int CONSONANTS_AN_EDIT = 4;

    private SoundAlike() {}

    /** @param shortest how many consonants a row has at least */
    static boolean any(Set<String> some, Set<String> others, int shortest) {
        return some.stream()
                .filter(one -> one.length() >= shortest)
                .anyMatch(one -> others.stream().anyMatch(other -> alike(one, other)));
    }

    private static boolean alike(String one, String other) {
        int allowed = Math.min(one.length(), other.length()) / CONSONANTS_AN_EDIT;
        return Math.abs(one.length() - other.length()) <= allowed && distance(one, other) <= allowed;
    }

    /** Of Levenshtein (1965). */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }
}
