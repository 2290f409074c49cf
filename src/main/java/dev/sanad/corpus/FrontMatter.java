package dev.sanad.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sanad.language.DateMention;
import dev.sanad.language.Dates;
import dev.sanad.language.Language;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * The block of YAML between two lines of three hyphens at the top of a file. A block that is no mapping, is not closed or is over 16,384 characters is none.
 *
 * @param audience as it is written, which may be wrong; empty where the file says nothing of it
 * @param end where the article's own text begins; 0 where there is no front matter
 */
record FrontMatter(
        Optional<String> title,
        Optional<String> source,
        Optional<LocalDate> published,
        Optional<Language> language,
        Optional<URI> url,
        Optional<String> audience,
        int end) {
    private static final String AUDIENCE = "audience";
    private static final String FENCE = "---\n";
    private static final int MOST_CHARS = 16_384;
    private static final int MOST_FIELD_CHARS = 500;
    private static final Pattern OPEN = Pattern.compile("---[ \\t]*\\R");
    private static final Pattern CLOSE = Pattern.compile("^(?:---|\\.\\.\\.)[ \\t]*(?:\\R|\\z)", Pattern.MULTILINE);
    private static final Pattern NAMES_AUDIENCE =
            Pattern.compile("^\\W*" + AUDIENCE + "\\W*:", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    /** With a backslash, YAML writes any letter otherwise. */
    private static final Pattern MAY_NAME_AUDIENCE = Pattern.compile(AUDIENCE + "|\\\\", Pattern.CASE_INSENSITIVE);

    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .loaderOptions(limits())
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build());

    static FrontMatter of(String text) {
        Matcher open = OPEN.matcher(text);
        if (!open.lookingAt()) {
            return none("");
        }
        String head = head(text, open.end());
        Matcher close = CLOSE.matcher(head);
        if (!close.find()) {
            return none(head);
        }
        try {
            JsonNode fields = YAML.readTree(head.substring(0, close.start()));
            return fields != null && fields.isObject() ? of(fields, open.end() + close.end()) : none(head);
        } catch (JsonProcessingException | org.yaml.snakeyaml.error.YAMLException notYaml) {
            return none(head);
        }
    }

    /** A block that cannot be read is text, but if it names an audience, it was not meant for all. */
    private static FrontMatter none(String block) {
        return new FrontMatter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NAMES_AUDIENCE.matcher(block).find() ? Optional.of("") : Optional.empty(),
                0);
    }

    private static String head(String text, int start) {
        return text.substring(start, Math.min(text.length(), start + MOST_CHARS));
    }

    /** Whether the file says nothing of its audience, or what can be read. */
    static boolean audienceClear(String text) {
        Matcher open = OPEN.matcher(text);
        // most files are read no further: those that are unchanged are not parsed again either
        if (!open.lookingAt()
                || !MAY_NAME_AUDIENCE.matcher(head(text, open.end())).find()) {
            return true;
        }
        Optional<String> stated = of(text).audience();
        return stated.isEmpty() || stated.flatMap(Audience::read).isPresent();
    }

    /**
     * The block of a received text, which {@link #of} reads as it was meant, whatever the values hold.
     *
     * @param own what the text stated itself; it goes before the origin, but for the audience
     */
    static String block(Origin origin, Optional<FrontMatter> own) {
        Map<String, String> fields = new LinkedHashMap<>();
        own.flatMap(FrontMatter::title).ifPresent(title -> fields.put("title", title));
        own.flatMap(FrontMatter::source).or(origin::source).ifPresent(source -> fields.put("source", source));
        own.flatMap(FrontMatter::published)
                .or(origin::published)
                .ifPresent(date -> fields.put("date", date.toString()));
        own.flatMap(FrontMatter::language).ifPresent(language -> fields.put("language", language.tag()));
        own.flatMap(FrontMatter::url).or(origin::url).ifPresent(url -> fields.put("url", url.toString()));
        fields.put("chat", Long.toString(origin.chat()));
        fields.put(AUDIENCE, origin.audience().toString());
        fields.replaceAll((key, value) -> plain(value));
        try {
            return FENCE + YAML.writeValueAsString(fields) + FENCE;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is plain data", e);
        }
    }

    /** On one line, and not longer than is read. */
    private static String plain(String value) {
        String line = oneLine(value);
        return line.length() <= MOST_FIELD_CHARS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST_FIELD_CHARS / 2))
                        .strip();
    }

    private static FrontMatter of(JsonNode fields, int end) {
        return new FrontMatter(
                field(fields, "title"),
                field(fields, "source", "outlet", "publisher"),
                field(fields, "date", "published").flatMap(FrontMatter::date),
                field(fields, "language", "lang").flatMap(FrontMatter::language),
                field(fields, "url", "link").flatMap(FrontMatter::web),
                audience(fields),
                end);
    }

    /** However its key is written: missed, the article would be everybody's. */
    private static Optional<String> audience(JsonNode fields) {
        return fields.properties().stream()
                .map(Map.Entry::getKey)
                .filter(key -> key.strip().equalsIgnoreCase(AUDIENCE))
                .findFirst()
                .map(key -> field(fields, key).orElse(""));
    }

    /** The first of {@code names} that holds a plain value, on one line. */
    private static Optional<String> field(JsonNode fields, String... names) {
        for (String name : names) {
            JsonNode value = fields.get(name);
            if (value != null && value.isValueNode() && !value.isNull()) {
                String plain = oneLine(value.asText());
                if (!plain.isEmpty() && plain.length() <= MOST_FIELD_CHARS) {
                    return Optional.of(plain);
                }
            }
        }
        return Optional.empty();
    }

    private static String oneLine(String value) {
        return value.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
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
