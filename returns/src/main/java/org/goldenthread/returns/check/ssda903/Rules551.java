package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Adoption.isPlaced;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.CHILD;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DATE_PLACED;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DATE_PLACED_CEASED;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DEC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DECOM;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.LS;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.PLACE;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.REASON_PLACED_CEASED;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.REC;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.PLACED_ADOPTION;

import java.util.List;
import java.util.Set;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Row;

/** Rules 551 to 563: decisions that a child should be placed for adoption. */
final class Rules551 {
    private static final String PLACEMENT_ORDER = "E1";
    private static final String FREEING_ORDER = "D1";

    private Rules551() {}

    static void addTo(RuleBook book) {
        addDecisionsAndPlacements(book);
        addDecisionsAndOrders(book);
        addDecisionsAndLeaving(book);
        addDecisionsAndThePreviousYear(book);
        book.error("563")
                .says(
                        "The decision that the child should be placed for adoption was given up, with date and reason, but the date of"
                                + " the decision itself is blank. Fill in DATE_PLACED.")
                .at(DATE_PLACED, REASON_PLACED_CEASED, DATE_PLACED_CEASED)
                .each(
                        PLACED_ADOPTION,
                        row -> row.isBlank(DATE_PLACED) && row.isAllFilled(REASON_PLACED_CEASED, DATE_PLACED_CEASED));
    }

    private static void addDecisionsAndPlacements(RuleBook book) {
        book.error("551")
                .says(
                        "The child is in a placement for adoption, but the date of the decision is missing. Add the decision, with"
                                + " DATE_PLACED, to the table of children placed for adoption.")
                .at(DATE_PLACED, PLACE)
                .reads(EPISODES, PLACED_ADOPTION)
                .child((child, report) -> {
                    List<Row> decisions = child.rows(PLACED_ADOPTION);
                    if (decisions.isEmpty() || Among.any(decisions, row -> row.isBlank(DATE_PLACED))) {
                        Among.filter(child.rows(EPISODES), Adoption::isPlaced).forEach(report::row);
                    }
                });
        book.error("552")
                .says(
                        "The child was placed for adoption before the decision to do so. Correct the date of the decision (DATE_PLACED) or"
                                + " the start of the placement.")
                .at(DATE_PLACED, DECOM)
                .reads(EPISODES, PLACED_ADOPTION)
                .child(NamedChild.only((child, report) -> {
                    Row decision = ChildFile.latest(child.rows(PLACED_ADOPTION), DATE_PLACED, row -> true);
                    Row placement = ChildFile.earliest(child.rows(EPISODES), DECOM, Adoption::isPlaced);
                    if (decision != null
                            && placement != null
                            && Days.isBefore(placement.date(DECOM), decision.date(DATE_PLACED))) {
                        report.rows(placement, decision);
                    }
                }));
    }

    private static void addDecisionsAndOrders(RuleBook book) {
        book.error("553")
                .says(
                        "There is a placement order (E1), but either no decision that the child should be placed for adoption, or one"
                                + " that was given up while the order lasts. Add the decision, or end the legal status.")
                .at(CHILD, DATE_PLACED, DATE_PLACED_CEASED, REASON_PLACED_CEASED)
                .reads(EPISODES, PLACED_ADOPTION)
                .child((child, report) -> reportOrderWithoutDecision(child, PLACEMENT_ORDER, report));
        book.error("554")
                .says(
                        "The placement order (E1) was made before the decision that the child should be placed for adoption. Correct"
                                + " DATE_PLACED or the start of the legal status.")
                .at(DATE_PLACED, DECOM, LS)
                .reads(EPISODES, PLACED_ADOPTION)
                .child(NamedChild.only((child, report) -> {
                    Row order =
                            ChildFile.earliest(child.rows(EPISODES), DECOM, episode -> episode.is(LS, PLACEMENT_ORDER));
                    if (order == null) {
                        return;
                    }
                    for (Row decision : child.rows(PLACED_ADOPTION)) {
                        if (Days.isAfter(decision.date(DATE_PLACED), order.date(DECOM))) {
                            report.rows(order, decision);
                        }
                    }
                }));
        book.error("555")
                .until(2024)
                .says(
                        "There is a freeing order (D1), but either no decision that the child should be placed for adoption, or one that"
                                + " was given up while the order lasts. Add the decision, or end the legal status.")
                .at(CHILD, DATE_PLACED, DATE_PLACED_CEASED, REASON_PLACED_CEASED)
                .reads(EPISODES, PLACED_ADOPTION)
                .child((child, report) -> reportOrderWithoutDecision(child, FREEING_ORDER, report));
        book.error("556")
                .until(2024)
                .says(
                        "The freeing order (D1) was made before the decision that the child should be placed for adoption. Correct"
                                + " DATE_PLACED or the start of the legal status.")
                .at(DATE_PLACED, DECOM)
                .reads(PLACED_ADOPTION)
                .each(
                        EPISODES,
                        (episode, child) -> episode.is(LS, FREEING_ORDER)
                                && Among.any(
                                        child.rows(PLACED_ADOPTION),
                                        row -> Days.isAfter(row.date(DATE_PLACED), episode.date(DECOM))));
    }

