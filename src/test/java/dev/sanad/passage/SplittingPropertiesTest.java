package dev.sanad.passage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.corpus.Article;
import dev.sanad.language.Language;
import dev.sanad.language.Span;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the text is, it is cut into ordered pieces that hold all of it. */
class SplittingPropertiesTest {
    private static final PassageSplitter SPLITTER = new PassageSplitter(new SentenceBreaker());

    /** Pieces of real writing and of what breaks it, put together at random. */
    @Provide
    Arbitrary<String> writing() {
        Arbitrary<String> pieces = Arbitraries.of(
                "The ferry sank",
                "паром затонул",
                "غرقت العبارة",
                "کشتی غرق شد",
                "渡輪沉沒了",
                "渡轮沉没了",
                ". ",
                "؟ ",
                "۔ ",
                "。",
                "！",
                "? ",
                "\n",
                "\r\n",
                "\n\n",
                "\n\n\n\n",
                " ",
                "\u00A0",
                "\u200B",
                "\uFEFF",
                "3.5",
                "Dr. ",
                "т. е. ",
                "«",
                "»",
                "“",
                "”",
                "👨‍👩‍👧‍👦",
                "\uD83D",
                "\uDE00",
                "word ".repeat(200),
                "國".repeat(400),
                "x".repeat(900),
                " ".repeat(2000));
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(60).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(300));
    }

    @Property(tries = 400)
    void passagesAreOrderedTrimmedSentencesThatHoldEveryLetter(
            @ForAll("writing") String text, @ForAll Language language) {
        if (text.isEmpty()) {
            return;
        }
        Article article = Articles.of(text, language);
        List<Passage> passages = SPLITTER.split(article);
        StringBuilder held = new StringBuilder();
        int last = 0;
        for (Passage passage : passages) {
            assertThat(passage.start()).isGreaterThanOrEqualTo(last);
            for (Span sentence : passage.sentences()) {
                assertThat(sentence.start()).isGreaterThanOrEqualTo(last);
                assertThat(Articles.inked(sentence.in(text).substring(0, 1))).isNotEmpty();
                assertThat(Articles.inked(sentence.in(text).substring(sentence.length() - 1)))
                        .isNotEmpty();
                last = sentence.end();
                held.append(sentence.in(text));
            }
            assertThat(passage.end()).isEqualTo(last);
            assertThat(passage.text().length()).isLessThanOrEqualTo(2 * language.passageChars());
        }
        assertThat(Articles.inked(held.toString())).isEqualTo(Articles.inked(text));
    }

    @Property(tries = 100)
    void onlyKeptStretchesAreHeld(
            @ForAll("writing") String before, @ForAll("writing") String kept, @ForAll Language language) {
        if (kept.isEmpty()) {
            return;
        }
        // a gap that is not kept stands between the two halves
        String text = before + "\n" + kept + "\n" + "left out" + "\n" + kept;
        int first = before.length() + 1;
        int second = text.length() - kept.length();
        Article article = Articles.of(
                text, language, List.of(new Span(first, first + kept.length()), new Span(second, text.length())));
        List<String> held = new ArrayList<>();
        for (Passage passage : SPLITTER.split(article)) {
            assertThat(passage.end() <= first + kept.length() || passage.start() >= second)
                    .isTrue();
            passage.sentences().forEach(sentence -> held.add(sentence.in(text)));
        }
        assertThat(Articles.inked(String.join("", held))).isEqualTo(Articles.inked(kept + kept));
    }

    @Property(tries = 100)
    void theWholeIsOnePassageOfTheSameSentences(@ForAll("writing") String text, @ForAll Language language) {
        if (text.isEmpty()) {
            return;
        }
        Article article = Articles.of(text, language);
        List<Span> split = SPLITTER.split(article).stream()
                .flatMap(passage -> passage.sentences().stream())
                .toList();
        List<Passage> whole = SPLITTER.whole(article);
        assertThat(whole).hasSizeLessThanOrEqualTo(1);
        assertThat(whole.stream().flatMap(passage -> passage.sentences().stream()))
                .containsExactlyElementsOf(split);
    }
}
