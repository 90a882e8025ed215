package org.goldenthread.app.lookedafter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.goldenthread.core.codes.CodeSet;
import org.jspecify.annotations.Nullable;

/** Where a child who is looked after lives; one at a time. Who approves it depends on what it is. */
@Kind(
        id = "placement",
        title = "Placement",
        plural = "Placements",
        follows = "period-of-care",
        events = {
            "placement-began",
            "placement-with-parent-began",
            "placement-before-assessment",
            "placement-approved-for-a-time",
            "placement-assessment-completed",
            "placement-others-responsible",
            "placement-meant-to-eighteen",
            "placement-ended",
            "adoption-placement-began",
            "placed-for-adoption",
            "adoption-placement-ended"
        })
record Placement(
        @Ask(value = "From", hint = "Leave blank while it is proposed") @Nullable LocalDate started,

        @Ask(value = "To", hint = "Leave blank while it lasts. The next begins on this day") @Nullable LocalDate ended,

        @Ask(value = "Kind of placement", codes = "ssda903 PLACE", needed = true)
        String kind,

        @Ask(value = "Provider", codes = "ssda903 PLACE_PROVIDER")
        String provider,

        @Ask("Carer or home") String carer,

        @Ask(value = "Ofsted number", hint = "URN, as the register has it")
        String ofstedNumber,

        @Ask("Postcode") String postcode,

        @Ask(
                value = "Is it at a distance?",
                hint = "Outside the area of the authority and of those beside it (regulation 11)")
        @Nullable Boolean distant,

        @Ask(
                value = "Why it changed",
                codes = "ssda903 REASON_PLACE_CHANGE",
                hint = "Once it has ended and another begins")
        String reasonChanged,

        @Ask(
                value = "Why this placement",
                hint = "How it meets the child’s needs; brothers and sisters, school, home",
                prose = true)
        String whyHere,

        @Ask(value = "The child’s own words", prose = true, voice = true)
        String ownWords,

        @Ask(
                value = "Meant to last until 18, since",
                section = "How often the child is visited",
                hint = "The day on which that was settled. After the first year visits may then be three months apart."
                        + " Leave blank where it is not meant to")
        @Nullable LocalDate toEighteen,

        @Ask(
                value = "Did it begin before the assessment of the parent was complete?",
                hint = "Placement with a parent at once (regulation 19): visits are weekly until the first review",
                onlyWith = "kind " + WITH_PARENTS)
        @Nullable Boolean beforeAssessment,

        @Ask(
                value = "Is the carer approved for a time only?",
                hint = "A connected person (regulation 24): visits are weekly until the first review",
                onlyWith = "kind " + WITH_CONNECTED_PERSON)
        @Nullable Boolean approvedForATime,

        @Ask(
                value = "Assessment completed, or carer approved in full",
                hint = "Leave blank while it is not",
                onlyWith = "kind " + WITH_PARENTS + " " + WITH_CONNECTED_PERSON)
        @Nullable LocalDate assessed,

        @Ask(
                value = "Is another person responsible for where the child lives?",
                hint = "Somebody else than the authority arranges it, and the child is in care (regulation 28(6))",
                onlyWith = "kind " + ARRANGED_BY_OTHERS)
        @Nullable Boolean othersResponsible)
        implements Content {

    private static final String WITH_PARENTS = "P1";
    private static final String WITH_CONNECTED_PERSON = "U1 U2 U3";

    /** Hospitals, custody, schools and whatever else the list of placements leaves to others. */
    private static final String ARRANGED_BY_OTHERS = "P2 P3 R1 R2 R3 R5 S1 T1 Z1 Z11 Z12 Z13 Z14";

    @Override
    public String summary() {
        return "Placement: " + CodeSet.of("ssda903", "PLACE").findLabel(kind).orElse(kind);
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        if (started != null) {
            happened.add(Happening.of(
                    isWithParents() ? "placement-with-parent-began" : "placement-began", started, summary()));
            addFooting(happened, started);
            if (isForAdoption()) {
                happened.add(Happening.of("adoption-placement-began", started, "Placed for adoption"));
                happened.add(new Happening("placed-for-adoption", started, null, true, "Placed for adoption"));
            }
        }
        if (ended != null) {
            happened.add(Happening.of("placement-ended", ended, summary() + ", ended"));
            if (isForAdoption()) {
                happened.add(
                        new Happening("adoption-placement-ended", ended, null, true, "Placement for adoption ended"));
            }
        }
        return happened;
    }

    /** What the law makes the frequency of visits depend on (regulation 28). */
    private void addFooting(List<Happening> happened, LocalDate from) {
        if (Boolean.TRUE.equals(beforeAssessment)) {
            happened.add(Happening.of(
                    "placement-before-assessment", from, "Placed before the assessment of the parent was complete"));
        }
        if (Boolean.TRUE.equals(approvedForATime)) {
            happened.add(Happening.of("placement-approved-for-a-time", from, "Carer approved for a time only"));
        }
        if (assessed != null) {
            happened.add(Happening.of(
                    "placement-assessment-completed",
                    assessed,
                    isWithParents() ? "Assessment of the parent completed" : "Carer approved in full"));
        }
        if (Boolean.TRUE.equals(othersResponsible)) {
            happened.add(Happening.of(
                    "placement-others-responsible", from, "Another person is responsible for where the child lives"));
        }
        if (toEighteen != null) {
            happened.add(Happening.of("placement-meant-to-eighteen", toEighteen, "Placement meant to last until 18"));
        }
    }

    @Override
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (ended != null && started == null) {
            faults.add(new Fault("started", "Enter the first day of the placement"));
        }
        if (ended != null && started != null && ended.isBefore(started)) {
            faults.add(new Fault("ended", "The last day cannot be before the first"));
        }
        if (Boolean.TRUE.equals(beforeAssessment) && !isWithParents()) {
            faults.add(new Fault(
                    "beforeAssessment", "Only a placement with parents begins so: answer no, or choose that kind"));
        }
        if (Boolean.TRUE.equals(approvedForATime) && !isWithConnectedPerson()) {
            faults.add(new Fault(
                    "approvedForATime",
                    "Only a relative or friend is approved for a time: answer no, or choose such a kind of placement"));
        }
        if (Boolean.TRUE.equals(othersResponsible) && !isOneOf(ARRANGED_BY_OTHERS)) {
            faults.add(new Fault(
                    "othersResponsible",
                    "The authority is responsible for a placement of this kind: answer no, or choose another kind"));
        }
        boolean toAssess = Boolean.TRUE.equals(beforeAssessment) || Boolean.TRUE.equals(approvedForATime);
        if (assessed != null && !toAssess) {
            faults.add(
                    new Fault(
                            "assessed",
                            "Clear this date, or say that the placement began before the assessment or with a carer approved for a time"));
        } else if (assessed != null && started != null && assessed.isBefore(started)) {
            faults.add(new Fault(
                    "assessed", "What was complete before the placement began is no reason to ask: answer no"));
        }
        return faults;
    }

    private boolean isWithParents() {
        return isOneOf(WITH_PARENTS);
    }

    private boolean isWithConnectedPerson() {
        return isOneOf(WITH_CONNECTED_PERSON);
    }

    private boolean isOneOf(String kinds) {
        return List.of(kinds.split(" ")).contains(kind);
    }

    private boolean isForAdoption() {
        return List.of("A3", "A4", "A5", "A6").contains(kind);
    }

    private boolean isDistant() {
        return Boolean.TRUE.equals(distant);
    }

    @Override
    public Optional<Fault> lacks(String need) {
        boolean met = switch (need) {
            case "ordinary" ->
                !isWithParents() && !isWithConnectedPerson() && !isForAdoption() && !isDistant() && !whyHere.isBlank();
            case "for-adoption" -> isForAdoption() && !whyHere.isBlank();
            case "with-parents" -> isWithParents() && !whyHere.isBlank();
            case "connected" -> isWithConnectedPerson() && !isDistant() && !whyHere.isBlank();
            case "distant" -> isDistant() && !isWithParents() && !isForAdoption() && !whyHere.isBlank();
            default -> Content.super.lacks(need).isEmpty();
        };
        if (met) {
            return Optional.empty();
        }
        return Optional.of(
                whyHere.isBlank()
                        ? new Fault("whyHere", "Write why this placement")
                        : new Fault(
                                "kind",
                                "A placement of this kind is approved by another decision: see who decides which"));
    }
}
