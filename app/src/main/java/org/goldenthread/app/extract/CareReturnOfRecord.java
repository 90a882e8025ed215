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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.returns.check.ssda903.Ssda903Table;
import org.goldenthread.returns.write.ssda903.Ssda903CsvWriter;
import org.goldenthread.returns.write.ssda903.Ssda903Tables;
import org.springframework.stereotype.Component;

/**
 * The return of children looked after (SSDA903) of a collection year, drawn from the record. It has the tables that the record holds
 * the facts of; of social workers those alone whose Social Work England number is known.
 */
@Component
class CareReturnOfRecord {

    private static final Map<Ssda903Table, String> QUERIES = Map.of(
            HEADER, "ssda903_header",
            EPISODES, "ssda903_episodes",
            REVIEWS, "ssda903_reviews",
            AD1, "ssda903_ad1",
            PLACED_ADOPTION, "ssda903_placed_adoption",
            OC2, "ssda903_oc2",
            OC3, "ssda903_oc3",
            PREV_PERM, "ssda903_prev_perm",
            MISSING, "ssda903_missing",
            SW_EPISODES, "ssda903_sw_episodes");

    private final KnownRecord record;

    CareReturnOfRecord(KnownRecord record) {
        this.record = record;
    }

    /**
     * Writes the files of the return.
     *
     * @return how many children it holds
     */
    int write(KnownRecord.Asked asked, Path folder) throws IOException {
        Map<Ssda903Table, List<List<String>>> tables = new EnumMap<>(Ssda903Table.class);
        QUERIES.forEach((table, query) ->
                tables.put(table, rows(query, asked, table.fileFields().size())));
        Ssda903CsvWriter.write(Ssda903Tables.of(tables), folder);
        return tables.getOrDefault(HEADER, List.of()).size();
    }

    private List<List<String>> rows(String name, KnownRecord.Asked asked, int width) {
        return record.query(name, asked)
                .query((row, number) -> {
                    List<String> texts = new ArrayList<>();
                    for (int column = 1; column <= width; column++) {
                        String text = row.getString(column);
                        texts.add(text == null ? "" : text);
                    }
                    return texts;
                })
                .list();
    }
}
