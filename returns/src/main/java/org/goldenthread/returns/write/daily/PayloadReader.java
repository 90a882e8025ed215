package org.goldenthread.returns.write.daily;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.goldenthread.returns.IdentifierKind;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.TableRow;
import org.jspecify.annotations.Nullable;

/** Reads who the children of a snapshot are and what was done for them. */
final class PayloadReader {
    private static final int PUPIL_NUMBER = 13;

    private final Snapshot snapshot;
    private final SchemaValues values;
    private final Map<String, ChildRecord> children = new HashMap<>();

    PayloadReader(Snapshot snapshot, SchemaValues values) {
        this.snapshot = snapshot;
        this.values = values;
    }

    /** By pseudonym. */
    Map<String, ChildRecord> read() {
        readReferrals();
        new ProtectionReader(snapshot, values, this::child).read();
        new CareReader(snapshot, values, this::child).read();
        readScores();
        readPersons();
        readNames();
        readDisabilities();
        readUnaccompanied();
        return children;
    }

    private ChildRecord child(String person) {
        return children.computeIfAbsent(person, any -> new ChildRecord());
    }

    private void readReferrals() {
        snapshot.rows("ssd_cin_episodes").forEach(row -> {
            String person = row.text("cine_person_id");
            String id = row.findText("cine_referral_id");
            if (person.isEmpty() || id == null) {
                return;
            }
            CareEpisode episode = child(person).episode(id);
            LocalDate referred = row.findDate("cine_referral_date");
            LocalDate closed = row.findDate("cine_close_date");
            episode.lasts(referred, closed);
            Map<String, Object> told = episode.values();
            values.date(told, "referral_date", referred);
            values.code(told, "referral_source", row.findText("cine_referral_source_code"), 2, person);
            values.truth(
                    told,
                    "referral_no_further_action_flag",
                    values.yesOrNo(row.findText("cine_referral_nfa"), "referral_no_further_action_flag", person));
            values.date(told, "closure_date", closed);
            values.code(told, "closure_reason", row.findText("cine_close_reason"), 3, person);
        });
    }

    private void readScores() {
        snapshot.rows("ssd_sdq_scores").forEach(row -> {
            String person = row.text("csdq_person_id");
            String score = row.text("csdq_sdq_score").strip();
            if (person.isEmpty() || score.isEmpty()) {
                return;
            }
            if (!score.matches("[0-9]{1,2}")) {
                values.refuse(person, "score", "is no whole number");
                return;
            }
            Map<String, Object> told = child(person).addScore();
            told.put("score", Integer.valueOf(score));
            values.date(told, "date", row.findDate("csdq_sdq_completed_date"));
        });
    }

    private void readPersons() {
        snapshot.rows("ssd_person").forEach(row -> {
            String person = row.text("pers_person_id");
            ChildRecord child = children.get(person);
            if (child == null) {
                return;
            }
            Map<String, Object> told = child.details();
            LocalDate born = row.findDate("pers_dob");
            values.date(told, "date_of_birth", born);
            if (born == null) {
                values.date(told, "expected_date_of_birth", row.findDate("pers_expected_dob"));
            }
            values.code(told, "sex", row.findText("pers_sex"), 1, person);
            values.code(told, "ethnicity", row.findText("pers_ethnicity"), 4, person);
            values.code(told, "unique_pupil_number_unknown_reason", row.findText("pers_upn_unknown"), 4, person);
        });
    }

    private void readNames() {
        Map<String, String> pupilNumbers = DailyPayload.firstOfKind(snapshot, IdentifierKind.UPN.name());
        Map<String, String> former = DailyPayload.firstOfKind(snapshot, IdentifierKind.FORMER_UPN.name());
        Map<String, String> forenames = DailyPayload.firstOfKind(snapshot, IdentifierKind.FORENAME.name());
        Map<String, String> surnames = DailyPayload.firstOfKind(snapshot, IdentifierKind.SURNAME.name());
        children.forEach((person, child) -> {
            Map<String, Object> told = child.details();
            String number = pupilNumbers.get(person);
            String formerly = former.get(person);
            values.exact(told, "unique_pupil_number", number, PUPIL_NUMBER, person);
            if (formerly != null && !formerly.equals(number)) {
                values.exact(told, "former_unique_pupil_number", formerly, PUPIL_NUMBER, person);
            }
            values.name(told, "first_name", forenames.get(person));
            values.name(told, "surname", surnames.get(person));
        });
    }

    private void readDisabilities() {
        snapshot.rows("ssd_disability").forEach(row -> {
            String person = row.text("disa_person_id");
            String code = row.text("disa_disability_code").strip();
            ChildRecord child = children.get(person);
            if (child == null || code.isEmpty()) {
                return;
            }
            if (code.length() > 4) {
                values.refuse(person, "disabilities", "has one longer than the 4 characters of a code");
            } else if (!child.addDisability(code)) {
                values.refuse(person, "disabilities", "has more than 12");
            }
        });
    }

    private void readUnaccompanied() {
        snapshot.rows("ssd_immigration_status").forEach(row -> {
            ChildRecord child = children.get(row.text("immi_person_id"));
            if (child != null && isUnaccompanied(row)) {
                Map<String, Object> told = child.details();
                told.put("uasc_flag", true);
                LocalDate end = row.findDate("immi_immigration_status_end_date");
                String before = textOrNull(told.get("uasc_end_date"));
                if (end != null && (before == null || before.compareTo(end.toString()) < 0)) {
                    told.put("uasc_end_date", end.toString());
                }
            }
        });
    }

    private static boolean isUnaccompanied(TableRow row) {
        String status = row.text("immi_immigration_status").toLowerCase(Locale.ROOT);
        return status.contains("uasc") || status.contains("unaccompanied");
    }

    private static @Nullable String textOrNull(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
