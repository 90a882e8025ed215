package org.goldenthread.returns.check.ssda903;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.goldenthread.core.calendar.DateText;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.tabular.GridCell;
import org.goldenthread.returns.tabular.GridRow;
import org.goldenthread.returns.tabular.RefusedFile;
import org.goldenthread.returns.tabular.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * Reads Ofsted's lists of providers: children's homes, social care providers, supported accommodation, one workbook or several. Sheets and
 * columns are told by their headings. A sheet that has a URN and a postcode only gives postcodes to the others.
 */
public final class ProviderList {
    private static final int LAST_HEADING_LINE = 20;
    private static final String SUPPORTED = "K3";
    private static final String SUPPORTED_PROVIDER = "PR4";

    private final @Nullable Postcodes postcodes;
    private final Map<String, List<Providers.Provider>> found = new LinkedHashMap<>();
    private final Map<String, String> addresses = new HashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private String file = "";
    private int taken;

    private ProviderList(@Nullable Postcodes postcodes) {
        this.postcodes = postcodes;
    }

    /**
     * Reads workbooks.
     *
     * @param postcodes to tell each provider's authority; null where none were given
     * @throws RefusedFile where a workbook has no list of providers
     */
    public static Providers read(List<Path> workbooks, @Nullable Postcodes postcodes) throws IOException {
        ProviderList list = new ProviderList(postcodes);
        for (Path workbook : workbooks) {
            list.read(workbook);
        }
        return list.finish();
    }

    private void read(Path file) throws IOException {
        int before = taken;
        this.file = String.valueOf(file.getFileName());
        try (Workbook workbook = Workbook.open(file)) {
            for (Workbook.Worksheet sheet : workbook.listSheets()) {
                read(sheet);
            }
        }
        if (taken == before) {
            throw new RefusedFile(
                    file.getFileName()
                            + " has no sheet with the columns URN, placement code and placement provider code.",
                    "Give the provider list as Ofsted publishes it.");
        }
    }

    private void read(Workbook.Worksheet sheet) throws RefusedFile {
        boolean supported = sheet.name().toUpperCase(Locale.ROOT).startsWith("SA ");
        AtomicReference<@Nullable Columns> heading = new AtomicReference<>();
        sheet.read(row -> {
            Columns columns = heading.get();
            if (columns == null) {
                heading.set(Columns.find(row));
                return heading.get() != null || row.line() < LAST_HEADING_LINE;
            }
            take(sheet.name(), row, columns, supported);
            return true;
        });
        if (heading.get() == null) {
            refuse(
                    "The sheet \"" + sheet.name() + "\" has no column URN and was not read.",
                    null,
                    "Nothing, unless it lists providers: then head its columns as Ofsted does.");
        }
    }

    private void take(String sheet, GridRow row, Columns columns, boolean supported) {
        String urn = text(row, columns.urn).replaceFirst("\\.0+$", "");
        if (urn.isEmpty()) {
            if (!row.isBlank()) {
                refuse(
                        "Row " + row.line() + " of the sheet \"" + sheet + "\" has no URN and was left out.",
                        row.line(),
                        "Give the provider's URN.");
            }
            return;
        }
        taken++;
        String postcode = text(row, columns.postcode).replace(" ", "");
        if (!supported && columns.places < 0) {
            if (!postcode.isEmpty()) {
                addresses.putIfAbsent(urn, postcode);
            }
            return;
        }
        Set<String> places = supported ? Set.of(SUPPORTED) : codes(text(row, columns.places));
        Set<String> providers = supported && columns.providerCodes < 0
                ? Set.of(SUPPORTED_PROVIDER)
                : codes(text(row, columns.providerCodes));
        found.computeIfAbsent(urn, any -> new ArrayList<>())
                .add(new Providers.Provider(urn, places, providers, end(sheet, row, columns), postcode, ""));
    }

    private @Nullable LocalDate end(String sheet, GridRow row, Columns columns) {
        if (columns.end < 0) {
            return null;
        }
        DateText.Reading reading = row.cell(columns.end).date();
        if (reading instanceof DateText.Refused refused) {
            refuse(
                    "Row " + row.line() + " of the sheet \"" + sheet
                            + "\" has an end that is no date, so the provider counts as open: " + refused.problem()
                            + ".",
                    row.line(),
                    refused.action());
        }
        return reading.date().orElse(null);
    }

    private void refuse(String problem, @Nullable Integer line, String action) {
        refusals.add(new Refusal(file, line, problem, action));
    }

    private Providers finish() {
        Map<String, List<Providers.Provider>> finished = new HashMap<>();
        found.forEach((urn, registrations) ->
                finished.put(urn, registrations.stream().map(this::withAddress).toList()));
        Providers listed = new Providers(finished, refusals);
        return postcodes == null ? listed : listed.in(postcodes);
    }

    private Providers.Provider withAddress(Providers.Provider given) {
        String postcode = given.postcode().isEmpty() ? addresses.getOrDefault(given.urn(), "") : given.postcode();
        return new Providers.Provider(
                given.urn(), given.places(), given.providerCodes(), given.end(), postcode, given.authority());
    }

    private static String text(GridRow row, int column) {
        if (column < 0) {
            return "";
        }
        GridCell cell = row.cell(column);
        return cell.text().strip().toUpperCase(Locale.ROOT);
    }

    /** The codes of a cell, divided by commas, strokes or semicolons. */
    static Set<String> codes(String text) {
        Set<String> codes = new TreeSet<>();
        for (String code : text.split("[,/;]", -1)) {
            if (!code.isBlank()) {
                codes.add(code.strip());
            }
        }
        return codes;
    }

    /** Places of the columns of a sheet; -1 where it has none. */
    private record Columns(int urn, int places, int providerCodes, int end, int postcode) {
        static @Nullable Columns find(GridRow row) {
            Map<String, Integer> names = new HashMap<>();
            for (int place = 0; place < row.cells().size(); place++) {
                names.putIfAbsent(
                        row.cell(place).text().strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "), place);
            }
            Integer urn = names.get("urn");
            if (urn == null) {
                return null;
            }
            // The list of children's homes calls the placement code "provider code", and the provider code by both
            // words.
            boolean homes = names.containsKey("provider placement code");
            return new Columns(
                    urn,
                    first(names, homes ? List.of("provider code") : List.of("placement code")),
                    first(names, List.of("provider placement code", "placement provider code")),
                    first(names, List.of("closed date", "deregistration date")),
                    first(
                            names,
                            List.of("setting address postcode", "setting postcode", "provider postcode", "postcode")));
        }

        private static int first(Map<String, Integer> names, List<String> wanted) {
            for (String name : wanted) {
                Integer place = names.get(name);
                if (place != null) {
                    return place;
                }
            }
            return -1;
        }
    }
}
