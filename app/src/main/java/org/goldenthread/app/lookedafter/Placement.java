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
        String ownWords)
        implements Content {

    @Override
    public String summary() {
        return "Placement: " + CodeSet.of("ssda903", "PLACE").findLabel(kind).orElse(kind);
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        if (started != null) {
            happened.add(Happening.of("placement-began", started, summary()));
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

    @Override
    public List<Fault> faults() {
        if (ended != null && started == null) {
            return List.of(new Fault("started", "Enter the first day of the placement"));
        }
        return ended != null && started != null && ended.isBefore(started)
                ? List.of(new Fault("ended", "The last day cannot be before the first"))
                : List.of();
    }

    private boolean isWithParents() {
        return kind.equals("P1");
    }

    private boolean isWithConnectedPerson() {
        return List.of("U1", "U2", "U3").contains(kind);
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
