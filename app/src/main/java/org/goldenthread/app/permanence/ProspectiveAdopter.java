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
 * Somebody who wishes to adopt, from their enquiry to their approval (Adoption Agencies Regulations 2005, part 4, as amended in 2013). One
 * record for each adopter, as Annex A counts them; those of one household share its reference. It is written and seen under a restriction of
 * the kind adoption alone, by those named there.
 *
 * @param household the reference that a match names
 * @param registered the day on which the registration of interest came
 * @param received the day on which the panel's recommendation and minutes reached the decision-maker
 */
@Kind(
        id = "prospective-adopter",
        title = "Prospective adopter",
        plural = "Prospective adopters",
        restricted = "Adoption",
        events = {
            "adopter-enquired",
            "adopter-registered",
            "adopter-stage-one-began",
            "adopter-stage-one-ended",
            "adopter-stage-two-began",
            "adopter-stage-two-ended",
            "adopter-papers-received",
            "adopter-left"
        })
record ProspectiveAdopter(
        @Ask(
                value = "Household",
                needed = true,
                hint = "Its reference, such as AH0012: the same for each adopter of it, and without a name in it")
        String household,

        @Ask(value = "Enquired on", needed = true, today = true)
        LocalDate enquired,

        @Ask(value = "Registration of interest came on", hint = "Answered within 5 working days") @Nullable LocalDate registered,

        @Ask(value = "Stage one began", section = "Stages", hint = "The registration was accepted. Two months")
        @Nullable LocalDate stageOneBegan,

        @Ask("Stage one ended") @Nullable LocalDate stageOneEnded,

        @Ask(value = "Stage two began", hint = "Four months, to the decision. At most six months after stage one")
        @Nullable LocalDate stageTwoBegan,

        @Ask("Stage two ended") @Nullable LocalDate stageTwoEnded,
        @Ask("Application submitted") @Nullable LocalDate applied,

        @Ask(
                value = "Papers reached the decision-maker",
                hint = "The panel’s recommendation and minutes. The 7 working days count from here")
        @Nullable LocalDate received,

        @Ask("Do they foster for adoption?") @Nullable Boolean fosteringForAdoption,

        @Ask(value = "Left on", section = "Leaving", hint = "Leave blank while they go on") @Nullable LocalDate leftOn,

        @Ask("Why they left") @Nullable LeavingAdoption whyLeft,
        @Ask(value = "Note", prose = true) String note)
        implements Content {

    @Override
    public String summary() {
        return "Prospective adopter, household " + household;
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        add(happened, "adopter-enquired", enquired, "Enquired about adopting");
        add(happened, "adopter-registered", registered, "Registered an interest in adopting");
        add(happened, "adopter-stage-one-began", stageOneBegan, "Stage one of becoming an adopter began");
        add(happened, "adopter-stage-one-ended", stageOneEnded, "Stage one of becoming an adopter ended");
        add(happened, "adopter-stage-two-began", stageTwoBegan, "Stage two of becoming an adopter began");
        add(happened, "adopter-stage-two-ended", stageTwoEnded, "Stage two of becoming an adopter ended");
        add(happened, "adopter-papers-received", received, "Papers on an adopter reached the agency decision-maker");
        add(happened, "adopter-left", leftOn, "Left the adoption process");
        return happened;
    }

    private static void add(List<Happening> happened, String event, @Nullable LocalDate on, String summary) {
        if (on != null) {
            happened.add(Happening.of(event, on, summary));
        }
    }

    @Override
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        inOrder(
                faults,
                enquired,
                registered,
                "registered",
                "The registration of interest cannot come before the enquiry");
        inOrder(faults, enquired, stageOneBegan, "stageOneBegan", "Stage one cannot begin before the enquiry");
        inOrder(faults, stageOneBegan, stageOneEnded, "stageOneEnded", "Stage one cannot end before it begins");
        inOrder(faults, stageOneEnded, stageTwoBegan, "stageTwoBegan", "Stage two cannot begin before stage one ends");
        inOrder(faults, stageTwoBegan, stageTwoEnded, "stageTwoEnded", "Stage two cannot end before it begins");
        if ((leftOn == null) != (whyLeft == null)) {
            faults.add(
                    leftOn == null
                            ? new Fault("leftOn", "Enter when they left")
                            : new Fault("whyLeft", "Choose why they left"));
        }
        return faults;
    }

    private static void inOrder(
            List<Fault> faults, @Nullable LocalDate first, @Nullable LocalDate then, String field, String problem) {
        if (first != null && then != null && then.isBefore(first)) {
            faults.add(new Fault(field, problem));
        }
    }

    @Override
    public Optional<Fault> lacks(String need) {
        return switch (need) {
            case "papers" ->
                received == null
                        ? Optional.of(new Fault("received", "Enter when the papers reached the decision-maker"))
                        : Optional.empty();
            case "left" ->
                leftOn == null ? Optional.of(new Fault("leftOn", "Enter when and why they left")) : Optional.empty();
            default -> Content.super.lacks(need);
        };
    }
}
