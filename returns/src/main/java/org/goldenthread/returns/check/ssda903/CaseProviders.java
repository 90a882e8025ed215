package org.goldenthread.returns.check.ssda903;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.goldenthread.returns.check.CaseCells;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Ofsted's list as a case of {@code rule-cases.json} may give it beside its tables: a table of providers, whose columns are known by the
 * words in their names.
 */
final class CaseProviders {
    private CaseProviders() {}

    /** The list under whatever name speaks of providers; null where the case gives none. */
    static @Nullable Providers find(JsonNode about) {
        for (Map.Entry<String, JsonNode> each : about.properties()) {
            if (each.getKey().toLowerCase(Locale.ROOT).contains("provider")
                    && each.getValue().has("columns")) {
                return read(each.getValue());
            }
        }
        return null;
    }

    private static Providers read(JsonNode table) {
        List<String> columns = new ArrayList<>();
        table.get("columns")
                .forEach(column -> columns.add(
                        CaseCells.text(column).toUpperCase(Locale.ROOT).replace('_', ' ')));
        Map<String, List<Providers.Provider>> byUrn = new HashMap<>();
        for (JsonNode cells : table.path("rows")) {
            Map<String, JsonNode> row = new HashMap<>();
            for (int place = 0; place < columns.size(); place++) {
                row.put(columns.get(place), cells.path(place));
            }
            Providers.Provider provider = provider(row);
            byUrn.computeIfAbsent(provider.urn(), any -> new ArrayList<>()).add(provider);
        }
        return new Providers(byUrn);
    }

    private static Providers.Provider provider(Map<String, JsonNode> row) {
        return new Providers.Provider(
                text(row, "URN").strip().toUpperCase(Locale.ROOT),
                ProviderList.codes(text(row, "PLACE CODES", "PLACEMENT CODE", "PLACEMENT CODES")),
                ProviderList.codes(text(row, "PROVIDER CODES", "PLACEMENT PROVIDER CODE", "PROVIDER CODE")),
                date(row, "REG END", "REGISTRATION END DATE", "DEREGISTRATION DATE", "CLOSED DATE"),
                text(row, "POSTCODE", "SETTING POSTCODE", "SETTING ADDRESS POSTCODE")
                        .replace(" ", "")
                        .toUpperCase(Locale.ROOT),
                text(row, "LA CODE INFERRED", "LA CODE", "AUTHORITY"));
    }

    private static @Nullable JsonNode cell(Map<String, JsonNode> row, String... names) {
        for (String name : names) {
            JsonNode cell = row.get(name);
            if (!CaseCells.isBlank(cell)) {
                return cell;
            }
        }
        return null;
    }

    private static String text(Map<String, JsonNode> row, String... names) {
        JsonNode cell = cell(row, names);
        return cell == null ? "" : CaseCells.text(cell);
    }

    private static @Nullable LocalDate date(Map<String, JsonNode> row, String... names) {
        JsonNode cell = cell(row, names);
        if (cell == null) {
            return null;
        }
        LocalDate date = CaseCells.date(cell);
        return date == null ? SlashDates.read(CaseCells.text(cell)) : date;
    }
}
