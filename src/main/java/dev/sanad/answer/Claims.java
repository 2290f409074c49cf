package dev.sanad.answer;

import dev.sanad.language.DateMention;
import dev.sanad.language.Dates;
import dev.sanad.language.Language;
import dev.sanad.language.NumberMention;
import dev.sanad.language.Numbers;
import dev.sanad.language.PartialDate;
import dev.sanad.language.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a stretch of text can be compared with another, also across languages.
 *
 * @param words of its own language, see {@link ContentWords}
 * @param latin words in Latin letters, folded: names and abbreviations that stand in every language as they are
 * @param numbers by value
 */
public record Claims(Set<String> words, Set<String> latin, List<BigDecimal> numbers, List<PartialDate> dates) {
    /** What an answer's sentence says. Numbers that are part of a date are not named again; "yesterday" has no day to relate to. */
    public static Claims ofSentence(String text, Language language) {
        List<DateMention> dates = Dates.in(text, language, Optional.empty());
        List<NumberMention> bare = Numbers.in(text).stream()
                .filter(number -> dates.stream().noneMatch(date -> date.span().overlaps(number.span())))
                .toList();
        return of(text, bare, dates);
    }

    /** What each of {@code sentences} of an article says, in their order; relative and partial dates are resolved by the article's. */
    public static List<Claims> ofArticle(
            String text, List<Span> sentences, Language language, Optional<LocalDate> published) {
        int from = sentences.getFirst().start();
        String stretch = text.substring(from, sentences.getLast().end());
        List<DateMention> dates = Dates.in(stretch, language, published).stream()
                .map(date -> new DateMention(date.span().shift(from), NearestDate.to(published, date.date())))
                .toList();
        List<NumberMention> numbers = Numbers.in(stretch).stream()
                .map(number -> new NumberMention(number.span().shift(from), number.value()))
                .toList();
        return sentences.stream()
                .map(sentence -> of(
                        sentence.in(text),
                        numbers.stream()
                                .filter(number -> sentence.contains(number.span()))
                                .toList(),
                        dates.stream()
                                .filter(date -> sentence.contains(date.span()))
                                .toList()))
                .toList();
    }

    private static Claims of(String text, List<NumberMention> numbers, List<DateMention> dates) {
        return new Claims(
                ContentWords.in(text),
                ContentWords.latin(text),
                numbers.stream().map(NumberMention::value).toList(),
                dates.stream().map(DateMention::date).toList());
    }

    /** This without the words of {@code common}; numbers and dates stay. */
    public Claims withoutWords(Claims common) {
        return new Claims(difference(words, common.words), difference(latin, common.latin), numbers, dates);
    }

    private static Set<String> difference(Set<String> some, Set<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    /** The numbers and dates of this that do not stand in {@code quote}. */
    public List<Object> missingFrom(Claims quote) {
        List<Object> missing = new ArrayList<>();
        numbers.stream().filter(number -> !quote.states(number)).forEach(missing::add);
        dates.stream().filter(date -> !quote.states(date)).forEach(missing::add);
        return missing;
    }

    /** How many numbers and dates of this stand in {@code quote}. */
    public int factsIn(Claims quote) {
        return numbers.size() + dates.size() - missingFrom(quote).size();
    }

    /** How many Latin words of this stand in {@code quote}. */
    public int latinIn(Claims quote) {
        return (int) latin.stream().filter(quote.latin::contains).count();
    }

    int wordsIn(Claims quote) {
        return (int) words.stream().filter(quote.words::contains).count();
    }

    /** The share of this sentence's content words that stand in {@code quote}, 0 to 1; 0 where it has none. */
    public double shareIn(Claims quote) {
        return words.isEmpty() ? 0 : (double) wordsIn(quote) / words.size();
    }

    private boolean states(BigDecimal number) {
        return numbers.stream().anyMatch(value -> value.compareTo(number) == 0);
    }

    /** A date is stated by one that is at least as exact; a bare year also by the number. */
    private boolean states(PartialDate date) {
        boolean onlyYear = date.month().isEmpty() && date.day().isEmpty();
        return dates.stream().anyMatch(stated -> exactEnough(stated, date) && stated.agreesWith(date))
                || (onlyYear
                        && date.year().isPresent()
                        && states(BigDecimal.valueOf(date.year().getAsInt())));
    }

    private static boolean exactEnough(PartialDate stated, PartialDate date) {
        return (date.year().isEmpty() || stated.year().isPresent())
                && (date.month().isEmpty() || stated.month().isPresent())
                && (date.day().isEmpty() || stated.day().isPresent());
    }
}
