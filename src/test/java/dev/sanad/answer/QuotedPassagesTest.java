package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.language.Language;
import dev.sanad.retrieval.Retrieved;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedPassagesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en | ferry sink | The harbour is old. | The ferry did sink in May.
        ru | паром затонул | Порт стар. | Паром затонул в мае.
        ar | غرقت العبارة | الميناء قديم. | غرقت العبارة في مايو.
        fa | کشتی غرق | بندر کهنه است. | کشتی در اردیبهشت غرق شد.
        zh-Hans | 渡轮沉没 | 港口很旧。 | 渡轮五月沉没。
        zh-Hant | 渡輪沉沒 | 港口很舊。 | 渡輪五月沉沒。
        """)
    void eachPassageIsQuotedByTheSentenceThatSpeaksOfIt(String tag, String about, String other, String wanted) {
        Language language = Language.ofTag(tag).orElseThrow();
        List<Citation> citations = QuotedPassages.of(Given.about(
                about,
                about,
                language,
                Given.passage("second.md", language, other),
                Given.passage("first.md", language, other, wanted)));
        assertThat(citations).extracting(Citation::marker).containsExactly(1, 2);
        assertThat(citations).extracting(Citation::file).containsExactly("second.md", "first.md");
        assertThat(citations).extracting(Citation::quote).containsExactly(other, wanted);
    }

    @Test
    void aLongSentenceIsCutToTheClausesThatSpeakOfIt() {
        String sentence =
                "Nobody waited there, ".repeat(40) + "the ferry did sink, " + "and all was still, ".repeat(10);
        Retrieved found = Given.about(
                "ferry sink", "ferry sink", Language.ENGLISH, Given.passage("a.md", Language.ENGLISH, sentence));
        Citation citation = QuotedPassages.of(found).getFirst();
        assertThat(citation.quote())
                .contains("the ferry did sink")
                .hasSizeLessThanOrEqualTo(Language.ENGLISH.quoteChars())
                .isEqualTo(sentence.substring(citation.start(), citation.end()));
        assertThat(QuotedPassages.of(found.with(List.of()))).isEmpty();
    }
}
