package dev.sanad.retrieval;

import dev.sanad.index.Fields;
import dev.sanad.language.Folding;
import dev.sanad.language.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** A {@link Scope} as Lucene filters. */
final class Scoping {
    private final Optional<Query> filter;

    Scoping(Scope scope) {
        this.filter = scope.equals(Scope.ALL) ? Optional.empty() : Optional.of(filter(scope));
    }

    /** Matches what is in scope; empty where everything is. */
    Optional<Query> filter() {
        return filter;
    }

    /** {@code query}, in scope only. */
    Query scoped(Query query) {
        return filter.<Query>map(allowed -> new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(allowed, Occur.FILTER)
                        .build())
                .orElse(query);
    }

    private static Query filter(Scope scope) {
        BooleanQuery.Builder filter = new BooleanQuery.Builder();
        if (scope.since().isPresent() || scope.until().isPresent()) {
            filter.add(
                    LongField.newRangeQuery(
                            Fields.PUBLISHED,
                            scope.since().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE),
                            scope.until().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE)),
                    Occur.FILTER);
        }
        if (!scope.outlets().isEmpty()) {
            List<String> folded = scope.outlets().stream().map(Folding::fold).toList();
            filter.add(oneOf(Fields.OUTLET, folded), Occur.FILTER);
        }
        if (!scope.languages().isEmpty()) {
            List<String> tags = scope.languages().stream().map(Language::tag).toList();
            filter.add(oneOf(Fields.LANGUAGE, tags), Occur.FILTER);
        }
        return filter.build();
    }

    private static Query oneOf(String field, List<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }
}
