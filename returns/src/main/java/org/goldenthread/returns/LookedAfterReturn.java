package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.write.given.GivenRow;
import org.goldenthread.snapshot.Coverage;
import org.jspecify.annotations.Nullable;

/**
 * One SSDA903 return: the files of one folder.
 *
 * @param name the folder's name
 * @param covers the days that it can speak of
 * @param rows its rows by table; a table without a file is not in it
 * @param given its rows as they were given, those that could not be used among them
 */
record LookedAfterReturn(
        String name, CoverageGuess covers, Map<LookedAfterTable, List<ReturnRow>> rows, List<GivenRow> given) {
    /** On which days something happened, by tables that tell of days within the year. */
    private static final Map<LookedAfterTable, List<String>> TELLING = Map.of(
            LookedAfterTable.EPISODES, List.of("DECOM", "DEC"),
            LookedAfterTable.REVIEWS, List.of("REVIEW"),
            LookedAfterTable.MISSING, List.of("MIS_START", "MIS_END"),
            LookedAfterTable.PLACED_ADOPTION, List.of("DATE_PLACED"),
            LookedAfterTable.SW_EPISODES, List.of("SW_DECOM"));

    /**
     * A return, what was noticed while it was read, the days that it covers, and how many rows each of its files has.
     */
    record Read(LookedAfterReturn given, Findings findings, Coverages coverages, Map<String, Long> rowsBySource) {}

    /**
     * Reads a return and tells what it covers.
     *
     * @throws LoadException where none of the files is a table of the return
     */
    static Read read(List<SourceFile> files, @Nullable LocalDate extracted) {
        Findings findings = new Findings();
        Coverages coverages = new Coverages();
        Map<String, Long> rowsBySource = new LinkedHashMap<>();
        Map<LookedAfterTable, List<ReturnRow>> rows = new EnumMap<>(LookedAfterTable.class);
        List<GivenRow> given = new ArrayList<>();
        Map<LookedAfterTable, String> sources = new EnumMap<>(LookedAfterTable.class);
        for (SourceFile file : files) {
            for (LookedAfterFile read : readFile(file, findings)) {
                LookedAfterTable table = read.table();
                rowsBySource.merge(file.key(), (long) read.rows().size(), Long::sum);
                String before = sources.putIfAbsent(table, file.key());
                if (before != null) {
                    findings.warning(
                            file.key(),
                            null,
                            "",
                            "The return already has a file of " + table.label() + ", " + before + ". Both were read.",
                            "Take one away unless they hold different rows.");
                }
                rows.computeIfAbsent(table, any -> new ArrayList<>()).addAll(read.rows());
                given.addAll(read.given());
            }
        }
        String firstKey = files.getFirst().key();
        String name = firstKey.substring(0, Math.max(0, firstKey.indexOf('/')));
        if (rows.isEmpty()) {
            throw new LoadException("None of the files in the folder " + name + " is a table of an SSDA903 return: "
                    + findings.list().stream()
                            .map(finding -> finding.source() + ": " + finding.problem())
                            .limit(3)
                            .reduce((one, other) -> one + " " + other)
                            .orElse(""));
        }
        String source = sources.getOrDefault(
                LookedAfterTable.EPISODES, sources.values().iterator().next());
        reportMissingFiles(sources, source, findings);
        CoverageGuess covers = CoverageGuess.of(
                events(rows, List.of(LookedAfterTable.EPISODES)), events(rows, TELLING.keySet()), extracted, name);
        reportCoverage(covers, source, findings);
        sources.forEach((table, key) ->
                coverages.add(new Coverage("ssda903." + table.label(), covers.first(), covers.last()), key));
        LookedAfterReturn read = new LookedAfterReturn(name, covers, rows, given);
        read.reportBirthdays(findings);
        String header = sources.get(LookedAfterTable.HEADER);
        if (header != null) {
            read.reportWithoutHeader(header, findings);
        }
        return new Read(read, findings, coverages, rowsBySource);
    }

    private static List<LookedAfterFile> readFile(SourceFile file, Findings findings) {
        if (RequestFiles.isXml(file.path())) {
            return LookedAfterFile.readXml(file, findings);
        }
        return LookedAfterFile.read(file, findings).stream().toList();
    }

    CollectionYear year() {
        return covers.year();
    }

    List<ReturnRow> list(LookedAfterTable table) {
        return rows.getOrDefault(table, List.of());
    }

    private static void reportMissingFiles(Map<LookedAfterTable, String> sources, String source, Findings findings) {
        for (LookedAfterTable table : List.of(LookedAfterTable.HEADER, LookedAfterTable.EPISODES)) {
            if (!sources.containsKey(table)) {
                findings.warning(
                        source,
                        null,
                        "",
                        "The return has no file of " + table.label() + ". What only it can tell stays unknown.",
                        "Add the file to the folder and load again.");
            }
        }
    }

    private static void reportCoverage(CoverageGuess covers, String source, Findings findings) {
        if (covers.inferred()) {
            findings.note(
                    source,
                    null,
                    "",
                    "The return was taken to be of " + covers.year().label() + " and to reach to " + covers.last()
                            + ", from the dates in it.",
                    "If it was taken on another day, give that day.");
        }
    }

    private static List<LocalDate> events(
            Map<LookedAfterTable, List<ReturnRow>> rows, Collection<LookedAfterTable> tables) {
        List<LocalDate> events = new ArrayList<>();
        for (LookedAfterTable table : tables) {
            for (ReturnRow row : rows.getOrDefault(table, List.of())) {
                for (String column : TELLING.getOrDefault(table, List.of())) {
                    LocalDate day = row.date(column);
                    if (day != null) {
                        events.add(day);
                    }
                }
            }
        }
        return events;
    }

    /** Reports rows whose date of birth is not the one that the header gives for the same child. */
    private void reportBirthdays(Findings findings) {
        Map<String, ReturnRow> headers = new HashMap<>();
        list(LookedAfterTable.HEADER).forEach(row -> headers.putIfAbsent(row.child(), row));
        rows.forEach((table, list) -> {
            if (table == LookedAfterTable.EPISODES) {
                return;
            }
            for (ReturnRow row : list) {
                ReturnRow header = headers.get(row.child());
                LocalDate birth = row.date("DOB");
                if (header != null && birth != null && !birth.equals(header.day("DOB"))) {
                    findings.warning(
                            row.source(),
                            row.line(),
                            "DOB",
                            "The child has another date of birth here than in " + header.source() + ", line "
                                    + header.line() + ", which was used.",
                            "Look up the child's date of birth, and correct whichever is wrong.");
                }
            }
        });
    }

    /** Reports children whom another table has and the header has not: nobody can tell who they are. */
    private void reportWithoutHeader(String headerSource, Findings findings) {
        Set<String> known = new HashSet<>();
        list(LookedAfterTable.HEADER).forEach(row -> known.add(row.child()));
        LikeFindings unknown = new LikeFindings(
                findings, "CHILD", "Add the child to the header, or correct the identifier if it is of another child.");
        rows.values().forEach(list -> {
            Set<String> told = new HashSet<>(known);
            for (ReturnRow row : list) {
                if (told.add(row.child())) {
                    unknown.add(
                            row.source(),
                            row.line(),
                            "The child has no row that can be used in " + headerSource + ", so the return does not say"
                                    + " who the child is. The row was kept.");
                }
            }
        });
        unknown.finish();
    }
}
