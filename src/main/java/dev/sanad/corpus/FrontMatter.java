package dev.sanad.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sanad.language.DateMention;
import dev.sanad.language.Dates;
import dev.sanad.language.Language;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * The block of YAML between two lines of three hyphens at the top of a file. A block that is no mapping, is not closed or is over 16,384 characters is none.
 *
 * @param end where the article's own text begins; 0 where there is no front matter
 */
record FrontMatter(
        Optional<String> title,
        Optional<String> source,
        Optional<LocalDate> published,
        Optional<Language> language,
        Optional<URI> url,
        int end) {
    private static final FrontMatter NONE = new FrontMatter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0);
    private static final int MOST_CHARS = 16_384;
    private static final int MOST_FIELD_CHARS = 500;
    private static final Pattern OPEN = Pattern.compile("---[ \\t]*\\R");
    private static final Pattern CLOSE = Pattern.compile("^(?:---|\\.\\.\\.)[ \\t]*(?:\\R|\\z)", Pattern.MULTILINE);
    private static final YAMLMapper YAML =
            new YAMLMapper(YAMLFactory.builder().loaderOptions(limits()).build());

    static FrontMatter of(String text) {
        Matcher open = OPEN.matcher(text);
        if (!open.lookingAt()) {
            return NONE;
        }
        Matcher close = CLOSE.matcher(text).region(open.end(), Math.min(text.length(), open.end() + MOST_CHARS));
        if (!close.find()) {
            return NONE;
        }
        try {
            JsonNode fields = YAML.readTree(text.substring(open.end(), close.start()));
            return fields != null && fields.isObject() ? of(fields, close.end()) : NONE;
        } catch (JsonProcessingException | org.yaml.snakeyaml.error.YAMLException notYaml) {
            return NONE;
        }
    }

    private static FrontMatter of(JsonNode fields, int end) {
        return new FrontMatter(
                field(fields, "title"),
                field(fields, "source", "outlet", "publisher"),
                field(fields, "date", "published").flatMap(FrontMatter::date),
                field(fields, "language", "lang").flatMap(FrontMatter::language),
                field(fields, "url", "link").flatMap(FrontMatter::web),
                end);
    }

    /** The first of {@code names} that holds a plain value, on one line. */
    private static Optional<String> field(JsonNode fields, String... names) {
        for (String name : names) {
            JsonNode value = fields.get(name);
            if (value != null && value.isValueNode() && !value.isNull()) {
                String plain = value.asText().strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
                if (!plain.isEmpty() && plain.length() <= MOST_FIELD_CHARS) {
                    return Optional.of(plain);
                }
            }
        }
        return Optional.empty();
    }

    /** A full date in any of the forms of any of the languages. */
    private static Optional<LocalDate> date(String value) {
        return Arrays.stream(Language.values())
                .flatMap(language -> Dates.in(value, language, Optional.empty()).stream())
                .map(DateMention::date)
                .flatMap(date -> date.complete().stream())
                .findFirst();
    }

    /** A tag, or the language's name in itself or in English. */
    private static Optional<Language> language(String value) {
        return Language.ofTag(value)
                .or(() -> Language.spoken().stream()
                        .filter(language -> List.of(
                                        language.displayName().toLowerCase(Locale.ROOT),
                                        language.locale()
                                                .getDisplayLanguage(Locale.ENGLISH)
                                                .toLowerCase(Locale.ROOT))
                                .contains(value.toLowerCase(Locale.ROOT)))
                        .filter(language -> !value.equalsIgnoreCase("chinese"))
                        .findFirst());
    }

    private static Optional<URI> web(String value) {
        try {
            URI url = new URI(value);
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http")) && url.getHost() != null
                    ? Optional.of(url)
                    : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static LoaderOptions limits() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARS);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(8);
        return options;
    }
}
