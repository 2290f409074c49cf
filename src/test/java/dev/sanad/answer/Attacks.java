package dev.sanad.answer;

import dev.sanad.answer.Stories.Fact;
import dev.sanad.answer.Stories.Marked;
import dev.sanad.answer.Stories.Story;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Evidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Right sentences, and the same with a fact or a marker exchanged for another of its kind from the same evidence: always the same ones. Knows nothing of the gate. */
final class Attacks {
    private static final long SEED = 20260128;
    private static final int PASSAGES = 3;
    private static final int DRAWS = 4;

    /**
     * A sentence to judge.
     *
     * @param kind what was exchanged, {@code RIGHT} if nothing
     * @param reply as a model would write it, with its marker
     * @param source the file that the sentence, before anything was exchanged, is about
     */
    record Case(
            String kind, Language language, boolean crossing, String reply, List<Evidence> evidence, String source) {}

    private final Stories stories;
    private final Random random = new Random(SEED);
    private final List<Case> cases = new ArrayList<>();

    private Attacks(Stories stories) {
        this.stories = stories;
    }

    static List<Case> of(Stories stories) {
        Attacks attacks = new Attacks(stories);
        Stories.LANGUAGES.forEach(attacks::add);
        return attacks.cases;
    }

    private void add(Language asked) {
        List<Language> others = Stories.LANGUAGES.stream()
                .filter(other -> other.analysis() != asked.analysis() && other != Language.CHINESE_TRADITIONAL)
                .toList();
        for (Story story : stories.in(asked)) {
            for (Marked answer : story.answers()) {
                for (int draw = 0; draw < DRAWS; draw++) {
                    add(story, answer, asked);
                    add(story, answer, others.get((draw + random.nextInt(others.size())) % others.size()));
                }
            }
        }
    }

    private void add(Story story, Marked answer, Language written) {
        List<Story> read = new ArrayList<>(stories.in(written));
        Collections.shuffle(read, random);
        read.removeIf(other -> other.name().equals(story.name()));
        read = new ArrayList<>(read.subList(0, PASSAGES - 1));
        read.add(random.nextInt(PASSAGES), stories.in(written, story.name()));
        List<Evidence> evidence = read.stream().map(Story::evidence).toList();
        int right = 1 + read.stream().map(Story::name).toList().indexOf(story.name());
        Language asked = story.language();
        boolean crossing = asked.analysis() != written.analysis();
        String source = story.name() + ".md";
        cases.add(new Case("RIGHT", asked, crossing, marked(answer.plain(), right), evidence, source));
        int wrong = 1 + (right + random.nextInt(PASSAGES - 1)) % PASSAGES;
        cases.add(new Case("MARKER", asked, crossing, marked(answer.plain(), wrong), evidence, source));
        for (Fact fact : Fact.values()) {
            exchanged(story, answer, fact, read)
                    .ifPresent(text ->
                            cases.add(new Case(fact.name(), asked, crossing, marked(text, right), evidence, source)));
        }
    }

    private Optional<String> exchanged(Story story, Marked answer, Fact fact, List<Story> read) {
        List<String> slots = new ArrayList<>(answer.slots());
        slots.removeIf(slot -> !fact.has(slot));
        if (slots.isEmpty()) {
            return Optional.empty();
        }
        String slot = slots.get(random.nextInt(slots.size()));
        List<String> others = read.stream()
                .map(other -> stories.in(story.language(), other.name()))
                .flatMap(other -> other.facts().entrySet().stream()
                        .filter(found -> found.getKey().charAt(0) == slot.charAt(0))
                        .map(Map.Entry::getValue))
                .filter(words -> !answer.plain().contains(words))
                .toList();
        return Optional.of(answer.with(slot, others.get(random.nextInt(others.size()))));
    }

    private static String marked(String sentence, int marker) {
        return sentence + " [" + marker + "]";
    }

    static Stream<String> kinds() {
        return Stream.of("NUMBER", "DATE", "NAME", "MARKER", "RIGHT");
    }
}
