package dev.sanad.brief;

import dev.sanad.answer.Authorship;
import dev.sanad.answer.Citation;
import dev.sanad.answer.CitationVerifier.Verified;
import dev.sanad.answer.ForeignQuotes;
import dev.sanad.answer.ForeignQuotes.Explained;
import dev.sanad.answer.GatedModel;
import dev.sanad.answer.GatedModel.Written;
import dev.sanad.answer.Note;
import dev.sanad.answer.QuestionAnswering;
import dev.sanad.answer.Quotes;
import dev.sanad.answer.RetrievalNotes;
import dev.sanad.answer.Sentence;
import dev.sanad.corpus.ArticleId;
import dev.sanad.corpus.Audience;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Span;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Retrieved;
import dev.sanad.retrieval.Retriever;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From a topic to a cited brief over several articles. Without a model it quotes; with one the model writes and the gate lets through what the
 * evidence supports, and where the model fails the brief is quoted and a note says why. Safe for use by many threads if the model is.
 */
public final class BriefWriter {
    /** Passages that a brief may draw on. */
    private static final int PASSAGES = 24;

    /** Of these a model reads the best, about 9,000 characters of alphabetic text, */
    private static final int MOST_READ = 12;

    /** and of one article only so many, so that several articles speak. */
    private static final int MOST_READ_OF_ARTICLE = 3;

    /** Quotes of other articles beside a sentence's own. */
    private static final int MOST_SUPPORTING = 2;

    private final PassageIndex index;
    private final Audience audience;
    private final Retriever retriever;
    private final double minConfidence;
    private final Optional<GatedModel> model;
    private final ForeignQuotes quotes;

    /**
     * @param audience that the briefs are for
     * @param minConfidence below it the corpus is held to say nothing of the topic, 0 to 1
     * @param model with the prompt for briefs; empty to quote
     * @param quotes explains what is quoted in a foreign language
     */
    public BriefWriter(
            PassageIndex index,
            Audience audience,
            Retriever retriever,
            double minConfidence,
            Optional<GatedModel> model,
            ForeignQuotes quotes) {
        this.index = index;
        this.audience = audience;
        this.retriever = retriever;
        this.minConfidence = minConfidence;
        this.model = model;
        this.quotes = quotes;
    }

    /**
     * The brief, from the newest commit of the index; without sections where the articles say nothing of the topic.
     *
     * @param topic a phrase; its scope and languages are kept
     * @throws dev.sanad.answer.AnswerException where the thread is interrupted while the model writes
     */
    public Brief write(Question topic) {
        try (Snapshot snapshot = index.snapshot(audience)) {
            Retrieved retrieved = retriever.retrieve(topic, snapshot, PASSAGES);
            Instant asOf = snapshot.manifest().committed();
            if (retrieved.confidence() < minConfidence || retrieved.ranked().isEmpty()) {
                return new Brief(
                        topic,
                        List.of(),
                        List.of(),
                        new Authorship.Extractive(),
                        0,
                        RetrievalNotes.of(retrieved),
                        asOf);
            }
            Retrieved evidence = QuestionAnswering.evidence(retrieved);
            Brief written = model.map(writer -> generated(writer, evidence, asOf))
                    .orElseGet(() -> quoted(evidence, List.of(), asOf));
            return counted(written, retrieved);
        }
    }

    private static Brief counted(Brief brief, Retrieved retrieved) {
        List<Citation> citations = brief.citations().stream()
                .map(citation -> citation.countedIn(retrieved))
                .toList();
        return new Brief(
                brief.topic(),
                brief.sections(),
                citations,
                brief.by(),
                brief.removed(),
                RetrievalNotes.before(brief.notes(), retrieved),
                brief.asOf());
    }

    private Brief generated(GatedModel writer, Retrieved evidence, Instant asOf) {
        Question topic = evidence.question();
        return switch (writer.write(topic, "topic", read(evidence))) {
            case Written.Failed failed -> quoted(evidence, List.of(failed.note()), asOf);
            case Written.Refused refused -> new Brief(topic, List.of(), List.of(), refused.by(), 0, List.of(), asOf);
            case Written.Supported supported -> {
                Verified verified = supported.verified();
                Chronicle chronicle = Chronicle.of(verified.sentences().stream()
                        .map(sentence -> fact(sentence, verified.citations()))
                        .toList());
                yield new Brief(
                        topic,
                        chronicle.sections(),
                        chronicle.citations(),
                        supported.by(),
                        verified.removed(),
                        supported.notes(),
                        asOf);
            }
        };
    }

    private static List<Evidence> read(Retrieved evidence) {
        Map<ArticleId, Integer> ofArticle = new HashMap<>();
        return evidence.ranked().stream()
                .filter(found ->
                        ofArticle.merge(found.passage().article().id(), 1, Integer::sum) <= MOST_READ_OF_ARTICLE)
                .limit(MOST_READ)
                .toList();
    }

    /** The gate numbers citations from 1 without a gap. */
    private static Fact fact(Sentence sentence, List<Citation> citations) {
        return new Fact(
                sentence.text(),
                sentence.citations().stream()
                        .map(marker -> citations.get(marker - 1))
                        .toList());
    }

    private Brief quoted(Retrieved evidence, List<Note> notes, Instant asOf) {
        Chronicle chronicle = Chronicle.of(Selection.of(evidence).stream()
                .map(supported -> fact(supported, evidence))
                .toList());
        Explained explained = quotes.explained(chronicle.sentences(), chronicle.citations(), evidence);
        return new Brief(
                evidence.question(),
                chronicle.with(explained.sentences()).sections(),
                chronicle.citations(),
                new Authorship.Extractive(),
                0,
                Stream.concat(notes.stream(), explained.notes().stream()).toList(),
                asOf);
    }

    private static Fact fact(Supported supported, Retrieved evidence) {
        Statement statement = supported.statement();
        Span own =
                Quotes.within(statement.sentence(), part -> evidence.subject().share(part, statement.language()));
        List<Citation> citations = new ArrayList<>();
        citations.add(Citation.of(1, statement.sentence().passage(), own));
        supported.quotes().stream()
                .limit(MOST_SUPPORTING)
                .forEach(quote -> citations.add(Citation.of(1, quote.sentence().passage(), quote.span())));
        return new Fact(Quotes.shown(statement.sentence(), own), citations);
    }
}
