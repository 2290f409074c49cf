package dev.sanad.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.index.PassageFacts;
import dev.sanad.language.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackgroundTest {
    private static final Offset<Double> NEARLY = Offset.offset(1e-9);

    /** Passages of a language with these scores. */
    private static List<Found> of(Language language, double... scores) {
        return IntStream.range(0, scores.length)
                .mapToObj(i -> new Found(
                        i,
                        new PassageFacts(
                                "%s.%02d".formatted(language, i), language, "", OptionalLong.empty(), List.of()),
                        scores[i],
                        0.5,
                        0,
                        Set.of()))
                .toList();
    }

    /** One of {@code best} and twenty of {@code others}. */
    private static double[] oneAmong(double best, double others) {
        return DoubleStream.concat(
                        DoubleStream.of(best),
                        DoubleStream.generate(() -> others).limit(20))
                .toArray();
    }

    @SafeVarargs
    private static List<Found> levelled(List<Found>... languages) {
        List<Found> all = new ArrayList<>();
        List.of(languages).forEach(all::addAll);
        return Background.levelled(all);
    }

    private static Language first(List<Found> found) {
        return found.stream()
                .max(Comparator.comparingDouble(Found::score))
                .orElseThrow()
                .facts()
                .language();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void whatStandsOutInItsLanguageComesBeforeAHigherScoreThatManyOfItsLanguageReach(Language language) {
        Language another = language == Language.ENGLISH ? Language.PERSIAN : Language.ENGLISH;
        assertThat(first(levelled(of(language, oneAmong(6, 1)), of(another, oneAmong(7, 5)))))
                .isEqualTo(language);
        assertThat(first(levelled(of(language, oneAmong(6, 1)), of(another, oneAmong(7, 1)))))
                .isEqualTo(another);
    }

    @Test
    void aScoreIsRaisedByWhatTheBackgroundOfItsLanguageLacks() {
        List<Found> found = levelled(of(Language.ENGLISH, oneAmong(6, 1)), of(Language.ARABIC, oneAmong(7, 5)));
        assertThat(found.getFirst().score()).isEqualTo(6 + 5 - 1, NEARLY);
        assertThat(found.getLast().score()).isEqualTo(5, NEARLY);
    }

    @Test
    void aFewPassagesTellNoBackgroundAndKeepTheirScore() {
        List<Found> found = levelled(of(Language.RUSSIAN, 4, 3, 2), of(Language.ARABIC, oneAmong(7, 5)));
        assertThat(found.subList(0, 3)).extracting(Found::score).containsExactly(4.0, 3.0, 2.0);
        List<Found> alone = of(Language.RUSSIAN, 9, 8, 7, 6, 5, 4, 3, 2);
        assertThat(Background.levelled(alone)).isEqualTo(alone);
    }

    @Test
    void bothScriptsOfChineseAreOneLanguage() {
        List<Found> found = List.of(
                of(Language.CHINESE_SIMPLIFIED, oneAmong(6, 1)).getFirst(),
                of(Language.CHINESE_TRADITIONAL, 5).getFirst());
        assertThat(Background.levelled(found)).isEqualTo(found);
    }

    @Test
    void whatHoldsNothingOfTheQuestionIsNotRaised() {
        List<Found> found = levelled(of(Language.ENGLISH, oneAmong(2, 0)), of(Language.ARABIC, oneAmong(7, 5)));
        assertThat(found.get(1).score()).isZero();
    }

    @Property(tries = 300)
    void withinALanguageTheOrderStaysAndNoScoreFalls(
            @ForAll @Size(max = 60) List<@DoubleRange(max = 50) Double> english,
            @ForAll @Size(max = 60) List<@DoubleRange(max = 50) Double> persian) {
        List<Found> before = new ArrayList<>(of(Language.ENGLISH, array(english)));
        before.addAll(of(Language.PERSIAN, array(persian)));
        List<Found> after = Background.levelled(before);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).score())
                    .isGreaterThanOrEqualTo(before.get(i).score() - 1e-9);
            for (int j = 0; j < i; j++) {
                if (before.get(i).facts().language() == before.get(j).facts().language()
                        && before.get(i).score() > before.get(j).score()) {
                    assertThat(after.get(i).score()).isGreaterThan(after.get(j).score() - 1e-9);
                }
            }
        }
    }

    private static double[] array(List<Double> scores) {
        return scores.stream().mapToDouble(score -> score).toArray();
    }
}
