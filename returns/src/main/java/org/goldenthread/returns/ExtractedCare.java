package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fills what a Standard Safeguarding Dataset extract leaves to be derived: the periods of care of its episodes, what
 * counts among its placements, and what came before each referral and plan.
 */
final class ExtractedCare {
    private static final Set<String> SHORT_BREAKS = Set.of("V3", "V4");
    private static final Set<String> TEMPORARY = Set.of("T0", "T1", "T2", "T3", "T4");
    private static final Set<String> SAME_CARER = Set.of("T", "U", "L");

    private final LoadedTables tables;

    ExtractedCare(LoadedTables tables) {
        this.tables = tables;
    }

    /** To be called when the extracts have been read and the returns' rows have not been written. */
    void derive() {
        Map<String, List<LoadedRow>> periods = new TreeMap<>();
        for (LoadedRow episode : tables.get("ssd_cla_episodes").rows()) {
            String period = episode.getText("clae_cla_id");
            if (period != null && episode.getDate("clae_cla_episode_start_date") != null) {
                periods.computeIfAbsent(period, any -> new ArrayList<>()).add(episode);
            }
        }
        Map<String, List<LoadedRow>> statuses = statuses();
        Map<String, LoadedRow> placements = new HashMap<>();
        for (LoadedRow placement : tables.get("ssd_cla_placement").rows()) {
            String id = placement.getText("clap_cla_placement_id");
            if (id != null) {
                placements.put(id, placement);
            }
        }
        periods.forEach((id, episodes) -> {
            episodes.sort(Comparator.comparing(row -> day(row, "clae_cla_episode_start_date")));
            episodes.forEach(episode -> fillEpisode(episode, statuses, placements));
            writePeriod(id, episodes);
            fillPlacements(episodes, placements);
        });
        fillPrevious(
                "ssd_cin_episodes",
                "cine_person_id",
                "cine_referral_date",
                row -> row.getDate("cine_referral_date"),
                "gt_previous_referral_date");
        fillPrevious(
                "ssd_cp_plans",
                "cppl_person_id",
                "cppl_cp_plan_start_date",
                row -> row.getDate("cppl_cp_plan_end_date"),
                "gt_previous_plan_end_date");
    }

    private Map<String, List<LoadedRow>> statuses() {
        Map<String, List<LoadedRow>> statuses = new HashMap<>();
        for (LoadedRow status : tables.get("ssd_legal_status").rows()) {
            String person = status.getText("lega_person_id");
            if (person != null && status.getDate("lega_legal_status_start_date") != null) {
                statuses.computeIfAbsent(person, any -> new ArrayList<>()).add(status);
            }
        }
        return statuses;
    }

    private static void fillEpisode(
            LoadedRow episode, Map<String, List<LoadedRow>> statuses, Map<String, LoadedRow> placements) {
        LocalDate start = day(episode, "clae_cla_episode_start_date");
        String person = text(episode, "clae_person_id");
        @Nullable LocalDate since = null;
        for (LoadedRow status : statuses.getOrDefault(person, List.of())) {
            LocalDate begun = day(status, "lega_legal_status_start_date");
            if (!begun.isAfter(start) && (since == null || begun.isAfter(since))) {
                since = begun;
                episode.set("gt_legal_status", status.getText("lega_legal_status"));
            }
        }
        LoadedRow placement = placements.get(text(episode, "clae_cla_placement_id"));
        if (placement != null) {
            episode.set("gt_placement_type", placement.getText("clap_cla_placement_type"))
                    .set("gt_placement_provider", placement.getText("clap_cla_placement_provider"));
        }
        episode.set("gt_short_break", SHORT_BREAKS.contains(text(episode, "gt_legal_status")));
    }

    private void writePeriod(String id, List<LoadedRow> episodes) {
        LoadedRow first = episodes.getFirst();
        LoadedRow last = episodes.getLast();
        tables.get("gt_cla_periods_of_care")
                .add(first.source(), first.line())
                .set("cla_id", id)
                .set("person_id", first.getText("clae_person_id"))
                .set("start_date", first.getDate("clae_cla_episode_start_date"))
                .set("end_date", last.getDate("clae_cla_episode_ceased_date"))
                .set("end_reason", last.getText("clae_cla_episode_ceased_reason"))
                .set(
                        "short_break",
                        episodes.stream().allMatch(row -> Boolean.TRUE.equals(row.getBoolean("gt_short_break"))))
                .set(
                        "began_in_return",
                        text(first, "clae_cla_episode_start_reason").equals("S"));
    }

    private static void fillPlacements(List<LoadedRow> episodes, Map<String, LoadedRow> placements) {
        LocalDate entered = day(episodes.getFirst(), "clae_cla_episode_start_date");
        @Nullable LocalDate carer = null;
        @Nullable LoadedRow before = null;
        for (LoadedRow episode : episodes) {
            LoadedRow placement = placements.get(text(episode, "clae_cla_placement_id"));
            if (placement == null || placement.equals(before)) {
                continue;
            }
            LocalDate start = placement.getDate("clap_cla_placement_start_date");
            LocalDate begun = start == null ? day(episode, "clae_cla_episode_start_date") : start;
            boolean temporary = TEMPORARY.contains(text(placement, "clap_cla_placement_type"));
            boolean same = carer != null && SAME_CARER.contains(text(episode, "clae_cla_episode_start_reason"));
            LocalDate end = placement.getDate("clap_cla_placement_end_date");
            carer = same || temporary ? carer : begun;
            placement
                    .set("gt_carer_start_date", carer == null || temporary ? begun : carer)
                    .set("gt_temporary", temporary)
                    .set("gt_counted", !temporary && !same && (end == null || end.isAfter(begun)))
                    .set("gt_entered_care_date", entered)
                    .set("gt_short_break", episode.getBoolean("gt_short_break"));
            before = placement;
        }
    }

    /** Sets on each row of a child what {@code told} says of the child's row before it. */
    private void fillPrevious(
            String table, String person, String start, Function<LoadedRow, @Nullable LocalDate> told, String target) {
        Map<String, List<LoadedRow>> byPerson = new HashMap<>();
        for (LoadedRow row : tables.get(table).rows()) {
            if (row.getDate(start) != null) {
                byPerson.computeIfAbsent(text(row, person), any -> new ArrayList<>())
                        .add(row);
            }
        }
        for (List<LoadedRow> rows : byPerson.values()) {
            rows.sort(Comparator.comparing(row -> day(row, start)));
            for (int number = 1; number < rows.size(); number++) {
                rows.get(number).set(target, told.apply(rows.get(number - 1)));
            }
        }
    }

    private static LocalDate day(LoadedRow row, String column) {
        LocalDate day = row.getDate(column);
        if (day == null) {
            throw new IllegalStateException(
                    row.source() + ", line " + row.line() + ": " + column + " was not checked.");
        }
        return day;
    }

    private static String text(LoadedRow row, String column) {
        String text = row.getText(column);
        return text == null ? "" : text;
    }
}
