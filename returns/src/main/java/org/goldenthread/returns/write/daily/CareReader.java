package org.goldenthread.returns.write.daily;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.TableRow;
import org.jspecify.annotations.Nullable;

/** Reads episodes of care, adoption and care leavers. */
final class CareReader {
    /** SSDA903 codes a care leaver's accommodation by a letter, and its being suitable by 1 or 2 after it. */
    private static final Pattern ACCOMMODATION = Pattern.compile("[A-Z0][12]?");

    private final Snapshot snapshot;
    private final SchemaValues values;
    private final Function<String, ChildRecord> children;
    /** The social care episode in which a period of care begins; all of the period belongs to it. */
    private final Map<String, CareEpisode> periods = new HashMap<>();

    CareReader(Snapshot snapshot, SchemaValues values, Function<String, ChildRecord> children) {
        this.snapshot = snapshot;
        this.values = values;
        this.children = children;
    }

    void read() {
        readPlacements();
        readAdoption();
        readCareLeavers();
    }

    private record Placement(
            String type, String changeReason, @Nullable LocalDate end) {}

    private void readPlacements() {
        Map<String, Placement> placements = new HashMap<>();
        snapshot.rows("ssd_cla_placement")
                .forEach(row -> placements.put(
                        row.text("clap_cla_placement_id"),
                        new Placement(
                                row.text("clap_cla_placement_type"),
                                row.text("clap_cla_placement_change_reason"),
                                row.findDate("clap_cla_placement_end_date"))));
        Set<String> told = new HashSet<>();
        snapshot.rows("ssd_cla_episodes")
                .orderBy("clae_person_id", "clae_cla_episode_start_date", "clae_cla_episode_id")
                .forEach(row -> {
                    String placement = row.text("clae_cla_placement_id");
                    told.add(placement);
                    readEpisode(row, placements.get(placement));
                });
        snapshot.rows("ssd_cla_placement")
                .orderBy("clap_person_id", "clap_cla_placement_start_date", "clap_cla_placement_id")
                .forEach(row -> {
                    if (!told.contains(row.text("clap_cla_placement_id"))) {
                        readPlacementWithoutEpisode(row);
                    }
                });
    }

    private void readEpisode(TableRow row, @Nullable Placement placement) {
        String person = row.text("clae_person_id");
        LocalDate start = row.findDate("clae_cla_episode_start_date");
        LocalDate end = row.findDate("clae_cla_episode_ceased_date");
        Map<String, Object> part = part(
                person,
                row.findText("clae_cla_episode_id"),
                row.findText("clae_cla_id"),
                row.findText("clae_referral_id"),
                start);
        if (part == null) {
            return;
        }
        values.code(part, "start_reason", row.findText("clae_cla_episode_start_reason"), 1, person);
        String type = row.findText("gt_placement_type");
        values.code(part, "placement_type", type == null && placement != null ? placement.type() : type, 3, person);
        values.date(part, "end_date", end);
        values.code(part, "end_reason", row.findText("clae_cla_episode_ceased_reason"), 3, person);
        if (placement != null && end != null && end.equals(placement.end())) {
            values.code(part, "change_reason", placement.changeReason(), 6, person);
        }
    }

    private void readPlacementWithoutEpisode(TableRow row) {
        String person = row.text("clap_person_id");
        Map<String, Object> part = part(
                person,
                row.findText("clap_cla_placement_id"),
                row.findText("clap_cla_id"),
                null,
                row.findDate("clap_cla_placement_start_date"));
        if (part != null) {
            values.code(part, "placement_type", row.findText("clap_cla_placement_type"), 3, person);
            values.date(part, "end_date", row.findDate("clap_cla_placement_end_date"));
            values.code(part, "change_reason", row.findText("clap_cla_placement_change_reason"), 6, person);
        }
    }

