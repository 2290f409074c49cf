package dev.sanad.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How the words of a question tie it to an earlier one, from {@code language/follow-ups.tsv} and the {@link QuestionWords}. Immutable and safe for use by
 * many threads.
 */
public final class FollowUpWords {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** After a lead that is written onto the next word, and before one that ends a question. */
    private static final String ATTACHED = "-";

    private static final String TAIL = "…";

    private static final Map<Language, Phrases> TABLE =
            LanguageTable.rows("follow-ups.tsv", (language, cells) -> phrases(cells, language));

    /**
     * What a question is made of.
     *
     * @param led whether it begins, or asking nothing else ends, as one that goes on from another does
     * @param refers whether it points to what was named before
     * @param asks whether it has a question word
     * @param rest its other words that say something, as they stand; blank where there are none
     */
    public record Ties(boolean led, boolean refers, boolean asks, String rest) {}

    private enum Role {
        OWN,
        LEAD,
        TAIL,
        REFERS,
        LIGHT,
        ASKS
    }

    /**
     * @param roles of phrases by their folded words; in Chinese by their Simplified characters
     * @param longest phrase, in words
     * @param attached leads that are written onto the next word
     */
    private record Phrases(Map<List<String>, Role> roles, int longest, List<String> attached) {
        Optional<Role> role(List<String> words) {
            return Optional.ofNullable(roles.get(words));
        }
    }

    private record Word(String shown, String folded) {}

    private FollowUpWords() {}

    /** What {@code question} is made of. */
    public static Ties in(String question, Language language) {
        Phrases phrases = TABLE.getOrDefault(language, new Phrases(Map.of(), 0, List.of()));
        Reader reader = new Reader(detached(QuestionWords.split(question, language), phrases), phrases);
        reader.read();
        String rest = String.join(language.chinese() ? "" : " ", reader.rest);
        return new Ties(
                reader.led || (reader.tail && !reader.asks),
                reader.refers,
                reader.asks,
                SPACE.matcher(rest).replaceAll(" ").strip());
    }

    /** The words with an attached lead as a word of its own, where what is left of the first word has a role. */
    private static List<Word> detached(List<QuestionWords.Word> split, Phrases phrases) {
        List<Word> words = new ArrayList<>();
        split.forEach(word -> words.add(new Word(word.shown(), word.folded())));
        if (words.isEmpty()) {
            return words;
        }
        Word first = words.getFirst();
        if (match(words, 0, phrases).length() > 0) {
            return words;
        }
        for (String lead : phrases.attached) {
            if (first.folded.startsWith(lead) && first.folded.length() > lead.length()) {
                String bare = first.folded.substring(lead.length());
                List<Word> without = new ArrayList<>(words);
                without.set(0, new Word(bare, bare));
                if (match(without, 0, phrases).length() > 0) {
                    without.addFirst(new Word(lead, lead));
                    return without;
                }
            }
        }
        return words;
    }

    private record Match(int length, Role role) {
        static final Match NONE = new Match(0, Role.OWN);
    }

    /** The longest phrase that begins at a word. */
    private static Match match(List<Word> words, int at, Phrases phrases) {
        for (int length = Math.min(phrases.longest, words.size() - at); length > 0; length--) {
            List<String> folded =
                    words.subList(at, at + length).stream().map(Word::folded).toList();
            Optional<Role> role = phrases.role(folded);
            if (role.isPresent() && inPlace(role.get(), at, at + length == words.size())) {
                return new Match(length, role.get());
            }
        }
        return Match.NONE;
    }

    private static boolean inPlace(Role role, int at, boolean last) {
        return switch (role) {
            case LEAD -> at == 0;
            case TAIL -> last && at > 0;
            case OWN, REFERS, LIGHT, ASKS -> true;
        };
    }

    /** One reading from the first word to the last. */
    private static final class Reader {
        private final List<Word> words;
        private final Phrases phrases;
        private final List<String> rest = new ArrayList<>();
        private boolean led;
        private boolean tail;
        private boolean refers;
        private boolean asks;

        Reader(List<Word> words, Phrases phrases) {
            this.words = words;
            this.phrases = phrases;
        }

        void read() {
            for (int at = 0; at < words.size(); ) {
                Match match = match(words, at, phrases);
                int end = at + Math.max(1, match.length);
                switch (match.role) {
                    case LEAD -> led = true;
                    case TAIL -> tail = true;
                    case REFERS -> refers = true;
                    case ASKS -> asks = true;
                    case LIGHT -> {}
                    case OWN -> words.subList(at, end).stream().map(Word::shown).forEach(rest::add);
                }
                if (match.role != Role.OWN) {
                    // so that characters on both sides of it make no word
                    rest.add(" ");
                }
                at = end;
            }
        }
    }

    private static Phrases phrases(String[] cells, Language language) {
        Map<List<String>, Role> roles = new HashMap<>();
        QuestionWords.phrases(language).forEach(phrase -> roles.put(folded(phrase, language), Role.ASKS));
        put(cells[3], Role.LIGHT, language, roles);
        put(cells[2], Role.REFERS, language, roles);
        put(cells[1], Role.LEAD, language, roles);
        put(cells[4], Role.OWN, language, roles);
        cell(cells[1])
                .filter(phrase -> phrase.startsWith(TAIL))
                .forEach(phrase -> roles.put(folded(phrase.substring(TAIL.length()), language), Role.TAIL));
        int longest = roles.keySet().stream().mapToInt(List::size).max().orElse(0);
        List<String> attached = cell(cells[1])
                .filter(phrase -> phrase.endsWith(ATTACHED))
                .map(phrase -> Folding.fold(phrase.substring(0, phrase.length() - ATTACHED.length())))
                .toList();
        attached.forEach(lead -> roles.put(List.of(lead), Role.LEAD));
        return new Phrases(Map.copyOf(roles), longest, attached);
    }

    private static void put(String cell, Role role, Language language, Map<List<String>, Role> roles) {
        cell(cell)
                .filter(phrase -> !phrase.endsWith(ATTACHED) && !phrase.startsWith(TAIL))
                .forEach(phrase -> roles.put(folded(phrase, language), role));
    }

    private static Stream<String> cell(String cell) {
        return Arrays.stream(cell.split(" \\| ", -1));
    }

    private static List<String> folded(String phrase, Language language) {
        return QuestionWords.split(phrase, language).stream()
                .map(QuestionWords.Word::folded)
                .toList();
    }
}
