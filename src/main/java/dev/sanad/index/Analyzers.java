package dev.sanad.index;

import dev.sanad.language.Glossary;
import dev.sanad.language.Language;
import dev.sanad.language.Language.Analysis;
import dev.sanad.language.Span;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthCharFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.tartarus.snowball.ext.RussianStemmer;

/** One analyzer per {@link Analysis}, each Lucene's own chain for the language where it has one. Safe for use by many threads. */
public final class Analyzers {
    /** Goes up with every change that makes an index of before unusable; the manifest records it. */
    static final int VERSION = 6;

    private final Map<Analysis, Analyzer> byAnalysis = new EnumMap<>(Analysis.class);
    private final Map<Analysis, Analyzer> markingStopWords = new EnumMap<>(Analysis.class);

    private final Interlingua interlingua;

    /** To make the tables of one language takes a second or so: they are made once. */
    private static final class Packed {
        static final Analyzers ANALYZERS = new Analyzers(Glossary.packed());
    }

    /** With the packed glossary; one for the whole process. */
    public static Analyzers packed() {
        return Packed.ANALYZERS;
    }

    public Analyzers(Glossary glossary) {
        this.interlingua = new Interlingua(this, glossary);
        UnaryOperator<TokenStream> russianNames = RussianNames.of(glossary);
        for (Analysis analysis : Analysis.values()) {
            byAnalysis.put(analysis, analyzer(analysis, StopFilter::new, russianNames));
            // marked as keywords they are not stemmed either
            markingStopWords.put(analysis, analyzer(analysis, SetKeywordMarkerFilter::new, russianNames));
        }
    }

    /** What words stand for in any language. */
    public Interlingua interlingua() {
        return interlingua;
    }

    Analyzer of(Analysis analysis) {
        Analyzer analyzer = byAnalysis.get(analysis);
        if (analyzer == null) {
            throw new IllegalStateException("no analyzer for " + analysis);
        }
        return analyzer;
    }

    /** The analysis of each searchable field, for the writer. */
    Analyzer byField() {
        Map<String, Analyzer> byField = new HashMap<>();
        byAnalysis.forEach((analysis, analyzer) -> {
            byField.put(Fields.text(analysis), analyzer);
            // its tokens come ready made, but Lucene asks for the gaps between several values
            byField.put(Fields.crossed(analysis), analyzer);
        });
        return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String fieldName) {
                Analyzer analyzer = byField.get(fieldName);
                if (analyzer == null) {
                    throw new IllegalArgumentException("no analysis for field " + fieldName);
                }
                return analyzer;
            }
        };
    }

    /** The index terms of {@code text} as {@code language} is analysed, in order, with repetitions. */
    public List<String> terms(String text, Language language) {
        return terms(text, language.analysis());
    }

    /** As {@link #terms(String, Language)}, by the analysis. */
    public List<String> terms(String text, Analysis analysis) {
        return indexed(text, analysis).stream().map(Word::stem).toList();
    }

    /** The words whose stems are the {@link #terms}, in order, with repetitions; in Chinese pairs of characters, which overlap. */
    public List<Word> indexed(String text, Analysis analysis) {
        return words(text, of(analysis));
    }

    /** Every word of {@code text}, also those that {@link #terms} leaves out. */
    List<Word> words(String text, Analysis analysis) {
        return words(text, Objects.requireNonNull(markingStopWords.get(analysis)));
    }

    private static List<Word> words(String text, Analyzer analyzer) {
        List<Word> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offsets = stream.addAttribute(OffsetAttribute.class);
            KeywordAttribute stop = stream.addAttribute(KeywordAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                Span span = new Span(offsets.startOffset(), offsets.endOffset());
                words.add(new Word(term.toString(), span.in(text), span, stop.isKeyword()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("analysing a text in memory", e);
        }
        return words;
    }

    private static Analyzer analyzer(
            Analysis analysis,
            BiFunction<TokenStream, CharArraySet, TokenStream> stop,
            UnaryOperator<TokenStream> russianNames) {
        return switch (analysis) {
            case ARABIC ->
                standard(
                        UnaryOperator.identity(),
                        tokens -> new ArabicStemFilter(new ArabicNormalizationFilter(
                                stop.apply(new DecimalDigitFilter(tokens), ArabicAnalyzer.getDefaultStopSet()))));
            case PERSIAN ->
                standard(
                        Analyzers::splitAtZeroWidthNonJoiner,
                        tokens -> new PersianStemFilter(stop.apply(
                                new PersianNormalizationFilter(
                                        new ArabicNormalizationFilter(new DecimalDigitFilter(tokens))),
                                PersianAnalyzer.getDefaultStopSet())));
            case RUSSIAN ->
                standard(
                        UnaryOperator.identity(),
                        tokens -> new SnowballFilter(
                                russianNames.apply(stop.apply(tokens, RussianAnalyzer.getDefaultStopSet())),
                                new RussianStemmer()));
            case ENGLISH ->
                standard(
                        UnaryOperator.identity(),
                        tokens -> new PorterStemFilter(
                                stop.apply(new EnglishPossessiveFilter(tokens), EnglishAnalyzer.getDefaultStopSet())));
            case CHINESE ->
                standard(
                        reader -> new HanSimplifyingCharFilter(new CJKWidthCharFilter(reader)),
                        tokens -> new CJKBigramFilter(tokens, CJKBigramFilter.HAN, true));
            case UNSTEMMED -> unstemmed();
        };
    }

    private static Analyzer standard(UnaryOperator<Reader> characters, UnaryOperator<TokenStream> filters) {
        return new Analyzer() {
            @Override
            protected Reader initReader(String fieldName, Reader reader) {
                return characters.apply(reader);
            }

            @Override
            protected TokenStreamComponents createComponents(String fieldName) {
                Tokenizer tokens = new StandardTokenizer();
                return new TokenStreamComponents(tokens, notEmpty(filters.apply(new LowerCaseFilter(tokens))));
            }
        };
    }

    /** Every script by ICU's word rules and dictionaries, folded (UTR 30), in no language's stems. */
    private static Analyzer unstemmed() {
        return new Analyzer() {
            @Override
            protected Reader initReader(String fieldName, Reader reader) {
                return new HanSimplifyingCharFilter(splitAtZeroWidthNonJoiner(reader));
            }

            @Override
            protected TokenStreamComponents createComponents(String fieldName) {
                Tokenizer tokens = new ICUTokenizer();
                return new TokenStreamComponents(
                        tokens,
                        notEmpty(new PersianNormalizationFilter(
                                new ArabicNormalizationFilter(new ICUFoldingFilter(tokens)))));
            }
        };
    }

    /** Tokens of marks alone fold to nothing, and would all be the same term. */
    private static TokenStream notEmpty(TokenStream tokens) {
        return new LengthFilter(tokens, 1, Integer.MAX_VALUE);
    }

    private static Reader splitAtZeroWidthNonJoiner(Reader reader) {
        return new MappingCharFilter(ZWNJ_AS_SPACE, reader);
    }

    private static final NormalizeCharMap ZWNJ_AS_SPACE = zwnjAsSpace();

    private static NormalizeCharMap zwnjAsSpace() {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        map.add("\u200C", " ");
        return map.build();
    }
}
