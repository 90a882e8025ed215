package org.goldenthread.app.moving;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.goldenthread.core.codes.CodeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads who works with the children of an area out of an extract of the Standard Safeguarding Dataset. A row that cannot be read falls away
 * alone and is told: no history of a child has a hole for want of it.
 */
final class SsdWorkers {

    static final String INVOLVEMENTS = "ssd_involvements";
    private static final String WORKERS = "ssd_professionals";
    private static final String DEPARTMENTS = "ssd_department";

    static final Set<String> TABLES = Set.of(INVOLVEMENTS, WORKERS, DEPARTMENTS);

    private static final String STARTED = "invo_involvement_start_date";
    private static final String ENDED = "invo_involvement_end_date";
    private static final CodeSet REASONS = CodeSet.of("ssda903", "SW_REASON");

    private final Map<String, List<SsdSource.Cells>> tables;
    private final Set<String> children;
    private final LocalDate asAt;
    private final Map<String, String> departments = new HashMap<>();
    private final List<Given.Refused> refused = new ArrayList<>();
    private final List<Given.Involvement> involvements = new ArrayList<>();

    private SsdWorkers(Map<String, List<SsdSource.Cells>> tables, Set<String> children, LocalDate asAt) {
        this.tables = tables;
        this.children = children;
        this.asAt = asAt;
    }

    /**
     * @param tables of the extract, by their names
     * @param told what they say of the children of the area
     * @return that, with who works with them
     */
    static Given read(Map<String, List<SsdSource.Cells>> tables, Given told, LocalDate asAt) {
        Set<String> children = told.children().stream().map(Given.Child::number).collect(Collectors.toSet());
        SsdWorkers workers = new SsdWorkers(tables, children, asAt);
        return told.with(workers.take(), workers.refused);
    }

    /** Who gives the early help that the extract tells of: each episode names one worker, who leads it. */
    static Given ofEarlyHelp(Map<String, List<SsdSource.Cells>> tables, Given told, LocalDate asAt) {
        Set<String> rows = told.facts().stream()
                .filter(fact -> fact.kind().equals("early-help-assessment"))
                .map(fact -> fact.file() + " " + fact.line())
                .collect(Collectors.toSet());
        List<SsdSource.Cells> episodes = tables.getOrDefault(SsdDoorTakings.EPISODES, List.of()).stream()
                .filter(row -> rows.contains(row.file() + " " + row.line())
                        && !row.text("earl_episode_worker_id").isEmpty())
                .map(SsdWorkers::asInvolvement)
                .toList();
        Map<String, List<SsdSource.Cells>> all = new HashMap<>(tables);
        all.put(INVOLVEMENTS, episodes);
        return read(all, told, asAt);
    }

    private static SsdSource.Cells asInvolvement(SsdSource.Cells row) {
        return new SsdSource.Cells(
                row.file(),
                row.line(),
                Map.of(
                        "invo_person_id",
                        row.text("earl_person_id"),
                        "invo_professional_id",
                        row.text("earl_episode_worker_id"),
                        "invo_professional_role_id",
                        "Lead practitioner of early help",
                        STARTED,
                        row.text("earl_episode_start_date"),
                        ENDED,
                        row.text("earl_episode_end_date")));
    }

    private Given.Workers take() {
        list(DEPARTMENTS).forEach(row -> departments.put(row.text("dept_team_id"), row.text("dept_team_name")));
        Set<String> seen = new HashSet<>();
        Map<String, Integer> others = new TreeMap<>();
        for (SsdSource.Cells row : list(INVOLVEMENTS)) {
            if (children.contains(row.text("invo_person_id"))) {
                take(row, seen);
            } else {
                others.merge(row.file(), 1, Integer::sum);
            }
        }
        others.forEach((file, rows) -> refuse(
                file,
                0,
                WorkersPage.counted(rows, "row", "rows") + " of " + INVOLVEMENTS
                        + " of children who are not of this area"));
        return new Given.Workers(workers(), involvements);
    }

    private void take(SsdSource.Cells row, Set<String> seen) {
        String worker = row.text("invo_professional_id");
        LocalDate started = day(row, STARTED);
        LocalDate ended = day(row, ENDED);
        if (worker.isEmpty() || started == null) {
            refuse(
                    row.file(),
                    row.line(),
                    (worker.isEmpty() ? "invo_professional_id" : STARTED)
                            + " is missing, so that nobody can be allocated by it");
        } else if (started.isAfter(asAt)) {
            refuse(row.file(), row.line(), STARTED + " is after the day of the mirror");
        } else if (ended != null && ended.isBefore(started)) {
            refuse(row.file(), row.line(), ENDED + " is before " + STARTED);
        } else if (!seen.add(row.text("invo_person_id") + "\n" + worker + "\n" + row.text("invo_professional_role_id")
                + "\n" + started)) {
            refuse(
                    row.file(),
                    row.line(),
                    "Another row tells of the same worker, child, duty and day, and stands in its place");
        } else {
            if (ended != null && ended.isAfter(asAt)) {
                refuse(row.file(), row.line(), ENDED + " is after the day of the mirror; it is taken as lasting still");
                ended = null;
            }
            String reason = row.text("invo_worker_change_reason").strip().toUpperCase(Locale.ROOT);
            involvements.add(new Given.Involvement(
                    involvements.size() + 1,
                    row.text("invo_person_id"),
                    worker,
                    row.text("invo_professional_role_id").strip(),
                    named(row.text("invo_professional_team")),
                    started,
                    ended,
                    REASONS.findLabel(reason).isPresent() ? reason : "",
                    row.file(),
                    row.line()));
        }
    }

    /** Those named by an involvement; of one whom the table of workers lacks the id alone is known. */
    private List<Given.Worker> workers() {
        Map<String, SsdSource.Cells> known = new HashMap<>();
        for (SsdSource.Cells row : list(WORKERS)) {
            known.putIfAbsent(row.text("prof_staff_id"), row);
        }
        list(WORKERS).forEach(row -> known.put(row.text("prof_professional_id"), row));
        return involvements.stream()
                .map(Given.Involvement::worker)
                .distinct()
                .sorted()
                .map(id -> worker(id, known.getOrDefault(id, new SsdSource.Cells("", 0, Map.of()))))
                .toList();
    }

    private Given.Worker worker(String id, SsdSource.Cells row) {
        return new Given.Worker(
                id,
                row.text("prof_professional_name"),
                row.text("prof_staff_id"),
                row.text("prof_social_worker_registration_no"),
                row.text("prof_professional_job_title"),
                named(row.text("prof_professional_department")));
    }

    private String named(String team) {
        String name = departments.getOrDefault(team, "");
        return name.isEmpty() ? team : name;
    }

    private List<SsdSource.Cells> list(String table) {
        return tables.getOrDefault(table, List.of());
    }

    private void refuse(String file, int line, String why) {
        refused.add(new Given.Refused(file, line, why));
    }

    private static @Nullable LocalDate day(SsdSource.Cells row, String column) {
        String text = row.text(column);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
