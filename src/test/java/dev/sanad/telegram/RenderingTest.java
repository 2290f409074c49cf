package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Authorship;
import dev.sanad.answer.Citation;
import dev.sanad.answer.Note;
import dev.sanad.answer.Outcome;
import dev.sanad.answer.Sentence;
import dev.sanad.conversation.MadeUp;
import dev.sanad.conversation.Shown;
import dev.sanad.language.Language;
import dev.sanad.language.Messages;
import dev.sanad.passage.PassageId;
import dev.sanad.retrieval.Question;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RenderingTest {
    private final Texts texts = new Texts();
    private final Pages pages = new Pages(texts);

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void anAnswerHasItsSentencesWithMarkersAndASourceLineEach(Language language) {
        MadeUp.Story story = MadeUp.story(language);
        String html = html(MadeUp.answer(Question.of(story.question(), language)));
        String[] lines = Jsoup.parse(html).wholeText().split("\n", -1);
        assertThat(lines[0]).isEqualTo(story.quote() + " [1]");
        assertThat(lines[1]).isEmpty();
        assertThat(Stage.plain(lines[2])).contains(language.tag() + " 1", texts.days(language, MadeUp.DAY, MadeUp.DAY));
        assertThat(lines[3])
                .isEqualTo(
                        "[1] %s · %s · %s".formatted(story.outlet(), texts.date(language, MadeUp.DAY), story.title()));
        assertThat(Jsoup.parse(html).select("a").attr("href"))
                .isEqualTo("https://news.example/" + language.tag() + "?a=1&b=2");
        assertThat(Jsoup.parse(html).select("blockquote[expandable] b").text()).isEqualTo(story.quote());
        // of all that is in the reader's language only the codes in the strip run the other way
        assertThat(html.chars().filter(unit -> unit == '\u2068').count()).isEqualTo(language.rightToLeft() ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void aNoteThatTheEmbeddingModelWasAwayStandsBelowAnswersAndRefusals(Language language) {
        Note note =
                new Note("embedding_unavailable", new Messages("answer").text(language, "note.embedding_unavailable"));
        Question question = Question.of("q", language);
        Outcome refusal = new Outcome.NoEvidence(Outcome.Reason.NOTHING, List.of());

        for (Outcome outcome : List.of(MadeUp.answer(question).outcome(), refusal)) {
            assertThat(Jsoup.parse(html(MadeUp.answer(question, outcome, note)))
                            .select("i")
                            .text())
                    .isEqualTo(note.text());
        }
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void runsOfTheOtherDirectionAreIsolatedInsideALine(Language language) {
        Language other = language.rightToLeft() ? Language.RUSSIAN : Language.PERSIAN;
        String html = html(MadeUp.answer(Question.of("q", language), other));
        MadeUp.Story story = MadeUp.story(other);
        assertThat(html)
                .contains("\u2068" + story.quote() + "\u2069 [2]")
                .contains("[2] \u2068" + story.outlet() + "\u2069 · ")
                .contains("\u2068" + story.title() + "\u2069</a>");
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void datesAreOfTheGregorianCalendarWithTheReadersOwnBesideIt(Language language) {
        assertThat(texts.date(language, MadeUp.DAY))
                .isEqualTo(
                        switch (language) {
                            case ARABIC -> "28 يناير 2026 (9 شعبان 1447 هـ)";
                            case PERSIAN -> "۲۸ ژانویه ۲۰۲۶ (۸ بهمن ۱۴۰۴)";
                            case CHINESE_SIMPLIFIED, CHINESE_TRADITIONAL -> "2026年1月28日";
                            case RUSSIAN -> "28 янв. 2026\u202fг.";
                            case ENGLISH, OTHER -> "Jan 28, 2026";
                        });
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void aForeignSentenceHasItsGlossBelowOrItsTranslationWithTheModel(Language language) {
        String html = html(MadeUp.explained(Question.of("q", language)));
        Messages messages = new Messages("answer");
        MadeUp.Story story = MadeUp.story(language);
        String model = language.rightToLeft() ? "\u2068model-&lt;x&gt;\u2069" : "model-&lt;x&gt;";
        String[] lines = html.split("\n", -1);
        assertThat(lines[0]).contains(MadeUp.story(Language.PERSIAN).quote()).endsWith(" [1]");
        assertThat(lines[1])
                .startsWith("<i>≈ " + messages.text(language, "gloss") + ": ")
                .contains("&lt;b&gt;" + story.outlet() + " · 2026")
                .endsWith("</i>")
                .doesNotContain("\u202e");
        assertThat(lines[2]).isEmpty();
        assertThat(lines[3]).endsWith(" [2]");
        assertThat(lines[4])
                .isEqualTo("<i>≈ %s (%s): %s</i>"
                        .formatted(messages.text(language, "translation"), model, Html.escape(story.quote())));
        assertThat(lines[5]).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void thatSourcesDifferStandsRightBelowTheAnswerAndOtherNotesAtItsEnd(Language language) {
        Question question = Question.of("q", language);
        Note differ = new Note("sources_differ", "A: 3; B: 4");
        Note removed = new Note("sentences_removed", "One less.");
        String html = html(MadeUp.answer(
                question, MadeUp.answer(question, Language.RUSSIAN).outcome(), removed, differ));
        assertThat(html.indexOf("A: 3; B: 4")).isPositive().isLessThan(html.indexOf("<blockquote"));
        assertThat(html).endsWith("</blockquote>\n\n<i>One less.</i>");
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void theStripCountsArticlesByLanguage(Language language) {
        List<Citation> citations = List.of(
                MadeUp.citation(1, Language.RUSSIAN),
                MadeUp.citation(2, Language.RUSSIAN),
                MadeUp.citation(3, Language.ARABIC));
        String strip = Html.of(new EvidenceStrip(texts).of(language, citations, Instant.parse("2026-01-30T23:59:00Z")));
        assertThat(Stage.plain(strip))
                .contains("ar 1 · ru 1", texts.days(language, MadeUp.DAY, MadeUp.DAY))
                .contains(texts.date(language, MadeUp.DAY.plusDays(2)));
        if (language == Language.ENGLISH) {
            assertThat(strip).isEqualTo("2 sources: ar 1 · ru 1, Jan 28, 2026; index as of Jan 30, 2026");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void quotationsAreShortenedBeforeAMessageIsSplit(Language language) {
        MadeUp.Story story = MadeUp.story(language);
        List<Citation> citations = IntStream.rangeClosed(1, 6)
                .mapToObj(marker ->
                        longer(MadeUp.citation(marker, language), story.before().repeat(60)))
                .toList();
        List<Sentence> sentences = citations.stream()
                .map(citation -> new Sentence(story.quote(), List.of(citation.marker())))
                .toList();
        Outcome outcome = new Outcome.Cited(sentences, citations, new Authorship.Extractive(), 0);
        List<String> parts = Parts.of(pages.of(new Shown.Answered(MadeUp.answer(Question.of("q", language), outcome))));
        assertThat(parts).hasSize(1);
        assertThat(Jsoup.parse(parts.getFirst()).select("blockquote b").eachText())
                .hasSize(6)
                .allMatch(story.quote()::equals);
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void aCopiedCitationFitsItsButtonAndIsPlainText(Language language) {
        MadeUp.Story story = MadeUp.story(language);
        Citation citation = MadeUp.citation(1, language);
        assertThat(CopiedCitation.of(language, citation, texts))
                .startsWith(
                        "%s, %s, %s".formatted(story.outlet(), story.title(), texts.gregorian(language, MadeUp.DAY)))
                .contains("https://news.example/" + language.tag())
                .contains(story.quote().substring(0, 15))
                .hasSizeLessThanOrEqualTo(256)
                .doesNotContain("\u2068", "\n");
        for (String unit : List.of("\u202e\ud800<", "\ud83d\ude00", "x")) {
            Citation hostile = new Citation(
                    1,
                    new PassageId("x.0"),
                    unit.repeat(900),
                    Optional.of(unit.repeat(900)),
                    Optional.of(URI.create("https://a.example/" + "x".repeat(900))),
                    Optional.empty(),
                    Language.ENGLISH,
                    "a.txt",
                    0,
                    900,
                    unit.repeat(900),
                    0,
                    0,
                    Optional.empty());
            assertThat(CopiedCitation.of(language, hostile, texts))
                    .isNotBlank()
                    .hasSizeLessThanOrEqualTo(256)
                    .doesNotContain("\u202e", "\ud800<");
        }
    }

    private static Citation longer(Citation citation, String more) {
        return new Citation(
                citation.marker(),
                citation.passageId(),
                citation.title(),
                citation.source(),
                citation.url(),
                citation.published(),
                citation.language(),
                citation.file(),
                citation.start() + more.length(),
                citation.end() + more.length(),
                more + citation.passage() + more,
                0,
                0,
                Optional.empty());
    }

    @Test
    void aRefusalNamesRelatedTitlesAndNotesStandInItalics() {
        Outcome refusal = new Outcome.NoEvidence(
                Outcome.Reason.ONLY_RELATED,
                List.of(new Outcome.Related("<b>Title", "a.txt"), new Outcome.Related("خبر", "b.txt")));
        String html = html(
                MadeUp.answer(Question.of("q", Language.ENGLISH), refusal, new Note("x", "The model was <slow>.")));
        assertThat(html).isEqualTo("""
            The articles do not answer this question.

            Related articles:
            • &lt;b&gt;Title
            • \u2068خبر\u2069

            <i>The model was &lt;slow&gt;.</i>\
            """);
    }

    @Test
    void aBriefGroupsItsSentencesByDate() {
        String html = Html.of(pages.of(new Shown.Briefed(MadeUp.brief(Question.of("bridge", Language.ENGLISH)))));
        assertThat(Jsoup.parse(html).wholeText()).isEqualTo("""
            bridge

            Jan 28, 2026
            • The mayor opened the bridge on Wednesday before 300 people. [1]

            Undated
            • Crossing it stays free. [1]


            [1] The River Post · Jan 28, 2026 · New bridge & road <opened>

            note\
            """);
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void aCardShowsThePassageWithTheQuoteInBold(Language language) {
        MadeUp.Story story = MadeUp.story(language);
        Document card = Jsoup.parse(new Card(texts).of(language, MadeUp.citation(1, language)));
        assertThat(card.select("blockquote b").text()).isEqualTo(story.quote());
        assertThat(card.select("blockquote").eachText()).hasSize(1);
        assertThat(card.wholeText()).endsWith(story.before() + "\n" + story.quote() + " " + story.after());
        assertThat(card.select("i").text()).isEqualTo(texts.text(language, "card.inferred_date"));
    }

    @Test
    void aCardFitsOneMessageHoweverLongAndHostileItsPassage() {
        for (String unit : List.of("\"", "<", "字", "\ud83d\ude00", "a ", "e\u0301\u0301")) {
            for (int quoted : List.of(1, 500, 50_000)) {
                String quote = unit.repeat(quoted);
                String context = unit.repeat(20_000);
                Citation citation = new Citation(
                        1,
                        new PassageId("x.0"),
                        unit.repeat(5_000),
                        Optional.of(unit.repeat(5_000)),
                        Optional.of(URI.create("https://a.example/?" + "&".repeat(900))),
                        Optional.empty(),
                        Language.ENGLISH,
                        "a.txt",
                        context.length(),
                        context.length() + quote.length(),
                        context + quote + context,
                        0,
                        0,
                        Optional.empty());
                String html = new Card(texts).of(Language.ARABIC, citation);
                assertThat(html.length()).isLessThanOrEqualTo(4_096);
                assertThat(Jsoup.parse(html).select("blockquote b").text()).isNotBlank();
            }
        }
    }

    @Test
    void onlyWebAddressesBecomeLinks() {
        for (String address : List.of("javascript:alert(1)", "tg://resolve?domain=x", "file:///etc/passwd", "a/b")) {
            Citation with = citationTo(URI.create(address));
            assertThat(new Card(texts).of(Language.ENGLISH, with)).doesNotContain("<a ");
        }
        assertThat(new Card(texts).of(Language.ENGLISH, citationTo(URI.create("HTTPS://a.example/x?y=1&z='2'"))))
                .contains("<a href=\"HTTPS://a.example/x?y=1&amp;z='2'\">");
    }

    @Test
    void controlsThatReorderTextAreTakenOutOfWhatOthersWrote() {
        Outcome refusal = new Outcome.NoEvidence(
                Outcome.Reason.NOTHING, List.of(new Outcome.Related("a\u202eb\u2066c\u200fd\ud800\nخ", "x")));
        assertThat(html(MadeUp.answer(Question.of("q", Language.ENGLISH), refusal)))
                .endsWith("• \u2068abcd\ufffd خ\u2069");
    }

    @Test
    void everyTextStandsInEveryLanguageAndInItsOwnBundle() throws IOException {
        Messages messages = new Messages("telegram");
        Set<String> english = messages.keys(Language.ENGLISH);
        assertThat(english).isNotEmpty();
        for (Language language : Language.spoken()) {
            assertThat(ownKeys(language)).isEqualTo(english);
            Set<String> seen = new HashSet<>();
            for (String key : english) {
                seen.add(texts.text(
                        language,
                        key,
                        java.util.Map.ofEntries(
                                java.util.Map.entry("most", 1_000),
                                java.util.Map.entry("user", "42"),
                                java.util.Map.entry("count", 3),
                                java.util.Map.entry("languages", "L"),
                                java.util.Map.entry("days", "D"),
                                java.util.Map.entry("date", "E"),
                                java.util.Map.entry("articles", 5),
                                java.util.Map.entry("name", "N"),
                                java.util.Map.entry("left", 7),
                                java.util.Map.entry("id", "8"),
                                java.util.Map.entry("messages", 9),
                                java.util.Map.entry("answers", 10),
                                java.util.Map.entry("failed", 11),
                                java.util.Map.entry("good", 14),
                                java.util.Map.entry("bad", 15),
                                java.util.Map.entry("tokens", 12),
                                java.util.Map.entry("open", 13),
                                java.util.Map.entry("hours", 24),
                                java.util.Map.entry("link", "K"),
                                java.util.Map.entry("command", "/c"),
                                java.util.Map.entry("scope", "S"),
                                java.util.Map.entry("language", "L"))));
            }
            assertThat(seen).hasSameSizeAs(english).noneMatch(text -> text.contains("{"));
        }
        assertThat(Language.spoken().stream()
                        .map(language -> texts.text(language, "error"))
                        .distinct())
                .hasSameSizeAs(Language.spoken());
    }

    /** Of the language's own file: a bundle also answers with the keys of its parent, which is English. */
    private static Set<String> ownKeys(Language language) throws IOException {
        String suffix = language == Language.ENGLISH ? "" : "_" + language.tag().replace('-', '_');
        String file = "messages/telegram%s.properties".formatted(suffix);
        Properties own = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getClassLoader().getResourceAsStream(file), file),
                StandardCharsets.UTF_8)) {
            own.load(in);
        }
        return own.stringPropertyNames();
    }

    @Test
    void commandsAreIsolatedInTextsThatRunFromRightToLeft() {
        assertThat(Html.of(Line.phrase(Language.PERSIAN, texts.text(Language.PERSIAN, "help"))))
                .contains("\u2068/ask\u2069")
                .contains("\u2068/brief\u2069");
        assertThat(Html.of(Line.phrase(Language.ENGLISH, texts.text(Language.ENGLISH, "help"))))
                .doesNotContain("\u2068");
    }

    private static Citation citationTo(URI address) {
        Citation made = MadeUp.citation(1, Language.ENGLISH);
        return new Citation(
                1,
                made.passageId(),
                made.title(),
                made.source(),
                Optional.of(address),
                made.published(),
                made.language(),
                made.file(),
                made.start(),
                made.end(),
                made.passage(),
                made.passageStart(),
                0,
                Optional.empty());
    }

    private String html(Answer answer) {
        return Html.of(pages.of(new Shown.Answered(answer)));
    }
}
