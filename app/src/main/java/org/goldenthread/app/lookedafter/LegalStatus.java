package org.goldenthread.app.lookedafter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.goldenthread.core.codes.CodeSet;
import org.jspecify.annotations.Nullable;

/** The legal footing on which a child is looked after; one at a time. */
@Kind(
        id = "legal-status",
        title = "Legal status",
        plural = "Legal statuses",
        follows = "period-of-care",
        events = {
            "legal-status-began",
            "interim-care-order-began",
            "interim-care-order-ended",
            "care-order-began",
            "care-order-ended",
            "short-breaks-began",
            "short-break-began",
            "short-break-ended",
            "police-protection-began",
            "police-protection-ended",
            "emergency-protection-order-began",
            "emergency-protection-order-extended",
            "emergency-protection-order-ended",
            "child-assessment-order-began",
            "child-assessment-order-ended",
            "authorised-to-place",
            "authority-to-place-ended"
        })
record LegalStatus(
        @Ask(value = "From", needed = true, from = "began") LocalDate started,

        @Ask(value = "To", hint = "Leave blank while it lasts. The next begins on this day") @Nullable LocalDate ended,

        @Ask(value = "Legal status", codes = "ssda903 LS", needed = true)
        String status,

        @Ask(
                value = "Date that the court extended the order",
                hint = "An emergency protection order can be extended once, by at most seven days",
                onlyWith = "status L2")
        @Nullable LocalDate extended,

        @Ask(value = "Note", prose = true) String note)
        implements Content {

    /** A placement order (Adoption and Children Act 2002, section 21), as the SSDA903 writes it. */
    private static final String PLACEMENT_ORDER = "E1";

    /** Accommodated under an agreed series of short breaks. */
    private static final Set<String> SHORT_BREAKS = Set.of("V3", "V4");

    /** The same where each break is a period of its own, so that the status lasts as long as one stay. */
    private static final String ONE_SHORT_BREAK = "V3";

    /**
     * What lasts for days and not for as long as it takes (Children Act 1989, sections 43, 45 and 46).
     *
     * @param events what its events begin with
     */
    private record ShortOrder(String events, String longest) {}

    private static final Map<String, ShortOrder> SHORT_ORDERS = Map.of(
            "L1", new ShortOrder("police-protection", "Police protection lasts 72 hours at most"),
            "L2",
                    new ShortOrder(
                            "emergency-protection-order",
                            "The emergency protection order lasts eight days at most unless it is extended"),
            "L3", new ShortOrder("child-assessment-order", "The child assessment order lasts seven days at most"));

    private static final String EMERGENCY_PROTECTION_ORDER = "L2";
    private static final int LONGEST_EMERGENCY_PROTECTION = 8;

    @Override
    public String summary() {
        return CodeSet.of("ssda903", "LS").findLabel(status).orElse(status);
    }

    @Override
    public List<Happening> happenings() {
        // Visits to a child who lives with a parent depend on the order (regulation 28(4) and (5)), and on nothing else
        // of the status. Short breaks are no time in care that makes an eligible child (regulation 40(2)).
        String order = switch (status) {
            case "C1" -> "interim-care-order";
            case "C2" -> "care-order";
            default -> "";
        };
        boolean shortBreaks = SHORT_BREAKS.contains(status);
        List<Happening> happened = new ArrayList<>();
        happened.add(new Happening(
                (shortBreaks ? "short-breaks" : order.isEmpty() ? "legal-status" : order) + "-began",
                started,
                null,
                true,
                "Legal status: " + summary()));
        ShortOrder shortOrder = SHORT_ORDERS.get(status);
        if (shortOrder != null) {
            happened.addAll(ofShortOrder(shortOrder));
        }
        if (status.equals(ONE_SHORT_BREAK)) {
            happened.addAll(ShortBreak.happenings(started, ended));
        }
        if (ended != null && !order.isEmpty()) {
            happened.add(new Happening(order + "-ended", ended, null, true, summary() + ", ended"));
        }
        if (status.equals(PLACEMENT_ORDER)) {
            happened.add(new Happening(
                    "authorised-to-place", started, null, true, "The council may place the child for adoption"));
            if (ended != null) {
                happened.add(new Happening("authority-to-place-ended", ended, null, true, "Placement order, ended"));
            }
        }
        return happened;
    }

    /** Of the record itself, whose clock says by when there must be another footing, or none. */
    private List<Happening> ofShortOrder(ShortOrder order) {
        List<Happening> happened = new ArrayList<>();
        happened.add(Happening.of(order.events() + "-began", started, order.longest()));
        if (extended != null) {
            happened.add(Happening.of(order.events() + "-extended", extended, summary() + ", extended by the court"));
        }
        if (ended != null) {
            happened.add(Happening.of(order.events() + "-ended", ended, summary() + ", ended"));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        if (extended == null) {
            return Fault.ofEnd(started, ended);
        }
        if (!status.equals(EMERGENCY_PROTECTION_ORDER)) {
            return List.of(new Fault("extended", "Only an emergency protection order is extended"));
        }
        return extended.isBefore(started) || extended.isAfter(started.plusDays(LONGEST_EMERGENCY_PROTECTION))
                ? List.of(new Fault("extended", "It is extended while it lasts, within eight days of its start"))
                : List.of();
    }

    @Override
    public Optional<Fault> lacks(String need) {
        return switch (need) {
            case "section-20" ->
                status.startsWith("V")
                        ? Optional.empty()
                        : Optional.of(new Fault("status", "Only accommodation under section 20 is agreed so"));
            default -> Content.super.lacks(need);
        };
    }
}
