package org.goldenthread.returns.write.census;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The order in which the schema of a year wants the elements of a census, from the schemas of 2017 to 2026. A year after the last is
 * taken to be as that was, and one before the first likewise.
 */
final class CensusOrder {
    private static final int FIRST_WITH_PLAN_DATES = 2022;
    private static final int FIRST_WITH_SEX = 2025;

    private static final Map<String, List<String>> ORDER = Map.ofEntries(
            Map.entry("Header", List.of("CollectionDetails", "Source")),
            Map.entry("CollectionDetails", List.of("Collection", "Year", "ReferenceDate")),
            Map.entry("Source", List.of("SourceLevel", "LEA", "SoftwareCode", "Release", "SerialNo", "DateTime")),
            Map.entry("Child", List.of("ChildIdentifiers", "ChildCharacteristics", "CINdetails")),
            Map.entry(
                    "ChildIdentifiers",
                    List.of(
                            "LAchildID",
                            "UPN",
                            "FormerUPN",
                            "UPNunknown",
                            "PersonBirthDate",
                            "ExpectedPersonBirthDate",
                            "GenderCurrent",
                            "Sex",
                            "PersonDeathDate")),
            Map.entry("ChildCharacteristics", List.of("Ethnicity", "Disabilities")),
            Map.entry("Disabilities", List.of("Disability")),
            Map.entry(
                    "CINdetails",
                    List.of(
                            "CINreferralDate",
                            "ReferralSource",
                            "PrimaryNeedCode",
                            "CINclosureDate",
                            "ReasonForClosure",
                            "DateOfInitialCPC",
                            "Assessments",
                            "CINPlanDates",
                            "Section47",
                            "ReferralNFA",
                            "ChildProtectionPlans")),
            Map.entry(
                    "Assessments",
                    List.of(
                            "AssessmentActualStartDate",
                            "AssessmentInternalReviewDate",
                            "AssessmentAuthorisationDate",
                            "FactorsIdentifiedAtAssessment")),
            Map.entry("FactorsIdentifiedAtAssessment", List.of("AssessmentFactors")),
            Map.entry("CINPlanDates", List.of("CINPlanStartDate", "CINPlanEndDate")),
            Map.entry(
                    "Section47",
                    List.of("S47ActualStartDate", "InitialCPCtarget", "DateOfInitialCPC", "ICPCnotRequired")),
            Map.entry(
                    "ChildProtectionPlans",
                    List.of(
                            "CPPstartDate",
                            "CPPendDate",
                            "InitialCategoryOfAbuse",
                            "LatestCategoryOfAbuse",
                            "NumberOfPreviousCPP",
                            "Reviews")),
            Map.entry("Reviews", List.of("CPPreviewDate")));

    private final int year;

    private CensusOrder(int year) {
        this.year = year;
    }

    /** @param year collection year by its end */
    static CensusOrder of(int year) {
        return new CensusOrder(year);
    }

    /** The elements in the order of the schema; those of a name as they were, and those that it does not know last, as they were. */
    List<Tag> sort(Tag parent) {
        List<String> order = ORDER.getOrDefault(parent.name(), List.of());
        List<Tag> sorted = new ArrayList<>(parent.children());
        sorted.sort(Comparator.comparingInt(child -> {
            int place = isKnown(child.name()) ? order.indexOf(child.name()) : -1;
            return place < 0 ? order.size() : place;
        }));
        return sorted;
    }

    private boolean isKnown(String name) {
        return switch (name) {
            case "CINPlanDates" -> year >= FIRST_WITH_PLAN_DATES;
            case "Sex" -> year >= FIRST_WITH_SEX;
            case "GenderCurrent" -> year < FIRST_WITH_SEX;
            default -> true;
        };
    }
}
