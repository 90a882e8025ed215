package org.goldenthread.returns.write.annexa;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When a child was last visited and seen by the day. */
final class Visits {
    private static final String NOT_SEEN = "N";

    private final Window window;
    private final Map<String, List<Fact>> inNeed;
    private final Map<String, List<Fact>> protection;
    private final Map<String, List<Fact>> care;

    Visits(Facts facts, Window window) {
        this.window = window;
        inNeed = Fact.by("cinv_person_id", facts.list("ssd_cin_visits"));
        protection = Fact.by("cppv_person_id", facts.list("ssd_cp_visits"));
        care = Fact.by("clav_person_id", facts.list("ssd_cla_visits"));
    }

    /** The last visit of any kind at which the child was not said not to be seen. */
    @Nullable LocalDate lastSeen(String person) {
        @Nullable LocalDate last = lastSeen(inNeed, person, "cinv_cin_visit");
        last = window.latest(last, lastSeen(protection, person, "cppv_cp_visit"));
        return window.latest(last, lastSeen(care, person, "clav_cla_visit"));
    }

    private @Nullable LocalDate lastSeen(Map<String, List<Fact>> visits, String person, String prefix) {
        @Nullable LocalDate last = null;
        for (Fact visit : visits.getOrDefault(person, List.of())) {
            if (!visit.text(prefix + "_seen").equals(NOT_SEEN)) {
                last = window.latest(last, visit.date(prefix + "_date"));
            }
        }
        return last;
    }

    /** The last visit under a child protection plan, from its start on; null where there was none. */
    @Nullable Fact lastUnderPlan(String person, LocalDate start) {
        return last(protection, person, "cppv_cp_visit_date", start);
    }

    /** The last visit to a child in care, from the start of the period on; null where there was none. */
    @Nullable LocalDate lastInCare(String person, LocalDate start) {
        Fact visit = last(care, person, "clav_cla_visit_date", start);
        return visit == null ? null : visit.date("clav_cla_visit_date");
    }

    private @Nullable Fact last(Map<String, List<Fact>> visits, String person, String column, LocalDate start) {
        @Nullable Fact last = null;
        @Nullable LocalDate since = null;
        for (Fact visit : visits.getOrDefault(person, List.of())) {
            LocalDate day = visit.date(column);
            if (day != null && window.hasCome(day) && !day.isBefore(start) && (since == null || day.isAfter(since))) {
                last = visit;
                since = day;
            }
        }
        return last;
    }
}
