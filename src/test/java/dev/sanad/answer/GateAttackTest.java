package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.sanad.answer.Attacks.Case;
import dev.sanad.answer.Stories.Marked;
import dev.sanad.answer.Stories.Story;
import dev.sanad.answer.Tally.Count;
import dev.sanad.index.Analyzers;
import dev.sanad.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the gate stands against sentences in which one fact or marker was exchanged or a clause added, and what it does to right ones (decision 0012). */
class GateAttackTest {
    private static final Stories STORIES = new Stories();
    private static final List<Case> CASES = Attacks.of(STORIES);
    private static final Set<String> RIGHT = Set.of("RIGHT", "JOINED");
    private static final int WORDS_IN_A_ROW = 8;

    private static Tally tally;

    @BeforeAll
    static void measure() {
        tally = Tally.of(CASES, new CitationVerifier(Analyzers.packed()));
        System.out.println(tally);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NUMBER", "DATE", "NAME", "MARKER"})
    void ofHundredExchangedFactsAndMarkersOfAKindNinetyEightAreStopped(String kind) {
        assertThat(tally.kind(kind, language -> true, Optional.empty()).share()).isGreaterThanOrEqualTo(0.98);
        for (Language language : Stories.LANGUAGES) {
            Count count = tally.kind(kind, language::equals, Optional.empty());
            assertThat(count.share()).as("%s %s %s", kind, language, count).isGreaterThanOrEqualTo(0.95);
        }
    }

    @Test
    void ofRightSentencesThreeInHundredAreRemovedAtMostAndFifteenAcrossLanguages() {
        assertThat(tally.kind("RIGHT", language -> true, Optional.of(false)).share())
                .isLessThanOrEqualTo(0.03);
        assertThat(tally.kind("RIGHT", language -> true, Optional.of(true)).share())
                .isLessThanOrEqualTo(0.15);
    }

    @Test
    void ofHundredClausesThatNothingStatesNinetyFiveAreStoppedAndEightyFiveAcrossLanguages() {
        assertThat(tally.kind("CLAUSE", language -> true, Optional.of(false)).share())
                .isGreaterThanOrEqualTo(0.95);
        assertThat(tally.kind("CLAUSE", language -> true, Optional.of(true)).share())
                .isGreaterThanOrEqualTo(0.85);
        assertThat(tally.kind("STORY", language -> true, Optional.empty()).share())
                .isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void everyLanguageIsAttackedAtLeastFortyTimesAndHalfOfThemAcrossLanguages() {
        for (Language language : Stories.LANGUAGES) {
            List<Case> attacks = CASES.stream()
                    .filter(given -> given.language() == language && !RIGHT.contains(given.kind()))
                    .toList();
            assertThat(attacks).hasSizeGreaterThanOrEqualTo(40);
            assertThat(attacks.stream().filter(Case::crossing)).hasSize(attacks.size() / 2);
        }
    }

    @Test
    void noRightSentenceHasEightWordsInARowFromItsArticle() {
        for (Language language : Stories.LANGUAGES) {
            for (Story story : STORIES.in(language)) {
                String article = story.sentences().stream()
                        .map(sentence -> words(sentence, language))
                        .map(words -> String.join(" ", words))
                        .collect(Collectors.joining(" | "));
                for (Marked answer : story.answers()) {
                    List<String> words = words(answer, language);
                    for (int at = 0; at + WORDS_IN_A_ROW <= words.size(); at++) {
                        assertThat(article).doesNotContain(String.join(" ", words.subList(at, at + WORDS_IN_A_ROW)));
                    }
                }
            }
        }
    }

    private static List<String> words(Marked line, Language language) {
        String text = line.plain();
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.forLanguageTag(language.tag()));
        breaks.setText(text);
        List<String> words = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            if (Character.isLetterOrDigit(text.codePointAt(start))) {
                words.add(text.substring(start, end));
            }
        }
        return words;
    }
}