    /** A decision without a date is one all the same, as the shared case of 553 has it; 551 asks for the date. */
    private static void reportOrderWithoutDecision(ChildFile child, String order, Report report) {
        List<Row> decisions = child.rows(PLACED_ADOPTION);
        boolean isOpen = false;
        for (Row episode : child.rows(EPISODES)) {
            if (episode.is(LS, order)) {
                isOpen |= episode.isBlank(DEC);
                if (decisions.isEmpty()) {
                    report.row(episode);
                }
            }
        }
        if (isOpen) {
            Among.filter(decisions, Rules551::isGivenUp).forEach(report::row);
        }
    }

    /** Whether there is anything to say that a decision was given up. */
    static boolean isGivenUp(Row decision) {
        return decision.isAnyFilled(DATE_PLACED_CEASED, REASON_PLACED_CEASED);
    }

    private static void addDecisionsAndLeaving(RuleBook book) {
        book.error("557")
                .until(2024)
                .says(
                        "A child who was to be adopted left care without being adopted, but it is not said when and why the plan was given"
                                + " up. Fill in DATE_PLACED_CEASED and REASON_PLACED_CEASED.")
                .at(DATE_PLACED_CEASED, REASON_PLACED_CEASED, PLACE, LS, REC)
                .reads(EPISODES, PLACED_ADOPTION)
                .child((child, report) -> reportLeftUnadopted(child, Set.of(FREEING_ORDER, PLACEMENT_ORDER), report));
        book.error("557")
                .from(2025)
                .says(
                        "A child who was to be adopted left care without being adopted, but it is not said when and why the plan was given"
                                + " up. Fill in DATE_PLACED_CEASED and REASON_PLACED_CEASED.")
                .at(DATE_PLACED_CEASED, REASON_PLACED_CEASED, PLACE, LS, REC)
                .reads(EPISODES, PLACED_ADOPTION)
                .child((child, report) -> reportLeftUnadopted(child, Set.of(PLACEMENT_ORDER), report));
        book.error("558")
                .says(
                        "The child was adopted, but the latest decision to place the child for adoption has a date on which it was given"
                                + " up. Leave DATE_PLACED_CEASED of that decision blank.")
                .at(DATE_PLACED_CEASED, REC)
                .reads(EPISODES, PLACED_ADOPTION)
                .child(NamedChild.only(Rules551::reportAdoptedAfterAllDecisionsGivenUp));
    }

    private static void reportLeftUnadopted(ChildFile child, Set<String> orders, Report report) {
        List<Row> decisions = child.rows(PLACED_ADOPTION);
        List<Row> incomplete =
                Among.filter(decisions, row -> !row.isAllFilled(DATE_PLACED_CEASED, REASON_PLACED_CEASED));
        if (!decisions.isEmpty() && incomplete.isEmpty()) {
            return;
        }
        for (Row episode : child.rows(EPISODES)) {
            boolean isPlanned = isPlaced(episode) || episode.isOneOf(LS, orders);
            if (isPlanned && episode.isFilled(REC) && !episode.isOneOf(REC, "X1", "E11", "E12")) {
                report.row(episode);
                incomplete.forEach(report::row);
            }
        }
    }

