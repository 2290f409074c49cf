package dev.sanad.answer;

import dev.sanad.language.Language.Analysis;
import dev.sanad.language.PartialDate;
import dev.sanad.language.Span;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Set;

/** A number, date, name or word of a sentence, as the gate compares it with those of another, in any language. */
sealed interface Part {
    /** How the identifiers of stems begin; all others cross languages. */
    String STEM = "w:";

    /** In the text that the part was read from. */
    Span span();

    /** Whether a quote that holds this states {@code said}. */
    boolean states(Part said);

    /**
     * A number.
     *
     * @param percent whether it is a share in hundred; such a number is no other's equal
     */
    record Quantity(Span span, BigDecimal value, boolean percent) implements Part {
        @Override
        public boolean states(Part said) {
            return switch (said) {
                case Quantity number -> percent == number.percent && value.compareTo(number.value) == 0;
                case Date date ->
                    !percent
                            && date.onlyYear()
                            && value.compareTo(
                                            BigDecimal.valueOf(date.date.year().getAsInt()))
                                    == 0;
                case Name name -> false;
                case Word word -> word.ids.contains(id());
            };
        }

        String id() {
            return "n:" + value.toPlainString();
        }
    }

    /** A date, in an article resolved by the article's own. */
    record Date(Span span, PartialDate date) implements Part {
        /** A date is stated by one that is at least as exact; a year alone may be written as a number. */
        @Override
        public boolean states(Part said) {
            return switch (said) {
                case Quantity number ->
                    !number.percent
                            && date.year().isPresent()
                            && number.value.compareTo(
                                            BigDecimal.valueOf(date.year().getAsInt()))
                                    == 0;
                case Date other -> exactEnough(other.date) && date.agreesWith(other.date);
                case Name name -> false;
                case Word word -> false;
            };
        }

        private boolean onlyYear() {
            return date.year().isPresent()
                    && date.month().isEmpty()
                    && date.day().isEmpty();
        }

        private boolean exactEnough(PartialDate said) {
            return (said.year().isEmpty() || date.year().isPresent())
                    && (said.month().isEmpty() || date.month().isPresent())
                    && (said.day().isEmpty() || date.day().isPresent());
        }
    }

    /**
     * A name, or a word in no table that may be one.
     *
     * @param language whose words it stands among
     * @param ids what it stands for, and its stem
     * @param heard its sound, in the alphabet of {@link dev.sanad.language.NameSound#coarse}
     * @param tabled whether a table knows the word
     * @param sure whether its letters or the table tell that it is a name
     */
    record Name(Span span, Analysis language, Set<String> ids, Set<String> heard, boolean tabled, boolean sure)
            implements Part {
        public Name {
            ids = Set.copyOf(ids);
            heard = Set.copyOf(heard);
        }

        @Override
        public boolean states(Part said) {
            return switch (said) {
                case Name name ->
                    !Collections.disjoint(ids, name.ids)
                            || (language != name.language
                                    && !(tabled && name.tabled)
                                    && SoundAlike.any(heard, name.heard, sure || name.sure ? 2 : 3));
                case Word word -> !Collections.disjoint(ids, word.ids);
                case Quantity number -> false;
                case Date date -> false;
            };
        }
    }

    /** Any other word, by what it stands for and its stem. */
    record Word(Span span, Set<String> ids) implements Part {
        private static final Set<String> UNSTATED = Set.of("unstated");

        public Word {
            ids = Set.copyOf(ids);
        }

        /** A word that nothing states, in any language. */
        static Word unstated(Span span) {
            return new Word(span, UNSTATED);
        }

        boolean unstated() {
            return ids.equals(UNSTATED);
        }

        @Override
        public boolean states(Part said) {
            return switch (said) {
                case Name name -> !Collections.disjoint(ids, name.ids);
                case Word word -> !Collections.disjoint(ids, word.ids);
                case Quantity number -> ids.contains(number.id());
                case Date date -> false;
            };
        }
    }
}
