package org.goldenthread.app.moving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.goldenthread.returns.GivenCells;
import org.goldenthread.returns.IdentifierKind;
import org.goldenthread.returns.RowSink;
import org.goldenthread.returns.ssd.SsdExtractReader;
import org.goldenthread.snapshot.Severity;
import org.jspecify.annotations.Nullable;

/** Reads an extract of the Standard Safeguarding Dataset, a file for each table. */
final class SsdSource {

    private static final String PERSONS = "ssd_person";
    private static final Set<String> OF_EVERY_AREA = Set.of(PERSONS, "ssd_linked_identifiers", "ssd_disability");

    /** Tables whose rows do not name the child, and the column that holds the key of one that does. */
    private static final Map<String, Via> VIA = Map.of(
            "ssd_assessment_factors", new Via("cinf_assessment_id", "ssd_cin_assessments"),
            "ssd_cla_reviews", new Via("clar_cla_id", "ssd_cla_episodes"));

    /** The columns by which other rows name a row, where it is not the first column; and those that lead to a referral. */
    private static final Map<String, String> KEYS = Map.of(
            "ssd_cin_episodes", "cine_referral_id",
            "ssd_cin_assessments", "cina_assessment_id",
            "ssd_s47_enquiry", "s47e_s47_enquiry_id",
            "ssd_initial_cp_conference", "icpc_icpc_id",
            "ssd_cp_plans", "cppl_cp_plan_id",
            "ssd_cla_episodes", "clae_cla_id");

    private static final Map<String, String> REFERRALS =
            Map.of("ssd_cin_assessments", "cina_referral_id", "ssd_cin_plans", "cinp_referral_id");

    private record Via(String column, String table) {}

    private final SourceData data = new SourceData();
    private final Map<String, List<Cells>> tables = new TreeMap<>();
    private final Map<String, Map<String, String>> persons = new HashMap<>();

    /** The child whom a row of a table is of, by the table and the row's key. */
    private final Map<String, String> numbers = new HashMap<>();
    /** The first day of the last episode of each period of care. */
    private final Map<String, String> lastEpisodes = new HashMap<>();
    /** What is wrong with a row of which a cell could not be read, by its file and line. */
    private final Map<String, String> unreadable = new HashMap<>();

    /** A row of a table as it was read; a cell that could not be read is told, and is not there. */
    record Cells(String file, int line, Map<String, String> cells) {

