package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How often a child who is looked after must be visited: Care Planning, Placement and Case Review (England) Regulations 2010,
 * regulation 28.
 *
 * <ul>
 *   <li>(2): within a week of the start of any placement; at most every six weeks in its first year; after it every three months
 *       where it is meant to last to 18, else every six weeks. In a long term foster placement, after its first year, every six months
 *       where the child, being of sufficient age and understanding, agrees to be visited less often (an amendment of 2015).
 *   <li>(3): placed with a parent before the assessment is complete (regulation 19): weekly until the first review, then six weeks.
 *   <li>(4): with a connected person who is approved for a time (regulation 24), or with a parent under an interim care order:
 *       weekly until the first review, then four weeks. Where (3) and (4) both hold, the stricter.
 *   <li>(5): with a parent under a care order: within a week of the order, then six weeks, after the first year too. Where the order
 *       is older than the placement, the week of (2)(a) counts, from the start of the placement.
 *   <li>(6): another person is responsible for where the child lives: a week, six weeks in the first year, then three months.
 * </ul>
 *
 * <p>The first review is that of regulation 33(1), of the period of being looked after, and not the first after the child came to
 * this placement: the letter of (3) and (4) says no more. A child who goes to a parent after that review is visited within a week by (2)(a).
 *
 * <p>Whether (4) covers regulation 25A is left to whoever records.
 */
final class PlacementVisits implements VisitLaw {

    static final String WITH_PARENT = "placement-with-parent-began";
    private static final String BEFORE_ASSESSMENT = "placement-before-assessment";
    private static final String APPROVED_FOR_A_TIME = "placement-approved-for-a-time";
    private static final String ASSESSED = "placement-assessment-completed";
    private static final String OTHERS_RESPONSIBLE = "placement-others-responsible";
    private static final String TO_EIGHTEEN = "placement-meant-to-eighteen";
    private static final String HALF_YEARLY = "placement-half-yearly-agreed";
    private static final String INTERIM_ORDER = "interim-care-order-began";
    private static final String INTERIM_ORDER_ENDED = "interim-care-order-ended";
    private static final String CARE_ORDER = "care-order-began";
    private static final String CARE_ORDER_ENDED = "care-order-ended";
    private static final String OTHER_STATUS = "legal-status-began";
    private static final String SHORT_BREAKS = TimeInCare.SHORT_BREAKS;
    private static final String CARE_BEGAN = "care-began";
    private static final String CARE_ENDED = "care-ended";
    private static final String REVIEW = "looked-after-review-held";

    private static final String FIRST = "looked-after-visit-first";
    private static final String FIRST_YEAR = "looked-after-visit-first-year";
    private static final Footing ORDINARY = new Footing(FIRST, "", FIRST_YEAR, "looked-after-visit-later");
    private static final Footing MEANT_TO_EIGHTEEN = new Footing(FIRST, "", FIRST_YEAR, "looked-after-visit-permanent");
    private static final Footing SETTLED = new Footing(FIRST, "", FIRST_YEAR, "looked-after-visit-settled");
    private static final Footing OTHERS = new Footing(
            "looked-after-visit-others-first",
            "",
            "looked-after-visit-others-first-year",
            "looked-after-visit-others-later");
    private static final Footing UNASSESSED_WEEKLY = throughout("looked-after-visit-unassessed");
    private static final Footing UNASSESSED_REVIEWED = afterReview("looked-after-visit-unassessed-later");
    private static final Footing WEEKLY = throughout("looked-after-visit-interim");
    private static final Footing REVIEWED = afterReview("looked-after-visit-interim-later");
    private static final Footing UNDER_CARE_ORDER = afterReview("looked-after-visit-care-order-later");
    private static final Footing CARE_ORDER_MADE = new Footing(
            FIRST,
            "looked-after-visit-care-order-first",
            "looked-after-visit-care-order-later",
            "looked-after-visit-care-order-later");

    /** On what legal footing the child is looked after, as far as visits depend on it. */
    private enum Order {
        INTERIM,
        FULL,
        NONE
    }

    private record Standing(Order order, LocalDate since) {}

    private static Footing throughout(String limit) {
        return new Footing(limit, "", limit, limit);
    }

    private static Footing afterReview(String limit) {
        return new Footing(FIRST, "", limit, limit);
    }

    @Override
    public Set<String> events() {
        return Set.of(
                WITH_PARENT,
                BEFORE_ASSESSMENT,
                APPROVED_FOR_A_TIME,
                ASSESSED,
                OTHERS_RESPONSIBLE,
                TO_EIGHTEEN,
                HALF_YEARLY,
                INTERIM_ORDER,
                INTERIM_ORDER_ENDED,
                CARE_ORDER,
                CARE_ORDER_ENDED,
                OTHER_STATUS,
                SHORT_BREAKS,
                CARE_BEGAN,
                CARE_ENDED,
                REVIEW);
    }