    private @Nullable Map<String, Object> part(
            String person,
            @Nullable String id,
            @Nullable String period,
            @Nullable String referral,
            @Nullable LocalDate start) {
        if (person.isEmpty() || id == null) {
            return null;
        }
        if (!SchemaValues.isKey(id)) {
            values.refuse(
                    person,
                    "child_looked_after_placement_id",
                    "has characters, or a length, that the collection does not take");
            return null;
        }
        String own = period == null || !SchemaValues.isKey(period) ? id : period;
        CareEpisode begun = periods.get(own);
        CareEpisode episode = begun != null && referral == null
                ? begun
                : children.apply(person).episodeOf(referral, start, own);
        periods.putIfAbsent(own, episode);
        Map<String, Object> part = episode.add("child_looked_after_placements");
        part.put("child_looked_after_placement_id", id);
        values.date(part, "start_date", start);
        return part;
    }

    /** Of several decisions in one episode the latest is sent, since the schema has room for one. */
    private void readAdoption() {
        snapshot.rows("ssd_permanence")
                .orderBy("perm_person_id", "perm_adm_decision_date", "perm_table_id")
                .forEach(row -> {
                    Map<String, Object> told = new TreeMap<>();
                    LocalDate decided = row.findDate("perm_adm_decision_date");
                    values.date(told, "initial_decision_date", decided);
                    values.date(told, "matched_date", row.findDate("perm_matched_date"));
                    values.date(told, "placed_date", row.findDate("perm_placed_for_adoption_date"));
                    String person = row.text("perm_person_id");
                    String own = row.findText("perm_table_id");
                    if (told.isEmpty() || person.isEmpty() || own == null || !SchemaValues.isKey(own)) {
                        return;
                    }
                    CareEpisode begun = periods.get(row.text("perm_cla_id"));
                    CareEpisode episode = begun == null ? children.apply(person).episodeOf(null, decided, own) : begun;
                    episode.values().put("adoption", told);
                });
    }

    private record Leaver(
            String key,
            String when,
            Map<String, Object> told,
            @Nullable LocalDate contact) {}

    /** The latest that is known of each young person, on the episode of that day or else the last. */
    private void readCareLeavers() {
        Map<String, LocalDate> birthdays = new HashMap<>();
        snapshot.rows("gt_care_leaver_birthdays").forEach(row -> {
            LocalDate birthday = row.findDate("birthday_date");
            if (birthday != null) {
                birthdays.put(row.text("row_id"), birthday);
            }
        });
        Map<String, Leaver> latest = new TreeMap<>();
        snapshot.rows("ssd_care_leavers").forEach(row -> {
            String person = row.text("clea_person_id");
            String key = row.findText("clea_table_id");
            if (person.isEmpty() || key == null || !SchemaValues.isKey(key)) {
                return;
            }
            Map<String, Object> told = new TreeMap<>();
            LocalDate contact = row.findDate("clea_care_leaver_latest_contact");
            values.date(told, "contact_date", contact);
            values.code(told, "activity", row.findText("clea_care_leaver_activity"), 2, person);
            String accommodation = row.text("clea_care_leaver_accommodation").strip();
            if (ACCOMMODATION.matcher(accommodation).matches()) {
                told.put("accommodation", accommodation.substring(0, 1));
            } else if (!accommodation.isEmpty()) {
                values.refuse(person, "accommodation", "is no code of the children looked after return");
            }
            LocalDate day = contact == null ? birthdays.get(key) : contact;
            Leaver leaver = new Leaver(key, (day == null ? "" : day.toString()) + key, told, contact);
            if (!told.isEmpty()) {
                latest.merge(person, leaver, (one, two) -> one.when().compareTo(two.when()) >= 0 ? one : two);
            }
        });
        latest.forEach((person, leaver) -> {
            ChildRecord child = children.apply(person);
            CareEpisode episode = leaver.contact() == null
                    ? child.latest().orElseGet(() -> child.episode(leaver.key()))
                    : child.episodeOf(null, leaver.contact(), leaver.key());
            episode.values().put("care_leavers", leaver.told());
        });
    }
}
