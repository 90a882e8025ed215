package org.goldenthread.app.extract;

import static org.goldenthread.returns.check.ssda903.Ssda903Table.AD1;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.HEADER;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.MISSING;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.OC2;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.OC3;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.PLACED_ADOPTION;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.PREV_PERM;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.REVIEWS;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.SW_EPISODES;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.UASC;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Validation;
import org.goldenthread.returns.check.ssda903.Ssda903Children;
import org.goldenthread.returns.check.ssda903.Ssda903Table;
import org.goldenthread.returns.check.ssda903.Ssda903Validation;
import org.goldenthread.returns.write.ssda903.Ssda903Tables;
import org.springframework.stereotype.Component;

/**
 * The return of children looked after (SSDA903) of a collection year, drawn from the record. It has the tables that the record holds
 * the facts of; of social workers those alone whose Social Work England number is known.
 */
@Component
class CareReturnOfRecord {

    private static final Map<Ssda903Table, String> QUERIES = Map.ofEntries(
            Map.entry(HEADER, "ssda903_header"),
            Map.entry(EPISODES, "ssda903_episodes"),
            Map.entry(REVIEWS, "ssda903_reviews"),
            Map.entry(UASC, "ssda903_uasc"),
            Map.entry(AD1, "ssda903_ad1"),
            Map.entry(PLACED_ADOPTION, "ssda903_placed_adoption"),
            Map.entry(OC2, "ssda903_oc2"),
            Map.entry(OC3, "ssda903_oc3"),
            Map.entry(PREV_PERM, "ssda903_prev_perm"),
            Map.entry(MISSING, "ssda903_missing"),
            Map.entry(SW_EPISODES, "ssda903_sw_episodes"));

    /** Its tables that the record holds the facts of, with the SQL files that they are drawn by. */
    static final List<KnownRecord.Part> PARTS =
            QUERIES.keySet().stream().sorted().map(CareReturnOfRecord::part).toList();

    /** Those of last year's return that rules compare with. */
    static final List<KnownRecord.Part> COMPARED = Stream.of(HEADER, EPISODES, UASC, PLACED_ADOPTION, OC3, MISSING)
            .map(CareReturnOfRecord::part)
            .toList();

    private final KnownRecord record;

    CareReturnOfRecord(KnownRecord record) {
        this.record = record;
    }

    /**
     * Draws the return of everybody.
     *
     * @return its tables, as they are written
     */
    Ssda903Tables draw(KnownRecord.Asked asked) {
        return tables(record.draw(PARTS, asked, null));
    }

    private static KnownRecord.Part part(Ssda903Table table) {
        return new KnownRecord.Part(
                Objects.requireNonNull(QUERIES.get(table)),
                table.fileFields().stream().map(Field::name).toList());
    }

    /** Puts what was drawn into the tables of the return; what was not drawn is no table of it. */
    static Ssda903Tables tables(Map<String, List<DrawnRow>> parts) {
        Map<Ssda903Table, List<List<String>>> tables = new EnumMap<>(Ssda903Table.class);
        QUERIES.forEach((table, query) -> {
            if (!parts.containsKey(query)) {
                return;
            }
            List<String> names = table.fileFields().stream().map(Field::name).toList();
            tables.put(
                    table,
                    parts.getOrDefault(query, List.of()).stream()
                            .map(row -> names.stream().map(row::answer).toList())
                            .toList());
        });
        return Ssda903Tables.of(tables);
    }

    /** Checks what was drawn as the files of it would be checked. */
    static Validation check(Ssda903Tables tables, int year, Ssda903Children.Beside beside) {
        return Ssda903Validation.run(tables.asRead(), year, beside);
    }

    /** What each row of the return was drawn from, by its table's name. */
    static Map<String, List<DrawnRow>> rows(Map<String, List<DrawnRow>> parts) {
        Map<String, List<DrawnRow>> rows = new HashMap<>();
        QUERIES.forEach((table, query) -> rows.put(table.label(), parts.getOrDefault(query, List.of())));
        return rows;
    }
}
