package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one census says of one referral (CINdetails) of a child.
 *
 * @param child the council's own identifier of the child
 * @param date CINreferralDate
 * @param source key of the source
 * @param line line of the element
 * @param element the element itself, for its plain codes
 * @param closed CINclosureDate
 */
record CensusReferral(
        String child,
        LocalDate date,
        String source,
        int line,
        CensusElement element,
        @Nullable LocalDate closed,
        List<Part> parts) {
    CensusReferral {
        parts = List.copyOf(parts);
    }

    /** What happens in a referral. */
    enum Kind {
        ASSESSMENT("Assessments", "AssessmentActualStartDate", "AssessmentAuthorisationDate"),
        PLAN("CINPlanDates", "CINPlanStartDate", "CINPlanEndDate"),
        ENQUIRY("Section47", "S47ActualStartDate", "DateOfInitialCPC"),
        PROTECTION("ChildProtectionPlans", "CPPstartDate", "CPPendDate"),
        PRE_PROCEEDINGS("PreProceedingsandFGDM", "PPStartDate", "StepDecisionDate");

        private final String element;
        private final String start;
        private final String end;

        Kind(String element, String start, String end) {
            this.element = element;
            this.start = start;
            this.end = end;
        }

        String element() {
            return element;
        }

        /** Those of a referral; a plan's element is written in either of two ways. */
        List<CensusElement> listIn(CensusElement details) {
            List<CensusElement> all = details.list(element);
            if (this == PLAN) {
                all.addAll(details.list("CINplanDates"));
            }
            return all;
        }

        String start() {
            return start;
        }

        String end() {
            return end;
        }
    }

    /**
     * A thing that happened in a referral: an assessment, a plan, an enquiry.
     *
     * @param start the day that it began; a part without one is not taken
     * @param end the day that it ended, for an enquiry that of its initial conference; null where there is none
     * @param days further days: of reviews
     */
    record Part(
            Kind kind,
            LocalDate start,
            @Nullable LocalDate end,
            List<LocalDate> days,
            CensusElement element,
            String source) {
        Part {
            days = List.copyOf(days);
        }

        int line() {
            return element.line();
        }
    }

    String reasonForClosure() {
        return element.text("ReasonForClosure");
    }

    /** The date of the initial conference of a plan that came with the child from another authority. */
    String transferConference() {
        return element.text("DateOfInitialCPC");
    }

    /** Whether nothing further was done: Y or N, null where the census does not say. */
    @Nullable String noFurtherAction() {
        return YesNo.of(element.text("ReferralNFA"));
    }
}
