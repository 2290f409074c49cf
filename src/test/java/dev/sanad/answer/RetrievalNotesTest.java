package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.index.Analyzers;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Narrowing;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Retrieved;
import dev.sanad.retrieval.Retrieved.Vectors;
import dev.sanad.retrieval.Scope;
import dev.sanad.retrieval.Subject;
import dev.sanad.retrieval.Support;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetrievalNotesTest {
    private static final Analyzers ANALYZERS = Analyzers.packed();
    private static final Scope JANUARY = new Scope(
            Optional.of(LocalDate.of(2026, 1, 1)),
            Optional.of(LocalDate.of(2026, 1, 31)),
            Set.of("xinhua"),
            Set.of(Language.CHINESE_SIMPLIFIED));

    private static List<Note> notes(Language language, Narrowing narrowing, Vectors vectors) {
        return RetrievalNotes.of(new Retrieved(
                Question.of("q", language),
                List.of(),
                0,
                Support.NONE,
                new Subject(language, Map.of(), Map.of(), ANALYZERS),
                narrowing,
                vectors,
                Retrieved.Reranking.NONE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | As the question asks, only articles of: Xinhua; Chinese (Simplified); 2026-01-01 –"
                        + " 2026-01-31.",
                "ru | Как и сказано в вопросе, поиск шёл только по статьям: Xinhua; китайский (упрощенная);"
                        + " 2026-01-01 – 2026-01-31.",
                "zh-Hans | 按照问题的要求，只检索了以下范围的文章：Xinhua; 中文（简体）; 2026-01-01 – 2026-01-31。",
            })
    void whichArticlesWereSearchedIsTold(String language, String text) {
        Language reader = Language.ofTag(language).orElseThrow();
        assertThat(notes(reader, new Narrowing(JANUARY, Optional.of("Xinhua"), true), Vectors.USED))
                .containsExactly(new Note("only_articles", text));
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void thatAllWereSearchedIsToldWithWhatWasWanted(Language language) {
        Scope since = new Scope(Optional.of(LocalDate.of(2026, 1, 22)), Optional.empty(), Set.of(), Set.of());
        List<Note> notes = notes(language, new Narrowing(since, Optional.empty(), false), Vectors.USED);
        assertThat(notes).extracting(Note::code).containsExactly("all_articles");
        assertThat(notes.getFirst().text()).contains("2026-01-22 – …");
    }

    @Test
    void aModelThatWasAwayIsToldAndAPlainQuestionHasNoNote() {
        assertThat(notes(Language.ENGLISH, Narrowing.NONE, Vectors.UNAVAILABLE))
                .extracting(Note::code)
                .containsExactly("embedding_unavailable");
        assertThat(notes(Language.ENGLISH, Narrowing.NONE, Vectors.NONE)).isEmpty();
    }
}
