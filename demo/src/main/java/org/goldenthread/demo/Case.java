package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One episode of need: from a referral to its closure. */
final class Case {
    final LocalDate referred;
    final String source;
    final String need;
    /** A referral with no further action: it has nothing but its date and source. */
    final boolean noFurtherAction;

    final List<Assessment> assessments = new ArrayList<>();
    final List<Enquiry> enquiries = new ArrayList<>();
    final List<NeedPlan> needPlans = new ArrayList<>();
    final List<ProtectionPlan> plans = new ArrayList<>();

    @Nullable LocalDate closed;

    @Nullable String closureReason;

    Case(LocalDate referred, String source, String need, boolean noFurtherAction) {
        this.referred = referred;
        this.source = source;
        this.need = need;
        this.noFurtherAction = noFurtherAction;
    }

    void close(LocalDate day, String reason) {
        closed = day;
        closureReason = reason;
    }

    /** A case that closes early takes its assessments with it: none may be open after it (census rule 8867). */
    void finishAssessments() {
        LocalDate end = closed;
        for (int index = 0; end != null && index < assessments.size(); index++) {
            Assessment assessment = assessments.get(index);
            if (assessment.authorised().isAfter(end)) {
                LocalDate authorised = Days.later(end, assessment.started());
                assessments.set(index, new Assessment(assessment.started(), authorised, assessment.factors()));
                closed = Days.later(end, authorised);
            }
        }
    }

    boolean isOpenOn(LocalDate day) {
        return !referred.isAfter(day) && (closed == null || closed.isAfter(day));
    }

    /** A child and family assessment; its authorisation may lie beyond the day that the borough is made up to. */
    record Assessment(LocalDate started, LocalDate authorised, List<String> factors) {}

    /**
     * An enquiry under section 47.
     *
     * @param conference initial child protection conference; null where there was to be none
     */
    record Enquiry(
            LocalDate started, LocalDate target, @Nullable LocalDate conference) {}

    /** A child in need plan. */
    record NeedPlan(LocalDate started, LocalDate ended) {}

    /**
     * A child protection plan.
     *
     * @param previous how many plans the child had before
     * @param reviews review conferences, in order
     */
    record ProtectionPlan(
            LocalDate started,
            LocalDate ended,
            String firstCategory,
            String lastCategory,
            int previous,
            List<LocalDate> reviews) {
        boolean isOpenOn(LocalDate day) {
            return !started.isAfter(day) && ended.isAfter(day);
        }
    }
}
