package dev.sanad.retrieval;

import dev.sanad.corpus.Known;
import dev.sanad.index.Analyzers;
import dev.sanad.language.DateMention;
import dev.sanad.language.Dates;
import dev.sanad.language.Language;
import dev.sanad.language.Language.Analysis;
import dev.sanad.language.NumberMention;
import dev.sanad.language.Numbers;
import dev.sanad.language.PartialDate;
import dev.sanad.language.QuestionWords;
import dev.sanad.passage.Passage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a passage must hold to be evidence for a question, however many of its other words it has: the question's numbers, its dates, in languages
 * that write them so its capitalised names, and the speaker whose words it asks for. Immutable.
 */
final class Compulsory {
    /** A capitalised word after another word: at the start of a question a capital tells nothing. */
    private static final Pattern NAME =
            Pattern.compile("(?<=[\\p{L}\\p{N},;:»”\"')] {1,3}[«“\"'(]?|[-–’'])\\p{Lu}[\\p{L}\\p{M}]+");

    private final List<BigDecimal> numbers;
    private final List<PartialDate> dates;
    private final Set<String> names;
    private final Language language;
    private final Analyzers analyzers;

    private Compulsory(
            List<BigDecimal> numbers,
            List<PartialDate> dates,
            Set<String> names,
            Language language,
            Analyzers analyzers) {
        this.numbers = numbers;
        this.dates = dates;
        this.names = names;
        this.language = language;
        this.analyzers = analyzers;
    }

    static Compulsory of(Question question, Analyzers analyzers) {
        Language language = question.language();
        List<DateMention> dates = Dates.in(question.text(), language, Optional.empty());
        List<BigDecimal> numbers = Numbers.in(question.text()).stream()
                .filter(number -> dates.stream().noneMatch(date -> date.span().overlaps(number.span())))
                .map(NumberMention::value)
                .toList();
        Set<String> names = new HashSet<>();
        Matcher capitals = NAME.matcher(question.text());
        while (capitals.find()) {
            names.addAll(analyzers.terms(capitals.group(), nameAnalysis(language)));
        }
        QuestionWords.fromSpeakerOn(question.text(), language)
                .flatMap(words ->
                        analyzers.terms(words, nameAnalysis(language)).stream().findFirst())
                .ifPresent(names::add);
        return new Compulsory(numbers, dates.stream().map(DateMention::date).toList(), names, language, analyzers);
    }

    /** Whether {@code passage}, under its title and its article's date, holds the question's numbers and dates. */
    boolean factsHeldBy(Passage passage) {
        String text = text(passage);
        return holdsNumbers(text) && holdsDates(passage, text);
    }

    /** Whether {@code passage}, under its title, holds the question's names and the speaker. */
    boolean namesHeldBy(Passage passage) {
        return holdsNames(passage, text(passage));
    }

    private static String text(Passage passage) {
        return passage.article().title().value() + "\n" + passage.text();
    }

    private boolean holdsNumbers(String text) {
        if (numbers.isEmpty()) {
            return true;
        }
        // by value: 63,000 and 63000.0 are one number
        Set<BigDecimal> held = new TreeSet<>();
        Numbers.in(text).forEach(number -> held.add(number.value()));
        return held.containsAll(numbers);
    }

    private boolean holdsDates(Passage passage, String text) {
        if (dates.isEmpty()) {
            return true;
        }
        Optional<LocalDate> published = passage.article().published().map(Known::value);
        List<PartialDate> held = new ArrayList<>();
        Dates.in(text, passage.article().language().value(), published).forEach(date -> held.add(date.date()));
        published.map(PartialDate::of).ifPresent(held::add);
        return dates.stream().allMatch(date -> held.stream().anyMatch(date::agreesWith));
    }

    /** Only within one language: across languages a name is written otherwise. */
    private boolean holdsNames(Passage passage, String text) {
        if (names.isEmpty() || passage.article().language().value().analysis() != language.analysis()) {
            return true;
        }
        return new HashSet<>(analyzers.terms(text, nameAnalysis(language))).containsAll(names);
    }

    /** Chinese names are words, which its own analysis cuts into pairs of characters. */
    private static Analysis nameAnalysis(Language language) {
        return language.chinese() ? Analysis.UNSTEMMED : language.analysis();
    }
}
