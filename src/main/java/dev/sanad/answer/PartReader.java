package dev.sanad.answer;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import dev.sanad.index.Analyzers;
import dev.sanad.index.Interlingua;
import dev.sanad.index.Unit;
import dev.sanad.language.DateMention;
import dev.sanad.language.Dates;
import dev.sanad.language.Folding;
import dev.sanad.language.Language;
import dev.sanad.language.Language.Analysis;
import dev.sanad.language.NameSound;
import dev.sanad.language.Numbers;
import dev.sanad.language.Percent;
import dev.sanad.language.Span;
import dev.sanad.language.Transcription;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads sentences into their parts. Safe for use by many threads. */
final class PartReader {
    private static final int LEAST_HEARD = 2;
    private static final int SHORTEST_TRANSCRIPTION = 2;
    private static final int SURE_TRANSCRIPTION = 3;

    private final Analyzers analyzers;
    private final Interlingua interlingua;

    PartReader(Analyzers analyzers) {
        this.analyzers = analyzers;
        this.interlingua = analyzers.interlingua();
    }

    /** What an answer's sentence says, in order; "yesterday" has no day to relate to. */
    List<Part> answer(String sentence, Language language) {
        return parts(sentence, language, Optional.empty());
    }

    /** What a sentence of an article says, in order; relative and partial dates are resolved by the article's. */
    List<Part> article(String sentence, Language language, Optional<LocalDate> published) {
        return parts(sentence, language, published);
    }

    private List<Part> parts(String text, Language language, Optional<LocalDate> published) {
        List<Part> parts = new ArrayList<>();
        for (DateMention date : Dates.in(text, language, published)) {
            parts.add(new Part.Date(date.span(), NearestDate.to(published, date.date())));
        }
        Numbers.in(text).stream()
                .filter(number -> free(parts, number.span()))
                .map(number -> new Part.Quantity(number.span(), number.value(), Percent.is(text, number.span())))
                .toList()
                .forEach(parts::add);
        interlingua.units(text, language).stream()
                .filter(unit -> free(parts, unit.span()))
                .map(unit -> part(unit, text, language))
                .toList()
                .forEach(parts::add);
        parts.sort(Comparator.comparingInt(part -> part.span().start()));
        return parts;
    }

    private static boolean free(List<Part> parts, Span span) {
        return parts.stream().noneMatch(part -> part.span().overlaps(span));
    }

    private Part part(Unit unit, String text, Language language) {
        Set<String> ids = new HashSet<>();
        unit.ids().keySet().stream().filter(id -> !sound(id)).forEach(ids::add);
        ids.addAll(stems(unit.words(), language));
        return switch (unit.kind()) {
            case CLDR, GLOSSARY -> known(unit, ids, language);
            case LATIN, SOUND, NONE -> unknown(unit, ids, text, language);
            case NUMBER, DATE -> new Part.Word(unit.span(), ids);
        };
    }

    /** The identifiers of {@code words} as that language's stemming leaves them, in Chinese of pairs of characters. */
    Set<String> stems(String words, Language language) {
        Analysis analysis = language.analysis();
        return analyzers.terms(words, analysis).stream()
                .filter(term -> !language.chinese() || term.length() > 1 || words.length() == 1)
                .map(term -> Part.STEM + analysis + ":" + term)
                .collect(Collectors.toSet());
    }

    /** A word of capitals that may mean a name is one; without capitals, where nothing else is meant by it. */
    private Part known(Unit unit, Set<String> ids, Language language) {
        Set<String> meanings = unit.ids().keySet();
        boolean mayBe =
                meanings.stream().anyMatch(interlingua::names) && (!cased(unit.words()) || capital(unit.words()));
        boolean sure = cased(unit.words()) || meanings.stream().allMatch(interlingua::names);
        return mayBe
                ? new Part.Name(unit.span(), language.analysis(), ids, heard(unit.words(), language), true, sure)
                : new Part.Word(unit.span(), ids);
    }

    private static boolean capital(String word) {
        return UCharacter.isUUppercase(word.codePointAt(0));
    }

    private static Part unknown(Unit unit, Set<String> ids, String text, Language language) {
        Set<String> heard = heard(unit.words(), language);
        boolean mayBe = !heard.isEmpty() && (!cased(unit.words()) || capital(unit.words()));
        if (!mayBe) {
            return new Part.Word(unit.span(), ids);
        }
        Set<String> names = han(unit.words()) ? written(Folding.fold(unit.words())) : ids;
        return new Part.Name(unit.span(), language.analysis(), names, heard, false, sure(unit, text, language));
    }

    /** In Arabic script a name is written as a word is; at the start of a sentence, in every script. */
    private static boolean sure(Unit unit, String text, Language language) {
        if (cased(unit.words())) {
            return !text.substring(0, unit.span().start()).isBlank();
        }
        return language.chinese() && unit.words().length() >= SURE_TRANSCRIPTION;
    }

    private static boolean sound(String id) {
        return Unit.Kind.ofId(id) == Unit.Kind.SOUND;
    }

    private static boolean cased(String word) {
        return UCharacter.hasBinaryProperty(word.codePointAt(0), UProperty.CASED);
    }

    private static Set<String> heard(String word, Language language) {
        Set<String> heard = new HashSet<>();
        switch (UScript.getScript(word.codePointAt(0))) {
            case UScript.HAN -> heard.addAll(transcribed(Folding.fold(word)));
            case UScript.LATIN -> heard.addAll(NameSound.heard(word, Analysis.ENGLISH));
            case UScript.CYRILLIC -> heard.addAll(NameSound.heard(word, Analysis.RUSSIAN));
            case UScript.ARABIC ->
                heard.addAll(NameSound.heard(word, language == Language.PERSIAN ? Analysis.PERSIAN : Analysis.ARABIC));
            default -> {}
        }
        Set<String> coarse = new HashSet<>();
        heard.stream()
                .map(NameSound::coarse)
                .filter(row -> row.length() >= LEAST_HEARD)
                .forEach(coarse::add);
        return coarse;
    }

    /** The name, and what is left of it without a character that may belong to its neighbour: where a name ends is not written. */
    private static Set<String> written(String name) {
        Set<String> written = new HashSet<>();
        for (int start = 0; start <= 1; start++) {
            for (int end = name.length() - 1; end <= name.length(); end++) {
                if (end - start >= SHORTEST_TRANSCRIPTION) {
                    written.add(name.substring(start, end));
                }
            }
        }
        return written;
    }

    private static Set<String> transcribed(String name) {
        if (!name.chars().allMatch(character -> Transcription.covers((char) character))) {
            return Set.of();
        }
        Set<String> heard = new HashSet<>(Transcription.heard(name));
        written(name).forEach(part -> heard.addAll(Transcription.rows(part)));
        return heard;
    }

    private static boolean han(String word) {
        return UScript.getScript(word.codePointAt(0)) == UScript.HAN;
    }
}
