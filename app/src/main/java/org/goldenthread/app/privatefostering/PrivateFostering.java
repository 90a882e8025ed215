package org.goldenthread.app.privatefostering;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.goldenthread.app.visits.Seeing;
import org.jspecify.annotations.Nullable;

/**
 * A child under 16, or under 18 where disabled, who lives or is to live for 28 days or more with somebody who is no close relative, by
 * arrangement with the parents (Children Act 1989, section 66; Children (Private Arrangements for Fostering) Regulations 2005).
 *
 * <p>The authority visits within 7 working days of hearing of a proposal (regulation 4), and again within 7 of hearing that the child lives
 * there (regulation 7). From that hearing the arrangement counts as begun (regulation 8(6)).
 */
@Kind(
        id = "private-fostering",
        title = "Private fostering",
        plural = "Private fostering",
        events = {
            "private-fostering-proposed",
            "private-fostering-known",
            "private-fostering-of-disabled-child",
            "private-fostering-ended"
        })
record PrivateFostering(
        @Ask(
                value = "Authority told",
                needed = true,
                today = true,
                hint = "The day on which the authority was told or found out, whoever told")
        LocalDate notified,

        @Ask(value = "Child came to live there", hint = "Leave blank while it is a proposal") @Nullable LocalDate arrived,

        @Ask(
                value = "Authority told that the child has come",
                hint = "Where a proposal came first: the carer tells within 48 hours (regulation 6)")
        @Nullable LocalDate arrivalNotified,

        @Ask("Carer") String carer,

        @Ask(
                value = "How the carer knows the child",
                hint = "A grandparent, brother, sister, uncle, aunt or step-parent is no private foster carer")
        String relationship,

        @Ask("Where they live") String address,

        @Ask(value = "Meant to last until", hint = "Leave blank where it is not known") @Nullable LocalDate meantUntil,

        @Ask(value = "Is the child disabled?", hint = "Then until 18 instead of 16 (section 66)") @Nullable Boolean disabled,

        @Ask(value = "The child’s own words", section = "How suitable it is", prose = true, voice = true)
        String ownWords,

        @Ask(value = "What the parents say and agreed to", prose = true)
        String parentsViews,

        @Ask(
                value = "How suitable the arrangement is",
                hint =
                        "The carer, the household, the accommodation, health, schooling, contact, money (schedules 2 and 3)",
                prose = true)
        String assessment,

        @Ask(value = "Ended", section = "The end", hint = "Leave blank while it lasts") @Nullable LocalDate ended,

        @Ask("Why it ended") @Nullable WhyEnded reasonEnded)
        implements Content {

    private static final int LEAST_DAYS = 28;

    @Override
    public String summary() {
        return (arrived == null ? "Private fostering proposed" : "Private fostering")
                + (carer.isBlank() ? "" : " with " + carer);
    }

    private boolean wasProposed() {
        return arrived == null || arrived.isAfter(notified);
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        if (wasProposed()) {
            happened.add(Happening.of("private-fostering-proposed", notified, "Private fostering proposed"));
        }
        if (arrived != null) {
            happened.add(Happening.of("private-fostering-known", known(arrived), "Known to be fostered privately"));
        }
        if (Boolean.TRUE.equals(disabled)) {
            happened.add(Happening.of(
                    "private-fostering-of-disabled-child", notified, "Disabled: private fostering lasts until 18"));
        }
        if (ended != null) {
            happened.add(Happening.of(
                    "private-fostering-ended",
                    ended,
                    "Private fostering ended" + (reasonEnded == null ? "" : ": " + reasonEnded.label())));
        }
        return happened;
    }

    /** The day on which the authority knew that the child lives there. */
    private LocalDate known(LocalDate came) {
        return arrivalNotified != null ? arrivalNotified : came.isAfter(notified) ? came : notified;
    }

    @Override
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (arrivalNotified != null && arrived == null) {
            faults.add(new Fault("arrived", "Enter the day on which the child came to live there"));
        }
        if (arrivalNotified != null && arrivalNotified.isBefore(notified)) {
            faults.add(new Fault(
                    "arrivalNotified", "The authority cannot have known of the arrival before it was told at all"));
        }
        if (ended != null && reasonEnded == null) {
            faults.add(new Fault("reasonEnded", "Choose why it ended"));
        }
        if (ended == null && reasonEnded != null) {
            faults.add(new Fault("ended", "Enter the day on which it ended"));
        }
        if (ended != null && ended.isBefore(arrived == null ? notified : arrived)) {
            faults.add(new Fault("ended", "It cannot have ended before it began"));
        }
        if (reasonEnded == WhyEnded.SIXTEEN && Boolean.TRUE.equals(disabled)) {
            faults.add(
                    new Fault("reasonEnded", "A disabled child is fostered privately until 18: choose another reason"));
        }
        if (reasonEnded == WhyEnded.DID_NOT_BEGIN && arrived != null) {
            faults.add(new Fault("reasonEnded", "The child came to live there, so it began: choose another reason"));
        }
        if (reasonEnded == WhyEnded.FEWER_THAN_28_DAYS && ended != null && lasted(ended) >= LEAST_DAYS) {
            faults.add(
                    new Fault("reasonEnded", "It lasted 28 days or more: choose another reason, or correct the dates"));
        }
        return faults;
    }

    private long lasted(LocalDate until) {
        return arrived == null ? 0 : ChronoUnit.DAYS.between(arrived, until);
    }

    @Override
    public Optional<Fault> lacks(String need) {
        return switch (need) {
            case "views" -> Optional.ofNullable(Seeing.lacksVoice(ownWords));
            case "suitability" ->
                assessment.isBlank()
                        ? Optional.of(new Fault("assessment", "Write how suitable the arrangement is"))
                        : Optional.empty();
            case "ended" ->
                ended == null
                        ? Optional.of(new Fault("ended", "Enter the day on which it ended, and why"))
                        : Optional.empty();
            default -> Content.super.lacks(need);
        };
    }
}
