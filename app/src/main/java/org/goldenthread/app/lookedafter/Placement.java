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
            "placement-in-emergency",
            "placement-planned",
            "placement-with-parent-began",
            "placement-before-assessment",
            "placement-approved-for-a-time",
            "placement-assessment-completed",
            "placement-others-responsible",
            "placement-meant-to-eighteen",
            "placement-half-yearly-agreed",
            "placement-outside-terms",
            "placement-terms-changed",
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
                value = "Was it made in an emergency?",
                hint = "Parents and the others whom regulation 13 names are told in writing before a placement begins;"
                        + " in an emergency, within 5 working days of its start")
        @Nullable Boolean emergency,

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
                value = "Adopters’ household",
                hint = "Its reference, as the approved match of the child has it, such as AH0012. Write no name here",
                onlyWith = "kind " + PlacementKinds.FOR_ADOPTION)
        String adopters,

        @Ask(
                value = "Was it made in an emergency, outside the carer’s terms of approval?",
                hint = "Such a placement lasts at most 6 working days (regulation 23)",
                onlyWith = "kind " + PlacementKinds.FOSTERING)
        @Nullable Boolean outsideTerms,

        @Ask(
                value = "Terms of approval changed to fit, on",
                hint = "Leave blank while they are not",
                onlyWith = "kind " + PlacementKinds.FOSTERING)
        @Nullable LocalDate termsChanged,

        @Ask(
                value = "Meant to last until 18, since",
                section = "How often the child is visited",
                hint = "The day on which that was settled. After the first year visits may then be three months apart."
                        + " Leave blank where it is not meant to")
        @Nullable LocalDate toEighteen,

        @Ask(
                value = "Child agrees to visits up to six months apart, since",
                hint = "In a long term foster placement, after its first year, where the child is of sufficient age and"
                        + " understanding. Clear it should the child wish to be seen more often",
                onlyWith = "kind " + PlacementKinds.LONG_TERM_FOSTERING)
        @Nullable LocalDate halfYearlyAgreed,

        @Ask(
                value = "Did it begin before the assessment of the parent was complete?",
                hint = "Placement with a parent at once (regulation 19): visits are weekly until the first review",
                onlyWith = "kind " + PlacementKinds.WITH_PARENTS)
        @Nullable Boolean beforeAssessment,

        @Ask(
                value = "Is the carer approved for a time only?",
                hint = "A connected person (regulation 24): visits are weekly until the first review",
                onlyWith = "kind " + PlacementKinds.WITH_CONNECTED_PERSON)
        @Nullable Boolean approvedForATime,

        @Ask(
                value = "Assessment completed, or carer approved in full",
                hint = "Leave blank while it is not",
                onlyWith = "kind " + PlacementKinds.WITH_PARENTS + " " + PlacementKinds.WITH_CONNECTED_PERSON)
        @Nullable LocalDate assessed,

        @Ask(
                value = "Is another person responsible for where the child lives?",
                hint = "Somebody else than the authority arranges it, and the child is in care (regulation 28(6))",
                onlyWith = "kind " + PlacementKinds.ARRANGED_BY_OTHERS)
        @Nullable Boolean othersResponsible)
        implements Content {

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

    /** What the law makes the day of telling others (regulation 13) and the frequency of visits depend on (regulation 28). */
    private void addFooting(List<Happening> happened, LocalDate from) {
        if (emergency != null) {
            happened.add(
                    emergency
                            ? Happening.of("placement-in-emergency", from, "Placed in an emergency")
                            : Happening.of("placement-planned", from, "Placed as planned, not in an emergency"));
        }
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
        if (Boolean.TRUE.equals(outsideTerms)) {
            happened.add(Happening.of(
                    "placement-outside-terms", from, "Placed in an emergency outside the carer’s terms of approval"));
        }
        if (termsChanged != null) {
            happened.add(
                    Happening.of("placement-terms-changed", termsChanged, "Carer’s terms of approval changed to fit"));
        }
        if (halfYearlyAgreed != null) {
            happened.add(Happening.of(
                    "placement-half-yearly-agreed", halfYearlyAgreed, "Child agreed to visits up to six months apart"));
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
        return PlacementFaults.of(this);
    }

    private boolean isWithParents() {
        return isOneOf(PlacementKinds.WITH_PARENTS);
    }

    private boolean isForAdoption() {
        return isOneOf(PlacementKinds.FOR_ADOPTION);
    }

    private boolean isOneOf(String kinds) {
        return PlacementKinds.isOneOf(kind, kinds);
    }

    @Override
    public Optional<Fault> lacks(String need) {
        return PlacementApproval.lacks(this, need);
    }
}
