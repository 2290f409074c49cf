package dev.sanad.answer;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.sanad.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Cuts what a model wrote into sentences with the markers that belong to each. The reply is data: markup is taken off or makes a sentence
 * unfit to be shown, and nothing in it is ever a fault.
 */
final class DraftSplitter {
    /** Control characters, marks that reorder or hide text, and tag characters; the two joiners that Persian and Arabic write stay. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]|[\\x{200B}\\x{200E}\\x{200F}\\x{061C}\\x{202A}-\\x{202E}]"
                    + "|[\\x{2060}-\\x{206F}\\x{FEFF}\\x{FFF9}-\\x{FFFB}\\x{E0000}-\\x{E007F}]|\\p{Cs}|\\p{Co}");

    private static final Pattern LINE = Pattern.compile("\\R");

    /** List bullets, numbers of lists, headings and block quotes at the start of a line, nested ones too. */
    private static final Pattern LEAD = Pattern.compile(
            "^(?:\\s*(?:[-*+•·‣▪◦●–—>|]+\\s+|#{1,6}\\s+|>|\\p{Nd}{1,2}[.)、．]\\s+|[(（]\\p{Nd}{1,2}[)）]\\s*)){1,8}");

    private static final Pattern RULE = Pattern.compile("^[\\s\\-*_=#>|]*$");
    private static final Pattern EMPHASIS = Pattern.compile("\\*+|`+|~~|__+");

    /** A link or anything that a client would make one: addresses, bare domains, mentions, commands; and tags. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "(?i:\\b[a-z][a-z0-9+.-]{1,20}://|\\b(?:javascript|data|tg|mailto|file|tel):\\S|\\bwww\\.)"
                    + "|\\]\\s*\\(|<\\s*[/!?\\p{L}]|&(?:#\\p{Alnum}+|\\p{Alpha}+);"
                    + "|[\\p{Alnum}\\-]{1,63}\\.(?:\\p{Lower}{2,}|\\p{Lu}\\p{L}{1,3})(?!\\p{Alnum})"
                    + "|(?<![\\p{Alnum}])[@#/][\\p{L}_]{3,}|\\S@\\S",
            Pattern.UNICODE_CHARACTER_CLASS);

    /** A full stop after a letter or a short word may stand for an abbreviation ("U.S.", "Gen.", "г."). */
    private static final Pattern MAYBE_ABBREVIATION = Pattern.compile("(?:^|[^\\p{L}])\\p{L}{1,3}\\.$");

    private static final String TERMINATORS = ".!?。！？؟۔…;؛；";

    /** A marker whose end has not come yet. */
    private static final Pattern OPEN_MARKER = Pattern.compile("[\\[【［〔][^\\]】］〕\\r\\n]{0,100}$");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private DraftSplitter() {}

    /**
     * The sentences at the beginning of a reply that no further text changes: those before one that has a letter, for then the markers that follow a
     * full stop have come, and whether the full stop ends the sentence is decided (Unicode Standard Annex 29, rule SB8).
     *
     * @param soFar the beginning of a reply
     */
    static List<Draft> settled(String soFar, Language language) {
        List<Draft> drafts = split(OPEN_MARKER.matcher(soFar).replaceFirst(""), language, true);
        int last = drafts.size() - 1;
        while (last >= 0 && !LETTER.matcher(drafts.get(last).text()).find()) {
            last--;
        }
        return drafts.subList(0, Math.max(0, last));
    }

    /**
     * The sentences in order.
     *
     * @param whole false where the reply was cut: then a last sentence without an end and without a marker is left out
     */
    static List<Draft> split(String reply, Language language, boolean whole) {
        List<Draft> drafts = new ArrayList<>();
        for (String line :
                LINE.splitAsStream(INVISIBLE.matcher(reply).replaceAll("")).toList()) {
            MarkedLine marked = MarkedLine.of(content(line));
            List<Draft> more = sentences(marked, language);
            if (more.isEmpty() && !marked.markers().isEmpty() && !drafts.isEmpty()) {
                more = List.of(join(drafts.removeLast(), "", marked.numbers()));
            }
            drafts.addAll(more);
        }
        if (!whole && !drafts.isEmpty() && unfinished(drafts.getLast())) {
            drafts.removeLast();
        }
        return drafts;
    }

    private static String content(String line) {
        if (RULE.matcher(line).matches()) {
            return "";
        }
        return EMPHASIS.matcher(LEAD.matcher(line).replaceFirst(""))
                .replaceAll("")
                .strip();
    }

    private static List<Draft> sentences(MarkedLine line, Language language) {
        List<Draft> drafts = new ArrayList<>();
        int start = 0;
        for (int end : ends(line, language)) {
            String text = line.text().substring(start, end).strip();
            List<Integer> numbers = line.numbers(start, end);
            start = end;
            if (text.isEmpty()) {
                continue;
            }
            if (!drafts.isEmpty() && goesOn(drafts.getLast())) {
                drafts.add(join(drafts.removeLast(), text, numbers));
            } else {
                drafts.add(new Draft(text, numbers, allowed(text)));
            }
        }
        return drafts;
    }

    private static SortedSet<Integer> ends(MarkedLine line, Language language) {
        SortedSet<Integer> ends = new TreeSet<>(line.ends());
        BreakIterator breaks = BreakIterator.getSentenceInstance(ULocale.forLanguageTag(language.tag()));
        breaks.setText(line.text());
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            ends.add(end);
        }
        return ends;
    }

    /** Without a marker after it, a short word with a full stop ends no sentence: were the halves judged alone, one could pass without the other. */
    private static boolean goesOn(Draft draft) {
        return draft.markers().isEmpty()
                && MAYBE_ABBREVIATION.matcher(draft.text()).find();
    }

    private static Draft join(Draft draft, String more, List<Integer> numbers) {
        String text = (draft.text() + " " + more).strip();
        return new Draft(
                text, Stream.concat(draft.markers().stream(), numbers.stream()).toList(), allowed(text));
    }

    private static boolean allowed(String text) {
        // what is left of nested brackets may read as a marker again
        return !FORBIDDEN.matcher(text).find() && !Markers.MARKER.matcher(text).find();
    }

    private static boolean unfinished(Draft draft) {
        return draft.markers().isEmpty()
                || TERMINATORS.indexOf(draft.text().charAt(draft.text().length() - 1)) < 0;
    }
}
