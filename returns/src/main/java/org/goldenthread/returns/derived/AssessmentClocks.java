package org.goldenthread.returns.derived;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.core.calendar.WorkingCalendar;
import org.goldenthread.core.clocks.Obligation;
import org.goldenthread.core.clocks.SingleClock;
import org.goldenthread.core.clocks.StatutoryClocks;
import org.goldenthread.returns.LoadedRow;
import org.goldenthread.returns.LoadedTables;
import org.jspecify.annotations.Nullable;

/**
 * Child and family assessments: 45 working days from the referral for the first that follows it. A further assessment
 * while the case is open answers no referral, so its clock starts with its own start.
 *
 * <p>A referral that was taken on and has no assessment owes one.
 */
final class AssessmentClocks {
    private final LoadedTables tables;
    private final Obligations obligations;
    private final LocalDate judgedOn;

    AssessmentClocks(LoadedTables tables, Obligations obligations, LocalDate judgedOn) {
        this.tables = tables;
        this.obligations = obligations;
        this.judgedOn = judgedOn;
    }

    void derive() {
        Map<String, List<LoadedRow>> byReferral = new HashMap<>();
        for (LoadedRow assessment : tables.get("ssd_cin_assessments").rows()) {
            String referral = assessment.getText("cina_referral_id");
            if (referral != null) {
                byReferral.computeIfAbsent(referral, key -> new ArrayList<>()).add(assessment);
            }
        }
        for (LoadedRow referral : List.copyOf(tables.get("ssd_cin_episodes").rows())) {
            String id = referral.getText("cine_referral_id");
            LocalDate date = referral.getDate("cine_referral_date");
            if (id == null || date == null || date.isAfter(judgedOn)) {
                continue;
            }
            List<LoadedRow> assessments = byReferral.getOrDefault(id, List.of());
            if (assessments.isEmpty()) {
                oweUnstarted(id, referral, date);
            } else {
                judge(id, referral, date, assessments);
            }
        }
    }

    private void oweUnstarted(String id, LoadedRow referral, LocalDate date) {
        if (Flags.isYes(referral.getText("cine_referral_nfa"))) {
            return;
        }
        Obligation owed = SingleClock.obligation(
                StatutoryClocks.ASSESSMENT, date, null, referral.getDate("cine_close_date"), judgedOn);
        obligations.add("assessment", referral.getText("cine_person_id"), id, referral, 1, owed);
    }

    private void judge(String id, LoadedRow referral, LocalDate date, List<LoadedRow> assessments) {
        List<LoadedRow> inOrder = assessments.stream()
                .sorted(Comparator.comparing(AssessmentClocks::startOrLast)
                        .thenComparing(AssessmentClocks::authorisedOrLast)
                        .thenComparing(LoadedRow::line))
                .toList();
        int sequence = 1;
        for (LoadedRow assessment : inOrder) {
            LocalDate started = assessment.getDate("cina_assessment_start_date");
            LocalDate clockStart = sequence == 1 || started == null ? date : started;
            LocalDate authorised = knownBy(assessment.getDate("cina_assessment_auth_date"));
            Obligation owed = SingleClock.obligation(
                    StatutoryClocks.ASSESSMENT, clockStart, authorised, referral.getDate("cine_close_date"), judgedOn);
            assessment
                    .set("gt_due_date", owed.due())
                    .set("gt_in_time", owed.inTime())
                    .set(
                            "gt_working_days",
                            authorised == null
                                    ? null
                                    : WorkingCalendar.englandAndWales().workingDaysBetween(clockStart, authorised));
            obligations.add("assessment", assessment.getText("cina_person_id"), id, assessment, sequence, owed);
            sequence++;
        }
    }

    private @Nullable LocalDate knownBy(@Nullable LocalDate date) {
        return date == null || date.isAfter(judgedOn) ? null : date;
    }

    private static LocalDate startOrLast(LoadedRow row) {
        LocalDate start = row.getDate("cina_assessment_start_date");
        return start == null ? LocalDate.MAX : start;
    }

    private static LocalDate authorisedOrLast(LoadedRow row) {
        LocalDate authorised = row.getDate("cina_assessment_auth_date");
        return authorised == null ? LocalDate.MAX : authorised;
    }
}
