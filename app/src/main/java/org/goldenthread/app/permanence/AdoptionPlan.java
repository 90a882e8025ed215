package org.goldenthread.app.permanence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Whether a child should be placed for adoption, as the agency decision-maker decides it (Adoption Agencies Regulations 2005,
 * regulations 17 to 19), and whether that was reversed.
 *
 * @param recommended the day on which the panel recommended it; where a placement order is to be applied for, no panel is asked and this
 *     is the day on which the reports were complete
 * @param received the day on which the minutes or reports reached the decision-maker: seven working days count from there
 * @param reasonReversed a code of the SSDA903, REASON_PLACED_CEASED; empty while it is the plan
 */
@Kind(
        id = "adoption-plan",
        title = "Plan for adoption",
        plural = "Plans for adoption",
        follows = "permanence-plan",
        events = {
            "adoption-recommended",
            "adoption-papers-received",
            "adoption-parents-told",
            "adoption-parents-written"
        })
record AdoptionPlan(
        @Ask(
                value = "Panel’s recommendation",
                section = "Before the decision",
                hint = "The date, or that on which the reports were complete where the case does not go to panel")
        @Nullable LocalDate recommended,

        @Ask(
                value = "Papers reached the decision-maker",
                hint = "The panel’s recommendation and minutes, or the reports. The 7 working days count from here")
        @Nullable LocalDate received,

        @Ask(value = "The child’s own words", prose = true, voice = true)
        String ownWords,

        @Ask(value = "What the parents say", prose = true) String parentsViews,

        @Ask(value = "Why adoption", prose = true) String reasons,

        @Ask(value = "Parents told on", section = "After the decision", hint = "Within 2 working days") @Nullable LocalDate parentsTold,

        @Ask(value = "Parents written to on", hint = "Within 5 working days") @Nullable LocalDate parentsWritten,

        @Ask(
                value = "Why it is no longer the plan",
                section = "Should it be reversed",
                codes = "ssda903 REASON_PLACED_CEASED",
                hint = "Needed before the decision is reversed")
        String reasonReversed)
        implements Content {

    @Override
    public String summary() {
        return "Plan for adoption";
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        if (recommended != null) {
            happened.add(new Happening(
                    "adoption-recommended", recommended, null, true, "Recommended that the child should be adopted"));
        }
        if (received != null) {
            happened.add(Happening.of(
                    "adoption-papers-received", received, "Papers on adoption reached the agency decision-maker"));
        }
        if (parentsTold != null) {
            happened.add(
                    Happening.of("adoption-parents-told", parentsTold, "Parents told of the decision on adoption"));
        }
        if (parentsWritten != null) {
            happened.add(Happening.of(
                    "adoption-parents-written", parentsWritten, "Parents written to about the decision on adoption"));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        return recommended != null && received != null && received.isBefore(recommended)
                ? List.of(new Fault("received", "The papers cannot have come before they were complete"))
                : List.of();
    }

    @Override
    public Optional<Fault> lacks(String need) {
        return Optional.ofNullable(
                switch (need) {
                    case "papers" ->
                        received == null
                                ? new Fault("received", "Enter when the papers reached the decision-maker")
                                : null;
                    case "reasons" -> reasons.isBlank() ? new Fault("reasons", "Write why adoption") : null;
                    case "reason-reversed" ->
                        reasonReversed.isEmpty()
                                ? new Fault("reasonReversed", "Choose why it is no longer the plan")
                                : null;
                    default -> Content.super.lacks(need).orElse(null);
                });
    }
}
