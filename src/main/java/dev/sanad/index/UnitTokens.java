package dev.sanad.index;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The identifiers of a text's units as Lucene reads them; a unit counts once towards the text's length, however many identifiers it has. */
final class UnitTokens extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final List<Map.Entry<String, Integer>> ids;
    private Iterator<Map.Entry<String, Integer>> next;

    UnitTokens(List<Unit> units) {
        this.ids = units.stream().flatMap(UnitTokens::positioned).toList();
        this.next = ids.iterator();
    }

    private static Stream<Map.Entry<String, Integer>> positioned(Unit unit) {
        String first =
                unit.ids().isEmpty() ? "" : unit.ids().keySet().iterator().next();
        return unit.ids().keySet().stream().map(id -> Map.entry(id, id.equals(first) ? 1 : 0));
    }

    @Override
    public void reset() {
        next = ids.iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!next.hasNext()) {
            return false;
        }
        clearAttributes();
        Map.Entry<String, Integer> id = next.next();
        term.setEmpty().append(id.getKey());
        position.setPositionIncrement(id.getValue());
        return true;
    }
}
