package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.DEC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DECOM;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DOB;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DOLO_END;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DOLO_START;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.PLACE;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.DOLO;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/** Rules 702 to 710: deprivation of liberty orders (DoLO). */
final class Rules702 {
    private static final int FIRST_YEAR = 2027;

    private static final Set<String> EXPECTED_PLACES = Set.of("K2", "Z12", "Z13");
    private static final Set<String> BARRED_PLACES = Set.of("K1", "P1", "R5", "K3");

    private Rules702() {}

    static void addTo(RuleBook book) {
        addDates(book);
        addOrders(book);
        addPlacements(book);
    }

    private static void addDates(RuleBook book) {
        book.error("702")
                .from(FIRST_YEAR)
                .says(
                        "The deprivation of liberty order does not end later than it starts. Correct the start or the end.")
                .at(DOLO_START, DOLO_END)
                .each(DOLO, row -> Days.isUpTo(row.date(DOLO_END), row.date(DOLO_START)));
        book.error("703")
                .from(FIRST_YEAR)
                .says(
                        "The deprivation of liberty order starts after the end of the collection year. Correct the start, or"
                                + " leave the order to next year's return.")
                .at(DOLO_START)
                .each(
                        DOLO,
                        (row, child) ->
                                Days.isAfter(row.date(DOLO_START), child.facts().end()));
        book.error("704")
                .from(FIRST_YEAR)
                .says(
                        "The end of the deprivation of liberty order is not in the collection year. Correct the end, or leave"
                                + " it blank if the order still ran on 31 March.")
                .at(DOLO_END)
                .each(
                        DOLO,
                        (row, child) -> Days.isBefore(
                                        row.date(DOLO_END), child.facts().start())
                                || Days.isAfter(
                                        row.date(DOLO_END), child.facts().end()));
        book.error("708")
                .from(FIRST_YEAR)
                .says("The deprivation of liberty order does not start later than the child's date of birth. Correct"
                        + " whichever date is wrong.")
                .at(DOLO_START)
                .each(DOLO, row -> Days.isUpTo(row.date(DOLO_START), row.date(DOB)));
    }

    private static void addOrders(RuleBook book) {
        book.error("705")
                .from(FIRST_YEAR)
                .says(
                        "The deprivation of liberty order starts while the one before it is still open. End the earlier order,"
                                + " or correct the start of this one.")
                .at(DOLO_START, DOLO_END)
                .reads(DOLO)
                .child((child, report) -> {
                    if (child.id().isEmpty()) {
                        return;
                    }
                    Row before = null;
                    for (Row order : byEnd(child.rows(DOLO))) {
                        if (before != null
                                && (!before.isDate(DOLO_END)
                                        || Days.isBefore(order.date(DOLO_START), before.date(DOLO_END)))) {
                            report.row(order);
                        }
                        before = order;
                    }
                });
        book.error("706")
                .from(FIRST_YEAR)
                .says(
                        "Last year's return left this deprivation of liberty order open, and this year's has none with the same"
                                + " start. Add the order to this year's return, with its end if it has ended.")
                .at(DOLO_START)
                .reads(DOLO)
                .readsLast(DOLO)
                .child((child, report) -> {
                    // An order without a start cannot be found again, and the department asks only for those that have
                    // one.
                    for (Row open : child.lastYear(DOLO)) {
                        if (open.isBlank(DOLO_END)
                                && open.isFilled(DOLO_START)
                                && (child.id().isEmpty()
                                        || Among.none(
                                                child.rows(DOLO), order -> SameDay.is(open, order, DOLO_START)))) {
                            report.row(open);
                        }
                    }
                });
        book.error("707")
                .from(FIRST_YEAR)
                .says(
                        "The deprivation of liberty order is not within one period of care: it is open although care has ended,"
                                + " or starts or ends outside it. Correct the order's dates or the episodes.")
                .at(DOLO_END)
                .reads(EPISODES)
                .each(DOLO, (order, child) -> {
                    if (!order.isDate(DOLO_START) || child.id().isEmpty()) {
                        return false;
                    }
                    List<PeriodOfCare> periods = PeriodOfCare.listOf(child);
                    return !periods.isEmpty() && Among.all(periods, period -> isOutside(order, period));
                });
    }

    /** By the day on which each ended or, while it is open, began; then by that on which it began. */
    private static List<Row> byEnd(List<Row> orders) {
        List<Row> sorted = new ArrayList<>(ChildFile.inOrder(orders, DOLO_START));
        sorted.sort(Comparator.comparing(Rules702::endOrStart, Comparator.nullsLast(Comparator.naturalOrder())));
        return sorted;
    }

    private static @Nullable LocalDate endOrStart(Row order) {
        LocalDate end = order.date(DOLO_END);
        return end == null ? order.date(DOLO_START) : end;
    }

    private static boolean isOutside(Row order, PeriodOfCare period) {
        LocalDate end = order.date(DOLO_END);
        if (end == null) {
            return period.end() != null || Days.isBefore(order.date(DOLO_START), period.start());
        }
        return Days.isAfter(end, period.end()) || Days.isBefore(end, period.start());
    }

    private static void addPlacements(RuleBook book) {
        addPlacement(
                book,
                "709",
                "The child was placed, during a deprivation of liberty order, where such an order is not expected. Check the"
                        + " placement type and the order's dates.",
                episode -> !episode.isOneOf(PLACE, EXPECTED_PLACES));
        addPlacement(
                book,
                "710",
                "The child was placed, during a deprivation of liberty order, in a secure children's home, with parents, in"
                        + " custody or in supported accommodation, where there can be no such order. Correct the placement"
                        + " type or the order's dates.",
                episode -> episode.isOneOf(PLACE, BARRED_PLACES));
    }

    private static void addPlacement(RuleBook book, String code, String message, Predicate<Row> isWrong) {
        book.error(code)
                .from(FIRST_YEAR)
                .says(message)
                .at(DOLO_START, PLACE)
                .reads(DOLO, EPISODES)
                .child((child, report) -> {
                    if (child.id().isEmpty()) {
                        return;
                    }
                    for (Row order : child.rows(DOLO)) {
                        for (Row episode : child.rows(EPISODES)) {
                            if (isWrong.test(episode) && overlap(order, episode)) {
                                report.rows(order, episode);
                            }
                        }
                    }
                });
    }

    /** Whether they have a day in common, for an order that has both its dates. */
    private static boolean overlap(Row order, Row episode) {
        LocalDate start = order.date(DOLO_START);
        LocalDate ended = episode.date(DEC);
        return start != null
                && (ended == null || !start.isAfter(ended))
                && Days.isFrom(order.date(DOLO_END), episode.date(DECOM));
    }
}