    /**
     * A single decision that was given up is let pass, for the return may hold no other; that is why more than one is asked for. Whether
     * they were given up within the year is not: the shared case has other years, and texts that are no dates.
     */
    private static void reportAdoptedAfterAllDecisionsGivenUp(ChildFile child, Report report) {
        List<Row> decisions = ChildFile.inOrder(child.rows(PLACED_ADOPTION), DATE_PLACED);
        List<Row> episodes = child.episodes();
        if (decisions.isEmpty() || episodes.isEmpty()) {
            return;
        }
        long givenUp = decisions.stream()
                .filter(row -> row.isFilled(DATE_PLACED_CEASED))
                .count();
        if (givenUp > 1 && decisions.getLast().isFilled(DATE_PLACED_CEASED) && Adoption.isAdopted(episodes.getLast())) {
            report.row(episodes.getLast());
        }
    }

    private static void addDecisionsAndThePreviousYear(RuleBook book) {
        book.error("559")
                .says(
                        "The decision that the child should be placed for adoption was made before this year, but last year's return does"
                                + " not have its date. Check DATE_PLACED, and amend last year's return if that is wrong.")
                .at(DATE_PLACED)
                .readsLast(PLACED_ADOPTION)
                .each(PLACED_ADOPTION, (row, child) -> {
                    List<Row> before = child.lastYear(PLACED_ADOPTION);
                    return Days.isBefore(row.date(DATE_PLACED), child.facts().start())
                            && (before.isEmpty() || Among.any(before, known -> !known.isDate(DATE_PLACED)));
                });
        book.error("560")
                .says(
                        "Last year's return has a decision to place the child for adoption that was not given up, and this year's gives"
                                + " another date. Give the decision the date that it had.")
                .at(DATE_PLACED, DATE_PLACED_CEASED)
                .reads(PLACED_ADOPTION)
                .readsLast(PLACED_ADOPTION)
                // Last year's decision has only to be among this year's: a second one may have been made since.
                .child((child, report) -> {
                    List<Row> decisions = child.rows(PLACED_ADOPTION);
                    for (Row before : child.lastYear(PLACED_ADOPTION)) {
                        boolean lasts = before.isFilled(DATE_PLACED) && before.isBlank(DATE_PLACED_CEASED);
                        if (lasts && Among.none(decisions, row -> SameDay.is(row, before, DATE_PLACED))) {
                            decisions.forEach(report::row);
                        }
                    }
                });
        book.error("561")
                .says(
                        "This decision to place the child for adoption is the one that last year's return shows as given up. Remove it, or"
                                + " give the date of the new decision.")
                .at(DATE_PLACED)
                .readsLast(PLACED_ADOPTION)
                .each(
                        PLACED_ADOPTION,
                        (row, child) -> Among.any(
                                child.lastYear(PLACED_ADOPTION),
                                before -> isGivenUp(before) && SameDay.is(row, before, DATE_PLACED)));
        book.error("562")
                .says(
                        "The child's first episode began before this year, but is not the one that was last in last year's return. Give it"
                                + " the same DECOM as there.")
                .at(DECOM)
                .reads(EPISODES)
                .readsLast(EPISODES)
                .child(NamedChild.only((child, report) -> {
                    Row first = ChildFile.earliest(child.rows(EPISODES), DECOM, row -> true);
                    if (first == null
                            || !Days.isBefore(first.date(DECOM), child.facts().start())) {
                        return;
                    }
                    Row last = ChildFile.latest(child.lastYear(EPISODES), DECOM, row -> true);
                    if (last == null || !Days.isSame(last.date(DECOM), first.date(DECOM))) {
                        report.row(first);
                    }
                }));
    }
}
