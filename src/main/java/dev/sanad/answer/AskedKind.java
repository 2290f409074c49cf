package dev.sanad.answer;

import dev.sanad.corpus.Known;
import dev.sanad.index.Unit;
import dev.sanad.language.AnswerKind;
import dev.sanad.language.DateMention;
import dev.sanad.language.Dates;
import dev.sanad.language.Language;
import dev.sanad.language.NumberMention;
import dev.sanad.language.Numbers;
import dev.sanad.language.PartialDate;
import dev.sanad.language.QuestionWords;
import dev.sanad.language.Span;
import dev.sanad.passage.Passage;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Subject;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * The kind of answer that a question asks for, and how well a sentence gives one: a date, number or name that the question does not hold itself, standing
 * among the question's words. The weights are reasoned, not fitted. Immutable.
 */
final class AskedKind {
    /** What a mention is worth wherever it stands in the sentence; the rest is how much of the question's weight stands around it. */
    private static final double ANYWHERE = 0.5;

    /** A name that no table has: it may be another kind of name. */
    private static final double UNKNOWN_NAME = 0.5;

    /** Letters on either side of a mention that are looked at: about eight words. */
    private static final int AROUND = 50;

    private static final int AROUND_IN_CHINESE = 16;

    private static final Pattern QUOTED = Pattern.compile("[\"“”«»「」『』„]");
    private static final Pattern REASON = Pattern.compile(
            "because|due to|owing to|in order to|so that|потому|из-за|поскольку|чтобы|لأن|بسبب|نتيجة|لكي|زیرا|چون|به"
                    + " دلیل|به خاطر|به علت|تا بتواند|因为|因為|由于|由於|以便|为了|為了|原因");

    private final AnswerKind kind;
    private final Subject subject;
    private final Set<BigDecimal> numbers = new TreeSet<>();
    private final Set<String> names = new HashSet<>();

    AskedKind(Question question, Subject subject) {
        this.kind = QuestionWords.kind(question.text(), question.language());
        this.subject = subject;
        Numbers.in(question.text()).forEach(number -> numbers.add(number.value()));
        subject.units(question.text(), question.language())
                .forEach(unit -> names.addAll(unit.ids().keySet()));
    }

    /** How well {@code sentence} of {@code passage} gives an answer of the kind, 0 to 1; 0 where none is asked for. */
    double answeredBy(String sentence, Passage passage) {
        Language language = passage.article().language().value();
        return switch (kind) {
            case DATE, DAY, MONTH, YEAR ->
                best(dates(sentence, passage), DateMention::span, date -> precision(date.date()), sentence, language);
            case NUMBER -> best(newNumbers(sentence, passage), NumberMention::span, number -> 1, sentence, language);
            case PERSON -> best(newNames(sentence, language), Unit::span, this::person, sentence, language);
            case PLACE -> best(newNames(sentence, language), Unit::span, this::place, sentence, language);
            case QUOTE -> QUOTED.matcher(sentence).find() ? 1 : 0;
            case REASON -> REASON.matcher(sentence).find() ? 1 : 0;
            case OTHER -> 0;
        };
    }

    private interface Spanned<T> {
        Span of(T mention);
    }

    private <T> double best(
            List<T> mentions, Spanned<T> span, ToDoubleFunction<T> worth, String sentence, Language language) {
        double whole = subject.share(sentence, language);
        double best = 0;
        for (T mention : mentions) {
            double near =
                    whole == 0 ? 0 : subject.share(around(span.of(mention), sentence, language), language) / whole;
            best = Math.max(best, worth.applyAsDouble(mention) * (ANYWHERE + (1 - ANYWHERE) * near));
        }
        return best;
    }

    private static String around(Span mention, String sentence, Language language) {
        int letters = language.chinese() ? AROUND_IN_CHINESE : AROUND;
        int start = Math.max(0, mention.start() - letters);
        int end = Math.min(sentence.length(), mention.end() + letters);
        while (!language.chinese() && start > 0 && Character.isLetterOrDigit(sentence.charAt(start - 1))) {
            start--;
        }
        while (!language.chinese() && end < sentence.length() && Character.isLetterOrDigit(sentence.charAt(end))) {
            end++;
        }
        return sentence.substring(start, end);
    }

    private static List<DateMention> dates(String sentence, Passage passage) {
        return Dates.in(
                sentence,
                passage.article().language().value(),
                passage.article().published().map(Known::value));
    }

    /** A date with what was asked of it says more than one without, a whole one more than a part. */
    private double precision(PartialDate date) {
        boolean asked = switch (kind) {
            case DAY -> date.day().isPresent();
            case MONTH -> date.month().isPresent();
            case YEAR -> date.year().isPresent();
            default -> date.day().isPresent() || date.year().isPresent();
        };
        return asked ? 1 : 0.5;
    }

    /** Numbers that are no dates and that the question did not state itself. */
    private List<NumberMention> newNumbers(String sentence, Passage passage) {
        List<NumberMention> found = Numbers.in(sentence);
        if (found.isEmpty()) {
            return found;
        }
        List<Span> dates =
                dates(sentence, passage).stream().map(DateMention::span).toList();
        Predicate<NumberMention> date = number -> dates.stream().anyMatch(span -> span.overlaps(number.span()));
        return found.stream()
                .filter(date.negate())
                .filter(number -> !numbers.contains(number.value()))
                .toList();
    }

    private List<Unit> newNames(String sentence, Language language) {
        return subject.units(sentence, language).stream()
                .filter(unit -> unit.ids().keySet().stream().noneMatch(names::contains))
                .toList();
    }

    private double person(Unit unit) {
        return unit.ids().keySet().stream().anyMatch(id -> id.startsWith("g:person.")) ? 1 : unknownName(unit);
    }

    private double place(Unit unit) {
        return unit.ids().keySet().stream()
                        .anyMatch(id -> id.startsWith("g:place.") || id.startsWith("c:") || id.startsWith("t:"))
                ? 1
                : unknownName(unit);
    }

    private static double unknownName(Unit unit) {
        boolean name = unit.kind() == Unit.Kind.SOUND || unit.kind() == Unit.Kind.LATIN;
        return name && !unit.guessed() ? UNKNOWN_NAME : 0;
    }
}
