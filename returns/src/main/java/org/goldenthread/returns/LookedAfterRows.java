package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes episodes, placements, legal statuses and periods of care as rows of the snapshot. */
final class LookedAfterRows {
    private final LoadedTables tables;

    LookedAfterRows(LoadedTables tables) {
        this.tables = tables;
    }

    void write(List<CarePeriod> periods) {
        for (CarePeriod period : periods) {
            writePeriod(period);
            Map<Episode, PlacementRun> placements = new HashMap<>();
            for (PlacementRun run : PlacementRun.listOf(period)) {
                run.episodes().forEach(episode -> placements.put(episode, run));
                writePlacement(run);
            }
            writeEpisodes(period, placements);
            writeLegalStatuses(period);
        }
    }

    private void writePeriod(CarePeriod period) {
        row("gt_cla_periods_of_care", period.episodes().getFirst().row())
                .set("cla_id", period.id())
                .set("person_id", period.child())
                .set("start_date", period.start())
                .set("end_date", period.end())
                .set("end_reason", period.endReason())
                .set("short_break", period.isShortBreak())
                .set("began_in_return", period.beganInReturn());
    }

    private void writeEpisodes(CarePeriod period, Map<Episode, PlacementRun> placements) {
        Map<LocalDate, Integer> numbers = new HashMap<>();
        for (Episode episode : period.episodes()) {
            int number = numbers.merge(episode.start(), 1, Integer::sum);
            PlacementRun run = placements.get(episode);
            row("ssd_cla_episodes", episode.row())
                    .set("clae_cla_episode_id", "episode|" + period.child() + "|" + episode.start() + "|" + number)
                    .set("clae_person_id", period.child())
                    .set("clae_cla_episode_start_date", episode.start())
                    .set("clae_cla_episode_start_reason", episode.startReason())
                    .set("clae_cla_primary_need_code", episode.row().text("CIN"))
                    .set("clae_cla_episode_ceased_date", episode.end())
                    .set("clae_cla_episode_ceased_reason", episode.endReason())
                    .set("clae_cla_id", period.id())
                    .set("clae_cla_placement_id", run == null ? null : run.id())
                    .set("clae_entered_care_date", period.start())
                    .set("gt_legal_status", episode.legalStatus())
                    .set("gt_placement_type", episode.placement())
                    .set("gt_placement_provider", episode.row().text("PLACE_PROVIDER"))
                    .set("gt_short_break", episode.isShortBreak());
        }
    }

    private void writePlacement(PlacementRun run) {
        ReturnRow first = run.first().row();
        ReturnRow last = run.episodes().getLast().row();
        row("ssd_cla_placement", first)
                .set("clap_cla_placement_id", run.id())
                .set("clap_person_id", run.period().child())
                .set("clap_cla_id", run.period().id())
                .set("clap_cla_placement_start_date", run.start())
                .set("clap_cla_placement_end_date", run.end())
                .set("clap_cla_placement_type", run.first().placement())
                .set("clap_cla_placement_provider", first.text("PLACE_PROVIDER"))
                .set("clap_cla_placement_postcode", first.text("PL_POST"))
                .set("clap_cla_placement_urn", first.text("URN"))
                .set("clap_cla_placement_distance", number(first.text("PL_DISTANCE")))
                .set("clap_cla_placement_change_reason", last.text("REASON_PLACE_CHANGE"))
                .set("gt_carer_start_date", run.carerSince())
                .set("gt_temporary", run.isTemporary())
                .set("gt_counted", run.isCounted())
                .set("gt_location", first.text("PL_LOCATION"))
                .set("gt_entered_care_date", run.period().start())
                .set("gt_short_break", run.first().isShortBreak());
    }

    /** One row for each unbroken run of the same legal status. */
    private void writeLegalStatuses(CarePeriod period) {
        @Nullable LoadedRow current = null;
        String status = "";
        for (Episode episode : period.episodes()) {
            if (current == null || !status.equals(episode.legalStatus())) {
                status = episode.legalStatus();
                current = row("ssd_legal_status", episode.row())
                        .set("lega_legal_status_id", "legal|" + period.child() + "|" + episode.start() + "|" + status)
                        .set("lega_person_id", period.child())
                        .set("lega_legal_status", status)
                        .set("lega_legal_status_start_date", episode.start());
            }
            current.set("lega_legal_status_end_date", episode.end());
        }
    }

    private LoadedRow row(String table, ReturnRow origin) {
        return tables.get(table).add(origin.source(), origin.line());
    }

    private static @Nullable Double number(String text) {
        try {
            return text.isEmpty() ? null : Double.valueOf(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
