package dev.sanad.conversation;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Authorship;
import dev.sanad.answer.Citation;
import dev.sanad.answer.Gloss;
import dev.sanad.answer.Note;
import dev.sanad.answer.Outcome;
import dev.sanad.answer.Sentence;
import dev.sanad.answer.Translation;
import dev.sanad.brief.Brief;
import dev.sanad.corpus.Article;
import dev.sanad.corpus.ArticleId;
import dev.sanad.corpus.Audience;
import dev.sanad.corpus.Known;
import dev.sanad.language.Language;
import dev.sanad.language.Span;
import dev.sanad.passage.Passage;
import dev.sanad.passage.PassageId;
import dev.sanad.retrieval.Question;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Invented articles, answers and briefs in the six languages. */
public final class MadeUp {
    public static final LocalDate DAY = LocalDate.of(2026, 1, 28);
    private static final Instant AS_OF = Instant.parse("2026-01-30T10:00:00Z");

    private MadeUp() {}

    /** What an article says, three sentences of which the middle one is quoted. */
    public record Story(String outlet, String title, String before, String quote, String after, String question) {}

    public static Story story(Language language) {
        return switch (language) {
            case ARABIC ->
                new Story(
                        "صحيفة النهر",
                        "افتتاح جسر جديد في المدينة",
                        "انتظر السكان سنوات.",
                        "افتتح العمدة الجسر يوم الأربعاء بحضور 300 شخص.",
                        "وسيبقى مجانيًا.",
                        "متى افتُتح الجسر؟");
            case PERSIAN ->
                new Story(
                        "روزنامهٔ رود",
                        "گشایش پل تازه در شهر",
                        "مردم سال‌ها چشم‌به‌راه بودند.",
                        "شهردار روز چهارشنبه پل را با حضور ۳۰۰ نفر گشود.",
                        "گذر از آن رایگان می‌ماند.",
                        "پل چه روزی گشوده شد؟");
            case CHINESE_TRADITIONAL -> new Story("河報", "城中新橋通車", "居民等了多年。", "市長週三在300人面前為新橋剪綵。", "過橋仍然免費。", "新橋何時通車？");
            case CHINESE_SIMPLIFIED -> new Story("河报", "城中新桥通车", "居民等了多年。", "市长周三在300人面前为新桥剪彩。", "过桥仍然免费。", "新桥何时通车？");
            case RUSSIAN ->
                new Story(
                        "Речная газета",
                        "В городе открыт новый мост",
                        "Жители ждали годами.",
                        "Мэр открыл мост в среду при 300 зрителях.",
                        "Проезд останется бесплатным.",
                        "Когда открыли мост?");
            case ENGLISH, OTHER ->
                new Story(
                        "The River Post",
                        "New bridge & road <opened>",
                        "People had waited for years.",
                        "The mayor opened the bridge on Wednesday before 300 people.",
                        "Crossing it stays free.",
                        "When was the bridge opened?");
        };
    }

    /** An article of that story. */
    public static Passage passage(Language language) {
        Story story = story(language);
        String text = story.before() + "\n" + story.quote() + " " + story.after();
        int quoted = story.before().length() + 1;
        Article article = new Article(
                new ArticleId("made-up", language.tag() + ".txt"),
                Known.given(story.title()),
                Optional.of(Known.given(story.outlet())),
                Optional.of(Known.inferred(DAY)),
                Known.given(language),
                Optional.of(URI.create("https://news.example/" + language.tag() + "?a=1&b=2")),
                Audience.ALL,
                text,
                "0".repeat(64),
                List.of(new Span(0, text.length())));
        return new Passage(
                new PassageId("0123456789ab.0"),
                article,
                0,
                text.length(),
                List.of(
                        new Span(0, quoted - 1),
                        new Span(quoted, quoted + story.quote().length())));
    }

    public static Citation citation(int marker, Language language) {
        Passage passage = passage(language);
        return Citation.of(marker, passage, passage.sentences().get(1));
    }

    /** The words of the question's language first, then those of {@code others}; a citation each. */
    public static Answer answer(Question question, Language... others) {
        List<Language> languages = new java.util.ArrayList<>(List.of(question.answerLanguage()));
        languages.addAll(List.of(others));
        List<Sentence> sentences = new java.util.ArrayList<>();
        List<Citation> citations = new java.util.ArrayList<>();
        for (Language language : languages) {
            int marker = citations.size() + 1;
            citations.add(citation(marker, language));
            sentences.add(new Sentence(story(language).quote(), List.of(marker)));
        }
        return answer(question, new Outcome.Cited(sentences, citations, new Authorship.Extractive(), 0));
    }

    /** A Persian sentence with a gloss and, for who does not read Persian, one in the reader's language in the place of a translation. */
    public static Answer explained(Question question) {
        Language reader = question.answerLanguage();
        Gloss gloss = new Gloss(List.of("<b>" + story(reader).outlet(), "\u202e2026"));
        Translation translation = new Translation(story(reader).quote(), "model-<x>", "translate@1");
        List<Sentence> sentences = List.of(
                new Sentence(story(Language.PERSIAN).quote(), List.of(1), Optional.of(gloss), Optional.empty()),
                new Sentence(
                        story(Language.RUSSIAN).quote(), List.of(2), Optional.of(gloss), Optional.of(translation)));
        List<Citation> citations = List.of(citation(1, Language.PERSIAN), citation(2, Language.RUSSIAN));
        return answer(question, new Outcome.Cited(sentences, citations, new Authorship.Extractive(), 0));
    }

    public static Answer answer(Question question, Outcome outcome, Note... notes) {
        return new Answer(
                question,
                outcome,
                0.75,
                List.of(notes),
                AS_OF,
                Duration.ofMillis(4),
                Duration.ofMillis(2),
                Optional.empty());
    }

    public static Brief brief(Question topic) {
        Language language = topic.answerLanguage();
        return new Brief(
                topic,
                List.of(
                        new Brief.Section(
                                Optional.of(DAY),
                                List.of(new Sentence(story(language).quote(), List.of(1)))),
                        new Brief.Section(
                                Optional.empty(),
                                List.of(new Sentence(story(language).after(), List.of(1))))),
                List.of(citation(1, language)),
                new Authorship.Generative("made-up-model", "brief@1"),
                1,
                List.of(new Note("model_timeout", "note")),
                AS_OF);
    }
}
