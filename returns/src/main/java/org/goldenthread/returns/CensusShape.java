package org.goldenthread.returns;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells of what a census file holds that no row is made of: elements that the census lacks, and second ones where it has one. */
final class CensusShape {
    private static final Set<String> REPEATED = Set.of(
            "CINdetails",
            "Assessments",
            "CINPlanDates",
            "CINplanDates",
            "Section47",
            "ChildProtectionPlans",
            "PreProceedingsandFGDM",
            "Disability",
            "AssessmentFactors",
            "FactorsIdentifiedAtAssessment",
            "Reviews",
            "CPPreviewDate");
    private static final Set<String> COLLECTION = Set.of("Collection", "Year", "ReferenceDate");
    private static final Map<String, Set<String>> HOLDS = Map.ofEntries(
            Map.entry("Header", Set.of("CollectionDetails", "Source")),
            Map.entry("CollectionDetails", COLLECTION),
            Map.entry("Source", Set.of("SourceLevel", "LEA", "SoftwareCode", "Release", "SerialNo", "DateTime")),
            Map.entry("Child", Set.of("ChildIdentifiers", "ChildCharacteristics", "CINdetails")),
            Map.entry(
                    "ChildIdentifiers",
                    Set.of(
                            "LAchildID",
                            "UPN",
                            "FormerUPN",
                            "UPNunknown",
                            "PersonBirthDate",
                            "ExpectedPersonBirthDate",
                            "GenderCurrent",
                            "PersonGenderCurrent",
                            "Sex",
                            "PersonDeathDate")),
            Map.entry("ChildCharacteristics", Set.of("Ethnicity", "Disabilities")),
            Map.entry("Disabilities", Set.of("Disability")),
            Map.entry(
                    "CINdetails",
                    Set.of(
                            "CINreferralDate",
                            "ReferralSource",
                            "PrimaryNeedCode",
                            "CINclosureDate",
                            "ReasonForClosure",
                            "DateOfInitialCPC",
                            "ReferralNFA",
                            "Assessments",
                            "CINPlanDates",
                            "CINplanDates",
                            "Section47",
                            "ChildProtectionPlans",
                            "PreProceedingsandFGDM")),
            Map.entry(
                    "Assessments",
                    Set.of(
                            "AssessmentActualStartDate",
                            "AssessmentInternalReviewDate",
                            "AssessmentAuthorisationDate",
                            "FactorsIdentifiedAtAssessment",
                            "AssessmentFactors")),
            Map.entry("FactorsIdentifiedAtAssessment", Set.of("AssessmentFactors")),
            Map.entry("CINPlanDates", Set.of("CINPlanStartDate", "CINPlanEndDate")),
            Map.entry("CINplanDates", Set.of("CINPlanStartDate", "CINPlanEndDate")),
            Map.entry(
                    "Section47",
                    Set.of("S47ActualStartDate", "InitialCPCtarget", "DateOfInitialCPC", "ICPCnotRequired")),
            Map.entry(
                    "ChildProtectionPlans",
                    Set.of(
                            "CPPstartDate",
                            "CPPendDate",
                            "InitialCategoryOfAbuse",
                            "LatestCategoryOfAbuse",
                            "NumberOfPreviousCPP",
                            "Reviews",
                            "CPPreviewDate")),
            Map.entry("Reviews", Set.of("CPPreviewDate")),
            Map.entry(
                    "PreProceedingsandFGDM",
                    Set.of(
                            "PPStartDate",
                            "LBPSentDate",
                            "FGDMMeetingOffer",
                            "FGDMMeetingFac",
                            "InitialPPMeetingDate",
                            "ReviewMeetingsCount",
                            "StepDecisionDate",
                            "PPOutcome",
                            "CourtAppDate",
                            "LetterInitCPDate")));

    private final String file;
    private final LikeFindings unknown;
    private final LikeFindings second;

    CensusShape(String file, Findings findings) {
        this.file = file;
        this.unknown = new LikeFindings(findings, "", "Look at the export, and take it out.");
        this.second = new LikeFindings(findings, "", "Keep the right one only.");
    }

    /** An element that stands where a census has none. */
    void reportUnknown(CensusElement element) {
        unknown.add(
                file,
                element.line(),
                "The element <" + element.name()
                        + "> is not of the census where it stands. It was not read, nor what it" + " holds.");
    }

    /** Whatever of the header is not read; without details of the collection, what they hold is read where it stands. */
    void reportHeader(CensusElement header) {
        if (header.find("CollectionDetails").isPresent()) {
            report(header);
        } else {
            Set<String> known = new HashSet<>(COLLECTION);
            known.add("Source");
            report(header, known);
        }
    }

    /** Whatever of a child is not read. */
    void report(CensusElement element) {
        report(element, HOLDS.getOrDefault(element.name(), Set.of()));
    }

    private void report(CensusElement element, Set<String> known) {
        Map<String, Integer> met = new HashMap<>();
        Set<String> told = new HashSet<>();
        for (CensusElement inner : element.children()) {
            if (!known.contains(inner.name())) {
                reportUnknown(inner);
            } else if (met.merge(inner.name(), 1, Integer::sum) > 1
                    && !REPEATED.contains(inner.name())
                    && told.add(inner.name())) {
                second.add(
                        file,
                        inner.line(),
                        "There is a second <" + inner.name() + "> within <" + element.name()
                                + ">. The first was read.");
            } else {
                report(inner);
            }
        }
    }

    /** Says how many like these were not told one by one. */
    void finish() {
        List.of(unknown, second).forEach(LikeFindings::finish);
    }
}
