package org.goldenthread.returns.derived;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goldenthread.core.calendar.WorkingCalendar;
import org.goldenthread.core.clocks.Obligation;
import org.goldenthread.core.clocks.SingleClock;
import org.goldenthread.core.clocks.StatutoryClocks;
import org.goldenthread.returns.LoadedRow;
import org.goldenthread.returns.LoadedTables;
import org.jspecify.annotations.Nullable;

/**
 * Initial child protection conferences: 15 working days from the strategy discussion that began the section 47 enquiry.
 * For a child who moves in on another authority's plan the clock starts with the notification, which the census gives as
 * the date of the referral.
 */
final class ConferenceClocks {
    private final LoadedTables tables;
    private final Obligations obligations;
    private final LocalDate judgedOn;
    private final Map<String, LoadedRow> enquiries = new HashMap<>();
    private final Map<String, LoadedRow> referrals = new HashMap<>();

    ConferenceClocks(LoadedTables tables, Obligations obligations, LocalDate judgedOn) {
        this.tables = tables;
        this.obligations = obligations;
        this.judgedOn = judgedOn;
        index("ssd_s47_enquiry", "s47e_s47_enquiry_id", enquiries);
        index("ssd_cin_episodes", "cine_referral_id", referrals);
    }

    void derive() {
        Set<String> enquiriesWithConference = new HashSet<>();
        for (LoadedRow conference :
                List.copyOf(tables.get("ssd_initial_cp_conference").rows())) {
            String enquiry = conference.getText("icpc_s47_enquiry_id");
            if (enquiry != null) {
                enquiriesWithConference.add(enquiry);
            }
            judge(conference);
        }
        for (LoadedRow enquiry : List.copyOf(tables.get("ssd_s47_enquiry").rows())) {
            String id = enquiry.getText("s47e_s47_enquiry_id");
            if (id != null && !enquiriesWithConference.contains(id) && !Flags.isYes(enquiry.getText("s47e_s47_nfa"))) {
                oweUnheld(id, enquiry);
            }
        }
    }

    private void judge(LoadedRow conference) {
        boolean transferIn = Flags.isYes(conference.getText("icpc_icpc_transfer_in"));
        String subject = conference.getText(transferIn ? "icpc_referral_id" : "icpc_s47_enquiry_id");
        LocalDate start = startOfClock(conference, transferIn);
        if (subject == null || start == null || start.isAfter(judgedOn)) {
            return;
        }
        LocalDate date = conference.getDate("icpc_icpc_date");
        LocalDate held = date == null || date.isAfter(judgedOn) ? null : date;
        Obligation owed = SingleClock.obligation(
                transferIn ? "transfer-in-conference" : StatutoryClocks.INITIAL_CONFERENCE,
                start,
                held,
                null,
                judgedOn);
        conference
                .set("gt_in_time", owed.inTime())
                .set(
                        "gt_working_days",
                        held == null ? null : WorkingCalendar.englandAndWales().workingDaysBetween(start, held));
        obligations.add("icpc", conference.getText("icpc_person_id"), subject, conference, 1, owed);
    }

    private @Nullable LocalDate startOfClock(LoadedRow conference, boolean transferIn) {
        if (transferIn) {
            LoadedRow referral = find(referrals, conference.getText("icpc_referral_id"));
            return referral == null ? null : referral.getDate("cine_referral_date");
        }
        LoadedRow enquiry = find(enquiries, conference.getText("icpc_s47_enquiry_id"));
        return enquiry == null ? null : enquiry.getDate("s47e_s47_start_date");
    }

    private void oweUnheld(String id, LoadedRow enquiry) {
        LocalDate start = enquiry.getDate("s47e_s47_start_date");
        if (start == null || start.isAfter(judgedOn)) {
            return;
        }
        LocalDate end = enquiry.getDate("s47e_s47_end_date");
        if (end == null) {
            LoadedRow referral = find(referrals, enquiry.getText("s47e_referral_id"));
            end = referral == null ? null : referral.getDate("cine_close_date");
        }
        Obligation owed = SingleClock.obligation(StatutoryClocks.INITIAL_CONFERENCE, start, null, end, judgedOn);
        obligations.add("icpc", enquiry.getText("s47e_person_id"), id, enquiry, 1, owed);
    }

    private void index(String table, String key, Map<String, LoadedRow> rows) {
        for (LoadedRow row : tables.get(table).rows()) {
            String id = row.getText(key);
            if (id != null) {
                rows.putIfAbsent(id, row);
            }
        }
    }

    private static @Nullable LoadedRow find(Map<String, LoadedRow> rows, @Nullable String id) {
        return id == null ? null : rows.get(id);
    }
}
