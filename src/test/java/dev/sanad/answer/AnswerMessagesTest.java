package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.language.Language;
import dev.sanad.language.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerMessagesTest {
    private static final Map<String, Object> ARGUMENTS =
            Map.of("count", 3, "which", "ТАСС; 2026-01-01", "model", "model-x");

    private final Messages messages = new Messages("answer");

    @ParameterizedTest
    @ValueSource(strings = {"_ar", "_fa", "_ru", "_zh_Hans", "_zh_Hant"})
    void noLanguageLacksAKey(String suffix) throws IOException {
        assertThat(bundle(suffix).keySet()).isEqualTo(bundle("").keySet());
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void everyTextFormatsAndStandsInItsOwnLanguage(Language language) {
        for (String key : messages.keys(Language.ENGLISH)) {
            String text = messages.text(language, key, ARGUMENTS);
            assertThat(text).isNotBlank().doesNotContain("{", "}", "#");
            if (language != Language.ENGLISH) {
                assertThat(text).isNotEqualTo(messages.text(Language.ENGLISH, key, ARGUMENTS));
            }
        }
    }

    @Test
    void bothScriptsOfChineseAreFound() {
        assertThat(messages.text(Language.CHINESE_SIMPLIFIED, "sources")).isEqualTo("来源");
        assertThat(messages.text(Language.CHINESE_TRADITIONAL, "sources")).isEqualTo("來源");
    }

    @Test
    void removedSentencesAreCountedAsEachLanguageCounts() {
        assertThat(removed(Language.ENGLISH, 1)).startsWith("One sentence");
        assertThat(removed(Language.RUSSIAN, 2)).startsWith("Пропущены 2 предложения");
        assertThat(removed(Language.RUSSIAN, 5)).startsWith("Пропущено 5 предложений");
        assertThat(removed(Language.ARABIC, 2)).contains("جملتان");
    }

    private String removed(Language language, int count) {
        return messages.text(language, "note.sentences_removed", Map.of("count", count));
    }

    private static Properties bundle(String suffix) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(
                AnswerMessagesTest.class.getResourceAsStream("/messages/answer" + suffix + ".properties"))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        Set<Object> keys = new HashSet<>(properties.keySet());
        assertThat(keys).isNotEmpty();
        return properties;
    }
}
