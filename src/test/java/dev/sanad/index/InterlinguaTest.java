package dev.sanad.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.language.Language;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterlinguaTest {
    private static final Interlingua INTERLINGUA = Indexed.ANALYZERS.interlingua();

    private static List<Unit> units(String text, String language) {
        return INTERLINGUA.units(text, Language.ofTag(language).orElseThrow());
    }

    private static Set<String> ids(String text, String language) {
        return units(text, language).stream()
                .flatMap(unit -> unit.ids().keySet().stream())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "en, The court found them not guilty, g:innocent, g:guilty",
        "ar, هذا أمر غير قانوني, g:illegal, g:law",
        "fa, عدم موفقیت تیم ملی, g:fail, g:success",
        "ru, Ей не удалось уехать, g:fail, g:succeed",
    })
    void aPhraseIsItsStopWordsToo(String language, String text, String said, String left) {
        assertThat(ids(text, language)).contains(said).doesNotContain(left);
    }

    @ParameterizedTest
    @CsvSource({"en, the of and", "ar, من في على", "fa, از به که", "ru, и в на"})
    void stopWordsAloneStandForNothing(String language, String text) {
        assertThat(units(text, language)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en, The US sent aid, c:US",
        "en, Reports by the WHO, g:org.who",
        "en, what does nato say, g:nato",
        "ru, Лагерь сша в пустыне, c:US",
        "zh-Hans, 据WHO的报告, g:org.who",
        "fa, گزارش WHO دربارهٔ آب, g:org.who",
    })
    void anAbbreviationIsFound(String language, String text, String id) {
        assertThat(ids(text, language)).contains(id);
    }

    @ParameterizedTest
    @CsvSource({
        "en, They told us a story, c:US",
        "en, the man who sold boats, g:org.who",
        "ar, كلمة us هنا, c:US",
        "zh-Hans, 他说us的时候, c:US"
    })
    void aWordThatIsWrittenLikeAnAbbreviationIsNone(String language, String text, String id) {
        assertThat(ids(text, language)).doesNotContain(id);
    }

    @ParameterizedTest
    @CsvSource({
        "ar, قالت طالبان إن, g:org.taliban, g:student",
        "ar, الطالب في المدرسة, g:student, g:org.taliban",
        "ru, Он живёт в Дели, g:place.new-delhi, g:matter.affair",
    })
    void aNameGoesBeforeAWordOfTheSameStem(String language, String text, String id, String other) {
        assertThat(ids(text, language)).contains(id).doesNotContain(other);
    }
}
