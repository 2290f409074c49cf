package dev.sanad.index;

import dev.sanad.language.Glossary;
import dev.sanad.language.Glossary.Concept;
import dev.sanad.language.Hanzi;
import dev.sanad.language.Language.Analysis;
import dev.sanad.language.Transcription;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How often two names are taken for one by their sound, and one for two: the packed names in their usual form, each row one name. */
final class SoundRates {
    private static final List<Analysis> ANALYSES =
            List.of(Analysis.ENGLISH, Analysis.ARABIC, Analysis.PERSIAN, Analysis.CHINESE, Analysis.RUSSIAN);

    private static final int SHORTEST = 3;
    private static final int LONGEST = 7;

    private final Map<Analysis, Map<String, Set<String>>> names = new EnumMap<>(Analysis.class);
    private final Map<Analysis, Map<String, Set<String>>> words = new EnumMap<>(Analysis.class);

    SoundRates(Glossary glossary) {
        for (Analysis analysis : ANALYSES) {
            for (Concept concept : glossary.concepts()) {
                concept.in(analysis).stream()
                        .findFirst()
                        .ifPresent(first -> (concept.name() ? names : words)
                                .computeIfAbsent(analysis, unused -> new HashMap<>())
                                .put(concept.id(), sounds(first, analysis)));
            }
        }
    }

    private static Set<String> sounds(String name, Analysis analysis) {
        Set<String> sounds = new HashSet<>();
        if (analysis != Analysis.CHINESE) {
            for (String word : name.split("[ -]", -1)) {
                sounds.addAll(Sounds.of(word, analysis).keySet());
            }
            return sounds;
        }
        StringBuilder run = new StringBuilder();
        for (char character : (name + " ").toCharArray()) {
            char simplified = Hanzi.simplified(character);
            if (Transcription.covers(simplified)) {
                run.append(simplified);
            } else {
                sounds.addAll(Sounds.transcribed(run.toString()).keySet());
                run.setLength(0);
            }
        }
        return sounds;
    }

    /**
     * What equal sounds are worth.
     *
     * @param same pairs of one name of which both have sounds
     * @param met those of them that meet
     * @param different pairs of two names
     * @param wrong those of them that meet
     */
    record Rate(int same, int met, long different, long wrong) {
        double recall() {
            return (double) met / same;
        }

        double falseRate() {
            return (double) wrong / different;
        }

        /** The chance that two names that meet are one, each of as many names of the other language being as likely. */
        double precision() {
            return (double) met / (met + wrong);
        }
    }

    Map<String, Rate> byLanguages() {
        Map<String, Rate> rates = new TreeMap<>();
        for (int i = 0; i < ANALYSES.size(); i++) {
            for (Analysis other : ANALYSES.subList(i + 1, ANALYSES.size())) {
                rates.put(ANALYSES.get(i) + " " + other, rate(names(ANALYSES.get(i)), names(other), ""));
            }
        }
        return rates;
    }

    /** By the identifier's kind and length: {@code k3}; of the pairs without Chinese for {@code k}, with it for {@code q}. */
    Map<String, Rate> byIdentifier() {
        Map<String, Rate> rates = new TreeMap<>();
        for (int i = 0; i < ANALYSES.size(); i++) {
            for (Analysis other : ANALYSES.subList(i + 1, ANALYSES.size())) {
                String kind = ANALYSES.get(i) == Analysis.CHINESE || other == Analysis.CHINESE ? "q" : "k";
                for (int length = SHORTEST; length <= LONGEST; length++) {
                    Rate rate = rate(names(ANALYSES.get(i)), names(other), kind + length);
                    rates.merge(kind + length, rate, SoundRates::sum);
                }
            }
        }
        return rates;
    }

    /** How often the ordinary words of each language meet names of English, and those of English names of Russian. */
    Map<String, Rate> ofWords() {
        Map<String, Rate> rates = new TreeMap<>();
        for (Analysis analysis : ANALYSES) {
            Analysis other = analysis == Analysis.ENGLISH ? Analysis.RUSSIAN : Analysis.ENGLISH;
            rates.put(analysis.name(), rate(words.getOrDefault(analysis, Map.of()), names(other), ""));
        }
        return rates;
    }

    private Map<String, Set<String>> names(Analysis analysis) {
        return names.getOrDefault(analysis, Map.of());
    }

    private static Rate sum(Rate one, Rate other) {
        return new Rate(
                one.same + other.same, one.met + other.met, one.different + other.different, one.wrong + other.wrong);
    }

    /** {@code k3} of a row of three consonants. */
    private static String kind(String sound) {
        return sound.charAt(0) + String.valueOf(sound.length() - "k:".length());
    }

    /** @param kind of the identifiers that count; all where it is empty */
    private static Rate rate(Map<String, Set<String>> some, Map<String, Set<String>> others, String kind) {
        Map<String, List<String>> holders = new HashMap<>();
        others.forEach((id, sounds) -> sounds.forEach(sound ->
                holders.computeIfAbsent(sound, unused -> new ArrayList<>()).add(id)));
        int same = 0;
        int met = 0;
        long wrong = 0;
        for (Map.Entry<String, Set<String>> one : some.entrySet()) {
            Set<String> meeting = new HashSet<>();
            for (String sound : one.getValue()) {
                if (kind.isEmpty() || kind.equals(kind(sound))) {
                    meeting.addAll(holders.getOrDefault(sound, List.of()));
                }
            }
            Set<String> own = others.getOrDefault(one.getKey(), Set.of());
            same += one.getValue().isEmpty() || own.isEmpty() ? 0 : 1;
            met += meeting.remove(one.getKey()) ? 1 : 0;
            wrong += meeting.size();
        }
        return new Rate(same, met, (long) some.size() * others.size() - same, wrong);
    }
}
