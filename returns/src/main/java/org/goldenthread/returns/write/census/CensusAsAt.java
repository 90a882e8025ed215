package org.goldenthread.returns.write.census;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A census as it would have been on an earlier day of its year. What began later is left out; what ended later is open. A child who is left
 * without a referral is left out. Days that are set beforehand, such as when a conference is due, stay.
 */
final class CensusAsAt {
    /** The day on which a thing begins, by its element. */
    private static final Map<String, String> STARTS = Map.of(
            "CINdetails", "CINreferralDate",
            "Assessments", "AssessmentActualStartDate",
            "CINPlanDates", "CINPlanStartDate",
            "Section47", "S47ActualStartDate",
            "ChildProtectionPlans", "CPPstartDate",
            "PreProceedingsandFGDM", "PPStartDate");

    /** Days that are told of when they have come, each with what is told beside it. */
    private static final Map<String, Set<String>> ENDS = Map.of(
            "CINclosureDate", Set.of("ReasonForClosure"),
            "DateOfInitialCPC", Set.of(),
            "AssessmentAuthorisationDate", Set.of("FactorsIdentifiedAtAssessment"),
            "CINPlanEndDate", Set.of(),
            "CPPendDate", Set.of(),
            "CPPreviewDate", Set.of(),
            "PersonDeathDate", Set.of());

    private final LocalDate day;

    CensusAsAt(LocalDate day) {
        this.day = day;
    }

    List<Tag> cut(List<Tag> children) {
        List<Tag> kept = new ArrayList<>();
        for (Tag child : children) {
            Tag cut = cut(child);
            if (has(cut, "CINdetails") || !has(child, "CINdetails")) {
                kept.add(cut);
            }
        }
        return kept;
    }

    /** The header, with the day as its reference date. */
    Tag cutHeader(Tag header) {
        if (header.name().equals("ReferenceDate")) {
            return new Tag(header.name(), day.toString(), List.of());
        }
        return new Tag(
                header.name(),
                header.text(),
                header.children().stream().map(this::cutHeader).toList());
    }

    private Tag cut(Tag tag) {
        Set<String> gone = new HashSet<>();
        for (Tag child : tag.children()) {
            Set<String> toldWithIt = ENDS.get(child.name());
            if (toldWithIt != null && isLater(child.text())) {
                gone.addAll(toldWithIt);
            }
        }
        List<Tag> kept = new ArrayList<>();
        for (Tag child : tag.children()) {
            boolean later = ENDS.containsKey(child.name()) && isLater(child.text());
            if (!later && !gone.contains(child.name()) && !beginsLater(child)) {
                kept.add(cut(child));
            }
        }
        return new Tag(tag.name(), tag.text(), kept);
    }

    private boolean beginsLater(Tag tag) {
        String start = STARTS.get(tag.name());
        return start != null
                && tag.children().stream().anyMatch(child -> child.name().equals(start) && isLater(child.text()));
    }

    private boolean isLater(String text) {
        try {
            return LocalDate.parse(text.strip()).isAfter(day);
        } catch (DateTimeParseException noDate) {
            return false;
        }
    }

    private static boolean has(Tag tag, String name) {
        return tag.children().stream().anyMatch(child -> child.name().equals(name));
    }
}
