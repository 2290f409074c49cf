package dev.sanad.language;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a question says of the articles to search, from {@code language/scope-words.tsv}: by which outlet, in which language, published when. Only a
 * phrase of reporting or publication tells it ("according to …", "published in …"): any other date is one on which something happened, any other
 * outlet one that something happened to. Immutable and safe for use by many threads.
 */
public final class ScopeWords {
    /** Stands for what was read already; no phrase holds it. */
    private static final char READ = '\uE001';

    private static final Pattern ARABIC_MARKS = Pattern.compile("[\u0640\u064B-\u0652\u0670]");
    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{N}]");

    private static final Map<Language, ScopePhrases> PHRASES = new ConcurrentHashMap<>();

    private ScopeWords() {}

    /**
     * What was read.
     *
     * @param rest the question without it: what it is about; the whole where nothing else is left
     * @param outlet as the question names it
     * @param outlets those of the index that it means, as the index holds them; empty for all
     * @param since first day of publication
     * @param until last day of publication
     * @param languages of articles; empty for all
     */
    public record Wanted(
            String rest,
            Optional<String> outlet,
            Set<String> outlets,
            Optional<LocalDate> since,
            Optional<LocalDate> until,
            Set<Language> languages) {
        public Wanted {
            outlets = Set.copyOf(outlets);
            languages = Set.copyOf(languages);
        }

        public boolean isEmpty() {
            return outlets.isEmpty() && since.isEmpty() && until.isEmpty() && languages.isEmpty();
        }
    }

    /**
     * Reads {@code question}.
     *
     * @param held folded names of the outlets that the index has; asked for only where a phrase needs them
     * @param newest day of the newest article, which <i>last week</i> and days without a year are told by
     */
    public static Wanted in(
            String question,
            Language language,
            Supplier<? extends Collection<String>> held,
            Optional<LocalDate> newest) {
        return new Reader(ARABIC_MARKS.matcher(question).replaceAll(""), language, newest).read(held);
    }

    /** Whether {@code question} asks for what is newest. */
    public static boolean askForLatest(String question, Language language) {
        return phrases(language)
                .latest()
                .matcher(Shape.of(ARABIC_MARKS.matcher(question).replaceAll("")))
                .find();
    }

    private static ScopePhrases phrases(Language language) {
        return PHRASES.computeIfAbsent(language, ScopePhrases::of);
    }

    /** Reads one question. */
    private static final class Reader {
        private final String text;
        private final ScopePhrases phrases;
        private final Optional<LocalDate> newest;
        private final StringBuilder shape;
        private final Map<Integer, PartialDate> dates;
        private Optional<String> outlet = Optional.empty();
        private Set<String> outlets = Set.of();
        private Optional<LocalDate> since = Optional.empty();
        private Optional<LocalDate> until = Optional.empty();
        private Set<Language> languages = Set.of();

        Reader(String text, Language language, Optional<LocalDate> newest) {
            this.text = text;
            this.phrases = phrases(language);
            this.newest = newest;
            this.shape = new StringBuilder(Shape.of(text));
            this.dates = new HashMap<>();
            for (DateMention mention : Dates.in(text, language, newest)) {
                dates.put(mention.span().start(), mention.date());
                fill(mention.span().start(), mention.span().end(), ScopePhrases.DATE);
            }
        }

        Wanted read(Supplier<? extends Collection<String>> held) {
            Outlets known = phrases.mayNameOutlet(shape) ? Outlets.of(held.get(), shape, phrases) : Outlets.NONE;
            for (ScopePhrase phrase : phrases.filters()) {
                phrases.pattern(phrase, known)
                        .map(pattern -> pattern.matcher(shape.toString()))
                        .ifPresent(matcher -> {
                            if (matcher.find() && take(phrase, matcher, known)) {
                                fill(matcher.start(), matcher.end(), READ);
                                then(phrase, matcher.end());
                            }
                        });
            }
            return new Wanted(rest(), outlet, outlets, since, until, languages);
        }

        /** What may follow at once: "what did … write in May". */
        private void then(ScopePhrase before, int end) {
            int at = end;
            while (at < shape.length() && shape.charAt(at) == ' ') {
                at++;
            }
            for (ScopePhrase phrase : before.dated() ? List.<ScopePhrase>of() : phrases.then()) {
                Matcher matcher =
                        phrases.pattern(phrase, Outlets.NONE).orElseThrow().matcher(shape.toString());
                if (matcher.region(at, shape.length()).lookingAt() && take(phrase, matcher, Outlets.NONE)) {
                    fill(matcher.start(), matcher.end(), READ);
                    return;
                }
            }
        }

        /** False where it says nothing new, or nothing that can be told. */
        private boolean take(ScopePhrase phrase, Matcher matcher, Outlets known) {
            if ((phrase.has("outlet") && !outlets.isEmpty())
                    || (phrase.has("language") && !languages.isEmpty())
                    || (phrase.dated() && (since.isPresent() || until.isPresent()))
                    || !takeDates(phrase, matcher)) {
                return false;
            }
            if (phrase.has("outlet")) {
                outlet = Optional.of(text.substring(matcher.start("outlet"), matcher.end("outlet")));
                outlets = known.meant(matcher.group("outlet"));
            }
            if (phrase.has("language")) {
                languages = phrases.languages(matcher.group("language"));
            }
            return true;
        }

        private boolean takeDates(ScopePhrase phrase, Matcher matcher) {
            if (phrase.days() > 0) {
                since = newest.map(day -> day.minusDays(phrase.days()));
                return newest.isPresent();
            }
            Optional<LocalDate> first =
                    day(phrase, matcher, "since", false).or(() -> day(phrase, matcher, "date", false));
            Optional<LocalDate> last = day(phrase, matcher, "until", true).or(() -> day(phrase, matcher, "date", true));
            if (phrase.dated() && ((first.isEmpty() && last.isEmpty()) || backwards(first, last))) {
                return false;
            }
            since = first.or(() -> since);
            until = last.or(() -> until);
            return true;
        }

        private static boolean backwards(Optional<LocalDate> first, Optional<LocalDate> last) {
            return first.isPresent() && last.isPresent() && first.get().isAfter(last.get());
        }

        private Optional<LocalDate> day(ScopePhrase phrase, Matcher matcher, String slot, boolean last) {
            return phrase.has(slot)
                    ? Optional.ofNullable(dates.get(matcher.start(slot))).flatMap(date -> day(date, last))
                    : Optional.empty();
        }

        /** The first or last day of what is stated; without a year the latest such that is not after the newest article. */
        private Optional<LocalDate> day(PartialDate date, boolean last) {
            if (date.complete().isPresent()) {
                return date.complete();
            }
            if (date.month().isEmpty()) {
                return date.year().stream()
                        .mapToObj(year -> last ? LocalDate.of(year, 12, 31) : LocalDate.of(year, 1, 1))
                        .findFirst();
            }
            int month = date.month().getAsInt();
            if (date.year().isPresent()) {
                return Optional.of(within(YearMonth.of(date.year().getAsInt(), month), date, last));
            }
            return newest.map(day -> {
                LocalDate first = within(YearMonth.of(day.getYear(), month), date, false);
                return within(YearMonth.of(day.getYear() - (first.isAfter(day) ? 1 : 0), month), date, last);
            });
        }

        private static LocalDate within(YearMonth month, PartialDate date, boolean last) {
            return date.day().isPresent()
                    ? month.atDay(Math.min(date.day().getAsInt(), month.lengthOfMonth()))
                    : last ? month.atEndOfMonth() : month.atDay(1);
        }

        private void fill(int start, int end, char with) {
            shape.replace(start, end, String.valueOf(with).repeat(end - start));
        }

        private String rest() {
            StringBuilder rest = new StringBuilder();
            for (int i = 0; i < text.length(); i++) {
                rest.append(shape.charAt(i) == READ ? ' ' : text.charAt(i));
            }
            return LETTERS.matcher(rest).find() ? rest.toString().strip() : text;
        }
    }
}