        /** Empty where blank, or where the file lacks the column. */
        String text(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    static Given read(List<Path> folders, LocalDate asAt, List<Taking> takings, SourceData.Check check) {
        SsdSource source = new SsdSource();
        Set<String> taken = new HashSet<>(SourceData.tables(takings));
        if (taken.contains("ssd_cin_assessments")) {
            taken.add("ssd_assessment_factors");
        }
        for (Path file : files(folders)) {
            Sink sink = source.new Sink(String.valueOf(file.getFileName()));
            SsdExtractReader.read(file, asAt, sink);
        }
        source.take(taken);
        Given told = source.data.tell(
                "Standard Safeguarding Dataset",
                SourceData.Beginning.NONE,
                takings,
                check,
                false,
                Given.Checked.NOTHING);
        // Early help says itself who gives it; who else works with the child comes with the area of that work.
        return taken.contains(SsdDoorTakings.EPISODES)
                ? SsdWorkers.ofEarlyHelp(source.tables, told, asAt)
                : SsdWorkers.read(source.tables, told, asAt);
    }

    private static List<Path> files(List<Path> folders) {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> content = Files.list(folder)) {
                content.sorted().forEach(files::add);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
        return files;
    }

    private void take(Set<String> taken) {
        tables.forEach((table, rows) -> {
            data.count(rows.size());
            if (!taken.contains(table) && !OF_EVERY_AREA.contains(table) && !isOfWorkers(table, taken)) {
                data.refuseTable(rows.getFirst().file(), table, rows.size());
            }
        });
        Map<String, List<String>> disabilities = new HashMap<>();
        list("ssd_disability")
                .forEach(row -> disabilities
                        .computeIfAbsent(text(row, "disa_person_id"), unused -> new ArrayList<>())
                        .add(text(row, "disa_disability_code")));
        list(PERSONS).forEach(row -> tellOf(row, disabilities));
        KEYS.forEach((table, key) ->
                list(table).forEach(row -> numbers.putIfAbsent(table + " " + text(row, key), number(table, row))));
        list("ssd_cla_episodes")
                .forEach(row -> lastEpisodes.merge(
                        text(row, "clae_cla_id"),
                        text(row, "clae_cla_episode_start_date"),
                        (one, other) -> one.compareTo(other) < 0 ? other : one));
        for (String table : taken) {
            list(table).forEach(row -> take(table, row));
        }
    }

    /** Of early help the involvements of social care are another area's. */
    private static boolean isOfWorkers(String table, Set<String> taken) {
        return SsdWorkers.TABLES.contains(table)
                && !(taken.contains(SsdDoorTakings.EPISODES) && table.equals(SsdWorkers.INVOLVEMENTS));
    }

    private void tellOf(Cells row, Map<String, List<String>> disabilities) {
        String number = text(row, "pers_person_id");
        Map<String, String> named = persons.getOrDefault(number, Map.of());
        String upn = named.getOrDefault(IdentifierKind.UPN.name(), "");
        data.add(
                new Given.Child(
                        number,
                        named.getOrDefault(IdentifierKind.FORENAME.name(), ""),
                        named.getOrDefault(IdentifierKind.SURNAME.name(), ""),
                        day(row, "pers_dob"),
                        day(row, "pers_dob") == null ? day(row, "pers_expected_dob") : null,
                        day(row, "pers_death_date"),
                        Sexes.read(text(row, "pers_sex")),
                        text(row, "pers_ethnicity"),
                        disabilities.getOrDefault(number, List.of()).stream()
                                .filter(code -> !code.equals("NONE"))
                                .toList(),
                        named.getOrDefault(IdentifierKind.NHS_NUMBER.name(), ""),
                        upn,
                        upn.isEmpty() ? text(row, "pers_upn_unknown") : ""),
                new SourceRow(PERSONS, number, number, "", row.cells(), row.file(), row.line()));
    }

    private void take(String table, Cells row) {
        String number = number(table, row);
        if (number.isEmpty()) {
            data.refuse(row.file(), row.line(), "The row names no child");
            return;
        }
        Map<String, String> cells = new HashMap<>(row.cells());
        if (table.equals("ssd_cla_episodes")) {
            String until = text(row, "clae_cla_episode_ceased_date");
            cells.put("ENDED", text(row, "clae_cla_episode_ceased_reason").equals("X1") ? "" : until);
            // The last episode of a period holds, in whatever order they stand.
            if (!text(row, "clae_cla_episode_start_date").equals(lastEpisodes.get(text(row, "clae_cla_id")))) {
                return;
            }
        }
        String problem = unreadable.get(row.file() + " " + row.line());
        if (problem != null) {
            cells.put(SourceRow.UNREADABLE, problem);
        }
        String key = KEYS.containsKey(table) ? text(row, KEYS.get(table)) : row.file() + " " + row.line();
        String referral = REFERRALS.containsKey(table) ? text(row, REFERRALS.get(table)) : "";
        data.add(new SourceRow(table, number, key, referral, cells, row.file(), row.line()));
    }

    private String number(String table, Cells row) {
        Via via = VIA.get(table);
        if (via != null) {
            return numbers.getOrDefault(via.table() + " " + text(row, via.column()), "");
        }
        return row.cells().entrySet().stream()
                .filter(cell -> cell.getKey().endsWith("_person_id"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private List<Cells> list(String table) {
        return tables.getOrDefault(table, List.of());
    }

    private static String text(Cells row, @Nullable String column) {
        return column == null ? "" : row.text(column);
    }

    private static @Nullable LocalDate day(Cells row, String column) {
        String text = text(row, column);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    /** Takes the rows of one file as the dataset's reader has read them. */
    private final class Sink implements RowSink {

        private final String file;

        Sink(String file) {
            this.file = file;
        }

        @Override
        public void row(String table, int line, Map<String, ?> values) {
            Map<String, String> cells = new HashMap<>();
            values.forEach((column, value) -> cells.put(column, String.valueOf(value)));
            tables.computeIfAbsent(table.toLowerCase(Locale.ROOT), unused -> new ArrayList<>())
                    .add(new Cells(file, line, cells));
        }

        @Override
        public void identifier(String child, IdentifierKind kind, String value, int line) {
            persons.computeIfAbsent(child, unused -> new HashMap<>()).put(kind.name(), value);
        }

        @Override
        public void given(String returnName, LocalDate drawnUpTo, GivenCells row) {
            // The extract's rows are in the tables already.
        }

        @Override
        public void finding(Severity severity, @Nullable Integer line, String column, String problem, String action) {
            if (severity == Severity.ERROR) {
                String said = (column + " " + problem + " " + action).strip();
                data.refuse(file, line == null ? 0 : line, said);
                if (line != null) {
                    unreadable.put(file + " " + line, said);
                }
            }
        }

        @Override
        public void coverage(String source, LocalDate from, LocalDate to) {
            // The day of the mirror is asked of whoever imports it.
        }
    }
}
