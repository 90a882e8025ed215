package org.goldenthread.app.earlyhelp;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;

/** What the team around a family does and who leads it: after an early help assessment, or where social care steps down. */
@Kind(
        id = "family-plan",
        socialCare = false,
        title = "Family plan",
        plural = "Family plans",
        follows = {"early-help-assessment", "child-in-need-plan"},
        together = true,
        events = "family-plan-began")
record FamilyPlan(
        @Ask(value = "Date it began", needed = true, today = true)
        LocalDate began,

        @Ask(value = "Lead practitioner", hint = "Name or post")
        String leadPractitioner,

        @Ask(value = "Organisation of the lead practitioner", from = "organisation")
        String organisation,

        @Ask(value = "What will be better, and how we shall know", prose = true)
        String outcomes,

        @Ask(value = "The child’s own words", prose = true, voice = true)
        String ownWords)
        implements Content {

    @Override
    public String summary() {
        return "Family plan" + (leadPractitioner.isBlank() ? "" : ", led by " + leadPractitioner);
    }

    @Override
    public List<Happening> happenings() {
        return List.of(Happening.of("family-plan-began", began, "Family plan began"));
    }

    @Override
    public Optional<Fault> lacks(String need) {
        return need.equals("lead-practitioner") && leadPractitioner.isBlank()
                ? Optional.of(new Fault("leadPractitioner", "Name the lead practitioner"))
                : need.equals("lead-practitioner") ? Optional.empty() : Content.super.lacks(need);
    }
}
