package dev.sanad.answer;

import dev.sanad.answer.Stories.Fact;
import dev.sanad.answer.Stories.Marked;
import dev.sanad.answer.Stories.Story;
import dev.sanad.language.Language;
import dev.sanad.language.Language.Analysis;
import dev.sanad.retrieval.Evidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Right sentences, two of them joined, and right ones spoilt: a fact or a marker exchanged for another of its kind from the same evidence, or a clause added that
 * nothing states, or one of a story that is not in the evidence. Always the same ones. Knows nothing of the gate.
 */
final class Attacks {
    private static final long SEED = 20260128;
    private static final int PASSAGES = 3;
    private static final int DRAWS = 4;

    private static final Map<Analysis, String> COMMAS = Map.of(
            Analysis.ENGLISH, ", and ",
            Analysis.RUSSIAN, ", и ",
            Analysis.ARABIC, "، و",
            Analysis.PERSIAN, "، و ",
            Analysis.CHINESE, "，");

    /**
     * A sentence to judge.
     *
     * @param kind what was exchanged or added, {@code RIGHT} if nothing, {@code JOINED} if another right sentence
     * @param reply as a model would write it, with its marker
     * @param source the file that the sentence, before anything was exchanged, is about
     */
    record Case(
            String kind, Language language, boolean crossing, String reply, List<Evidence> evidence, String source) {}

    private final Stories stories;
    private final Random random = new Random(SEED);
    private final Random joining = new Random(SEED);
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
        added(story, answer, read)
                .forEach((kind, text) ->
                        cases.add(new Case(kind, asked, crossing, marked(text, right), evidence, source)));
    }

    private Map<String, String> added(Story story, Marked answer, List<Story> read) {
        List<String> clauses = stories.clauses(story.language());
        List<String> elsewhere = stories.in(story.language()).stream()
                .filter(other -> read.stream().noneMatch(one -> one.name().equals(other.name())))
                .flatMap(other -> other.answers().stream())
                .map(Marked::plain)
                .toList();
        Marked next = story.answers()
                .get((story.answers().indexOf(answer) + 1) % story.answers().size());
        String comma = COMMAS.get(story.language().analysis());
        return Map.of(
                "CLAUSE", joined(answer, clauses.get(joining.nextInt(clauses.size())) + "."),
                "STORY", joined(answer, comma + elsewhere.get(joining.nextInt(elsewhere.size()))),
                "JOINED", joined(answer, comma + next.plain()));
    }

    private static String joined(Marked answer, String more) {
        String open = answer.plain().replaceFirst("[.。]$", "");
        return open + (Character.isLetter(more.codePointAt(0)) ? " " + more : more);
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
        return Stream.of("NUMBER", "DATE", "NAME", "MARKER", "CLAUSE", "STORY", "RIGHT", "JOINED");
    }
}
