package dev.sanad.brief;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sanad.answer.Citation;
import dev.sanad.answer.Sentence;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BriefRenderingTest {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(AutolinkExtension.create())).build();

    @TempDir
    Path folder;

    private Library library;

    @BeforeEach
    void collect() {
        library = new Library(folder);
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void markdownHasATitleDatesSentencesWithMarkersAndSources() {
        library.withFile("a.md", """
            ---
            title: "Velmora has a harbour"
            source: The Gazette
            date: 2026-01-13
            language: en
            url: https://gazette.example/a?b=1&copy=2
            ---

            The harbour of Velmora opened at last this week.
            """)
                .with("b.md", Language.ENGLISH, "", "Old notes", "An engineer drew the harbour of Velmora long ago.");
        String markdown = new BriefMarkdown().of(library.indexed().brief("The harbour of Velmora", Language.ENGLISH));
        assertThat(markdown).isEqualTo("""
            # The harbour of Velmora

            As of January 30, 2026 at 10:00 UTC

            Quoted from the articles in their own words.

            ## January 13, 2026

            - The harbour of Velmora opened at last this week. [1]

            ## Undated

            - An engineer drew the harbour of Velmora long ago. [2]

            ## Sources

            - [1] The Gazette · January 13, 2026 · [Velmora has a harbour](<https://gazette.example/a?b=1&amp;copy=2>)
            - [2] The Gazette · Undated · Old notes
            """);
        assertThat(links(markdown)).containsExactly("https://gazette.example/a?b=1&copy=2");
    }

    @Test
    void aForeignSentenceIsGlossedBelowIt() {
        library.with(
                "a.md",
                Language.RUSSIAN,
                "2026-01-13",
                "Порт Сирии",
                "Вчера Россия построила порт в Сирии за 40 миллионов евро.");
        Brief brief = library.indexed().brief("Russia port Syria", Language.ENGLISH);
        assertThat(new BriefMarkdown().of(brief)).contains("""
            - Вчера Россия построила порт в Сирии за 40 миллионов евро. [1]
              - ≈ Words in it (not a translation): 12 January 2026 · Russia · port · Syria · 40 million euros
            """);
        assertThat(BriefJson.of(brief).at("/sections/0/sentences/0/gloss"))
                .extracting(JsonNode::asText)
                .containsExactly("12 January 2026", "Russia", "port", "Syria", "40 million euros");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Velmora harbour said *this* and **that** and __more__ `code` here",
                "- Velmora harbour <b>bold</b> <script>alert(1)</script> <!-- x --> said so",
                "1. Velmora harbour [click](https://evil.example) ![x](https://evil.example/x.png) said so",
                "Velmora harbour at https://evil.example/path and www.evil.example and me@evil.example said so",
                "> Velmora harbour <https://evil.example> <me@evil.example> [1]: https://evil.example said &lt;b&gt;"
                        + " so",
                "Velmora harbour \\*escaped\\* \\[no](http://evil.example) mailto:me@evil.example said ~~so~~ often",
            })
    void textOfAnArticleNeverBecomesMarkup(String hostile) {
        library.with("a.md", Language.ENGLISH, "2026-01-13", "Title *x* [y](http://evil.example) <i>", hostile + ".");
        Brief brief = library.indexed().brief("Velmora harbour", Language.ENGLISH);
        String markdown = new BriefMarkdown().of(brief);
        // this parser, unlike GitHub's, takes what is not ASCII for part of a mail address: what is left is none that
        // mail goes to
        assertThat(links(markdown)).allMatch(link -> link.startsWith("mailto:") && link.contains("\u2060@"));
        Node document = Parser.builder().build().parse(markdown);
        assertThat(marked(document)).isEmpty();
        String shown = TextContentRenderer.builder().build().render(document).replace("\u2060", "");
        for (Sentence sentence : brief.sections().getFirst().sentences()) {
            assertThat(shown).contains(sentence.text());
        }
    }

    @Test
    void onlyAddressesOfTheWebBecomeLinks() {
        library.withFile("a.md", """
            ---
            title: "Velmora"
            date: 2026-01-13
            language: en
            url: javascript:alert(1)
            ---

            The harbour of Velmora opened at last this week.
            """);
        Brief brief = library.indexed().brief("The harbour of Velmora", Language.ENGLISH);
        assertThat(links(new BriefMarkdown().of(brief))).isEmpty();
        assertThat(MarkdownText.link("x", java.net.URI.create("javascript:alert(1)")))
                .isEqualTo("x");
        assertThat(MarkdownText.link("x", java.net.URI.create("http:/no-host"))).isEqualTo("x");
    }

    @Test
    void quotesOfTheOtherDirectionAreIsolatedAndCannotTurnWhatFollows() {
        library.with(
                "a.md",
                Language.ARABIC,
                "2026-01-13",
                "الميناء",
                "افتتح ميناء فيلمورا\u202E\u2069 بعد عشر سنوات من العمل.");
        library.indexed();
        Question topic = new Question("افتتح ميناء", Language.ARABIC, Language.ENGLISH, Scope.ALL);
        String inEnglish = new BriefMarkdown().of(library.brief(topic, Optional.empty()));
        assertThat(inEnglish).contains("- \u2068افتتح ميناء فيلمورا").doesNotContain("\u202E");
        assertThat(count(inEnglish, '\u2068'))
                .isEqualTo(count(inEnglish, '\u2069'))
                .isEqualTo(3);
        String inArabic = new BriefMarkdown().of(library.brief("افتتح ميناء", Language.ARABIC));
        assertThat(inArabic).contains("- افتتح").contains("\u2068The Gazette\u2069");
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void aBriefWithoutEvidenceSaysSoInItsLanguage(Language language) {
        library.with("a.md", Language.ENGLISH, "2026-01-13", "Velmora", "The harbour of Velmora opened at last.");
        Brief brief = library.indexed().brief("Kwxqz", language);
        String markdown = new BriefMarkdown().of(brief);
        assertThat(markdown)
                .contains("2026".equals(year(language)) ? "2026" : "۲۰۲۶")
                .doesNotContain("{", "[");
        assertThat(markdown.lines().filter(line -> !line.isBlank())).hasSize(3);
        JsonNode json = BriefJson.of(brief);
        assertThat(json.get("status").asText()).isEqualTo("no_evidence");
        assertThat(json.get("sections")).isEmpty();
    }

    private static String year(Language language) {
        return language == Language.PERSIAN ? "" : "2026";
    }

    @Test
    void jsonHasTheCitationsOfAnswers() {
        library.with("b.md", Language.ENGLISH, "", "Old notes", "An engineer drew the harbour of Velmora long ago.");
        Brief brief = library.indexed().brief("The harbour of Velmora", Language.ENGLISH);
        Citation citation = brief.citations().getFirst();
        assertThat(BriefJson.of(brief).toString())
                .isEqualTo("""
                    {"topic":"The harbour of Velmora","language":"en","status":"answered","sections":[{"date":null,"sentences":[\
                    {"text":"An engineer drew the harbour of Velmora long ago.","citations":[1],"gloss":null,"translation":null}]}],\
                    "citations":[{"marker":1,\
                    "passageId":"%s","title":"Old notes","source":"The Gazette","url":null,"published":null,"publishedBy":null,\
                    "language":"en","file":"b.md","quote":"An engineer drew the harbour of Velmora long ago.","start":%d,"end":%d,\
                    "reprints":0}],"mode":"extractive","model":null,"prompt":null,"removed":0,"notes":[],\
                    "asOf":"2026-01-30T10:00:00Z"}\
                    """.formatted(citation.passageId(), citation.start(), citation.end()));
    }

    private static long count(String text, char unit) {
        return text.chars().filter(at -> at == unit).count();
    }

    private static List<String> links(String markdown) {
        List<String> links = new ArrayList<>();
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(link.getDestination());
            }
        });
        return links;
    }

    /** Inline markup and raw HTML, which no brief has. */
    private static List<Node> marked(Node document) {
        List<Node> found = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Emphasis node) {
                found.add(node);
            }

            @Override
            public void visit(StrongEmphasis node) {
                found.add(node);
            }

            @Override
            public void visit(Code node) {
                found.add(node);
            }

            @Override
            public void visit(HtmlInline node) {
                found.add(node);
            }

            @Override
            public void visit(HtmlBlock node) {
                found.add(node);
            }

            @Override
            public void visit(Image node) {
                found.add(node);
            }
        });
        return found;
    }
}
