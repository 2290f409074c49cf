package dev.sanad.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanad.corpus.Article;
import dev.sanad.language.Language;
import dev.sanad.language.Span;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PassageSplitterTest {
    private static final PassageSplitter SPLITTER = new PassageSplitter(new SentenceBreaker());

    private static final Map<Language, String> SENTENCE = Map.of(
            Language.ENGLISH, "The harbour of Velmora counted %d ships last week. ",
            Language.RUSSIAN, "На прошлой неделе в порту Вельмора насчитали %d судов. ",
            Language.ARABIC, "أحصى ميناء فيلمورا %d سفينة في الأسبوع الماضي. ",
            Language.PERSIAN, "بندر ولمورا هفته گذشته %d کشتی شمرد. ",
            Language.CHINESE_SIMPLIFIED, "维尔莫拉港上周共有%d艘船只停靠。",
            Language.CHINESE_TRADITIONAL, "維爾莫拉港上週共有%d艘船隻停靠。",
            Language.OTHER, "Der Hafen von Velmora zählte %d Schiffe. ");

    private static String paragraph(Language language, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> SENTENCE.getOrDefault(language, "").formatted(i))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @EnumSource
    void passagesAreAboutAsLongAsTheLanguageSays(Language language) {
        List<Passage> passages = SPLITTER.split(Articles.of(paragraph(language, 100, 300), language));
        assertThat(passages).hasSizeGreaterThan(5);
        assertThat(passages.subList(0, passages.size() - 1))
                .allSatisfy(passage -> assertThat(passage.text().length())
                        .isBetween(language.passageChars() * 3 / 4, language.passageChars()));
        assertThat(passages.stream()
                        .mapToInt(passage -> passage.sentences().size())
                        .sum())
                .isEqualTo(200);
    }

    @Test
    void aFullPassageEndsWithItsParagraphAndAShortOneGoesOn() {
        String longer = paragraph(Language.ENGLISH, 100, 110).strip();
        String shorter = paragraph(Language.ENGLISH, 200, 203).strip();
        String text = longer + "\n\n" + shorter + "\n\n" + longer;
        List<Passage> passages = SPLITTER.split(Articles.of(text, Language.ENGLISH));
        assertThat(passages.getFirst().text()).isEqualTo(longer);
        assertThat(passages.get(1).text()).startsWith(shorter + "\n\nThe harbour");
    }

    @Test
    void aShortRestJoinsThePassageBeforeUnlessMuchWhiteSpaceLiesBetween() {
        String text = paragraph(Language.ENGLISH, 100, 113).strip();
        assertThat(SPLITTER.split(Articles.of(text + "\n\nEnd.", Language.ENGLISH)))
                .hasSize(1);
        assertThat(SPLITTER.split(Articles.of(text + "\n".repeat(5000) + "End.", Language.ENGLISH)))
                .extracting(Passage::text)
                .containsExactly(text, "End.");
    }

    @Test
    void idsAreTheArticlesDigestAndThePlace() {
        Article article = Articles.of(paragraph(Language.RUSSIAN, 100, 150), Language.RUSSIAN);
        List<Passage> passages = SPLITTER.split(article);
        for (int i = 0; i < passages.size(); i++) {
            assertThat(passages.get(i).id().value()).matches("[0-9a-f]{12}\\." + i);
        }
        assertThat(SPLITTER.split(article)).isEqualTo(passages);
    }

    @Test
    void anArticleThatKeepsNothingHasNoPassage() {
        assertThat(SPLITTER.split(Articles.of("menu", Language.ENGLISH, List.of())))
                .isEmpty();
        assertThat(SPLITTER.whole(Articles.of("menu", Language.ENGLISH, List.of())))
                .isEmpty();
        assertThat(SPLITTER.split(Articles.of(" \n ", Language.ENGLISH))).isEmpty();
    }

    @Test
    void aPassageOutsideItsArticleCannotBeMade() {
        Article article = Articles.of("One. Two.", Language.ENGLISH);
        PassageId id = new PassageId("000000000000.0");
        assertThatThrownBy(() -> new Passage(id, article, 0, 10, List.of(new Span(0, 4))))
                .hasMessageContaining("bad span [0, 10)");
        assertThatThrownBy(() -> new Passage(id, article, 0, 4, List.of(new Span(5, 9))))
                .hasMessageContaining("outside");
        assertThatThrownBy(() -> new Passage(id, article, 0, 4, List.of())).hasMessageContaining("no sentence");
    }
}