    /** (7): whenever reasonably asked for, without a number of days; within a week of a notice under section 30A of the Care Standards Act 2000. */
    @Override
    public Map<String, Asking> asked() {
        return Map.of(
                "visit-requested", Asking.next("looked-after-visit-requested"),
                "home-notice-received", Asking.next("looked-after-visit-notice"));
    }

    @Override
    public List<Spell> spells(LocalDate start, List<Occurrence> about, List<Occurrence> person) {
        LocalDate reviewed = firstReview(start, person);
        TreeSet<LocalDate> days = new TreeSet<>();
        days.add(start);
        about.forEach(each -> days.add(each.on()));
        person.stream().filter(each -> events().contains(each.event())).forEach(each -> days.add(each.on()));
        List<Spell> spells = new ArrayList<>();
        for (LocalDate day : days.tailSet(start)) {
            Footing footing = footing(day, about, standing(day, person), reviewed != null && !day.isBefore(reviewed));
            Footing before = spells.isEmpty() ? null : spells.getLast().footing();
            boolean goesOn =
                    footing.equals(before) || (footing.equals(UNDER_CARE_ORDER) && CARE_ORDER_MADE.equals(before));
            if (!goesOn) {
                spells.add(new Spell(day, footing));
            }
        }
        return spells;
    }

    private static Footing footing(LocalDate day, List<Occurrence> about, Standing standing, boolean reviewed) {
        Order order = standing.order();
        boolean assessed = has(about, ASSESSED, day);
        if (has(about, WITH_PARENT, day)) {
            if (order == Order.INTERIM) {
                return reviewed ? REVIEWED : WEEKLY;
            }
            if (has(about, BEFORE_ASSESSMENT, day) && !assessed && !(reviewed && order == Order.FULL)) {
                return reviewed ? UNASSESSED_REVIEWED : UNASSESSED_WEEKLY;
            }
            if (order == Order.FULL) {
                return standing.since().equals(day) ? CARE_ORDER_MADE : UNDER_CARE_ORDER;
            }
        }
        if (has(about, APPROVED_FOR_A_TIME, day) && !assessed) {
            return reviewed ? REVIEWED : WEEKLY;
        }
        if (has(about, OTHERS_RESPONSIBLE, day)) {
            return OTHERS;
        }
        if (has(about, HALF_YEARLY, day)) {
            return SETTLED;
        }
        return has(about, TO_EIGHTEEN, day) ? MEANT_TO_EIGHTEEN : ORDINARY;
    }

    private static boolean has(List<Occurrence> about, String event, LocalDate day) {
        return about.stream()
                .anyMatch(each -> each.event().equals(event) && !each.on().isAfter(day));
    }

    /** The order at the end of {@code day}. One status ends on the day on which the next begins. */
    private static Standing standing(LocalDate day, List<Occurrence> person) {
        Order order = Order.NONE;
        LocalDate since = LocalDate.MIN;
        for (Occurrence each : person) {
            Order begun = begun(each.event());
            if (begun != null && !each.on().isAfter(day)) {
                order = begun;
                since = each.on();
            }
        }
        for (Occurrence each : person) {
            boolean ends =
                    Set.of(INTERIM_ORDER_ENDED, CARE_ORDER_ENDED, CARE_ENDED).contains(each.event());
            if (ends && !each.on().isAfter(day) && each.on().isAfter(since)) {
                return new Standing(Order.NONE, each.on());
            }
        }
        return new Standing(order, since);
    }

    private static @Nullable Order begun(String event) {
        return switch (event) {
            case INTERIM_ORDER -> Order.INTERIM;
            case CARE_ORDER -> Order.FULL;
            case OTHER_STATUS, SHORT_BREAKS -> Order.NONE;
            default -> null;
        };
    }

    /** The first review of the period of being looked after in which the placement began; null while none is held. */
    private static @Nullable LocalDate firstReview(LocalDate start, List<Occurrence> person) {
        LocalDate began = person.stream()
                .filter(each -> each.event().equals(CARE_BEGAN) && !each.on().isAfter(start))
                .map(Occurrence::on)
                .reduce((earlier, later) -> later)
                .orElse(start);
        return person.stream()
                .filter(each -> each.event().equals(REVIEW) && !each.on().isBefore(began))
                .map(Occurrence::on)
                .findFirst()
                .orElse(null);
    }
}
