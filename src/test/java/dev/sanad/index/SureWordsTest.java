package dev.sanad.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.language.Glossary;
import dev.sanad.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SureWordsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "ar, وفي سوريا مطار القامشلي والحكومة السورية والكرملين, en, Syria Qamishli Kremlin airport government",
        "fa, روسیه از فرودگاه قامشلی در سوریه و کرملین و دولت, en, Russia airport Qamishli Syria Kremlin government",
        "zh-Hans, 俄罗斯政府与叙利亚在大马士革签署协议, en, Russia government Syria Damascus agreement",
        "zh-Hant, 俄羅斯政府與敘利亞在大馬士革簽署協議, ru, Россия правительство Сирия Дамаск соглашение",
        "ru, Правительство России и сирийская армия в Дамаске, zh-Hant, 政府 俄羅斯 敘利亞 軍隊 大馬士革",
        "en, The Syrian government keeps its airport in Qamishli, ar, سوريا حكومة مطار القامشلي",
        "en, The Caspian and the Russian army, zh-Hant, 裏海 俄羅斯 軍隊"
    })
    void namesAndKeyConceptsAreCalledByTheReadersFirstWord(String from, String text, String to, String words) {
        assertThat(said(Analyzers.packed(), from, text, to)).containsExactlyInAnyOrder(words.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "ar, التقى الأسد بوتين وقال إنه توصل إلى نهر نيل",
        "ar, قال الشرع إن القاعدة في الجزيرة",
        "fa, او می‌رود و پسکوف گفت بداند",
        "zh-Hans, 新方向和半岛电视台以方便人们",
        "ru, Визит и это лето он видит в центре",
        "en, the may of turkey is based in the capital with a date",
        "en, English is a language that he can state"
    })
    void wordsThatMayMeanSomethingElseAreLeftOut(String from, String text) {
        for (Language to : Language.spoken()) {
            assertThat(said(Analyzers.packed(), from, text, to.tag())).isEmpty();
        }
    }

    @Test
    void theReadersOwnWordsAreSure() throws IOException {
        Path own = folder.resolve("own.tsv");
        Files.writeString(own, "samovar\tkitchen\tsamovar|tea urn\tسماور\tسماور\t茶炊\tсамовар\n");
        Analyzers analyzers = new Analyzers(Glossary.packed().with(own));
        assertThat(said(analyzers, "ru", "Два самовара.", "en")).containsExactly("samovar");
        assertThat(said(analyzers, "en", "Two samovars.", "zh-Hant")).containsExactly("茶炊");
        assertThat(said(Analyzers.packed(), "ru", "Два самовара.", "en")).isEmpty();
    }

    private static List<String> said(Analyzers analyzers, String from, String text, String to) {
        Language language = Language.ofTag(from).orElseThrow();
        Language reader = Language.ofTag(to).orElseThrow();
        SureWords words = new SureWords(analyzers);
        return analyzers.interlingua().units(text, language).stream()
                .flatMap(unit -> words.of(unit, language, reader).stream())
                .distinct()
                .toList();
    }
}
