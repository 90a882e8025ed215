package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.*;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.AD1;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.DOLO;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.HEADER;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.OC3;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Row;

/** Rules 601 to 635, on adoptions, mothers and earlier permanence, and 700 and 701, on orders to deprive a child of liberty. */
final class Rules601 {
    private static final String MOTHER_BUT_NOT_SAID =
            "The girl ceased to be looked after in the year, but it is not said whether she is"
                    + " a mother. Give 1 (yes) or 0 (no) in MOTHER.";
    private static final String CHILD_BUT_NO_MOTHER =
            "A date of birth of the girl's first child is given, but she is not recorded as a"
                    + " mother. Correct MOTHER, or leave MC_DOB blank.";

    private static final int YOUNGEST_MOTHER = 11;

    /** Previous permanence is asked of children who began to be looked after from this day. */
    private static final LocalDate PERMANENCE_SINCE = LocalDate.of(2016, 4, 1);

    private Rules601() {}

    static void addTo(RuleBook book) {
        addAdoptions(book);
        addMothers(book);
        addMothersAndTime(book);
        addPermanence(book);
        addLibertyOrders(book);
    }

    private static void addAdoptions(RuleBook book) {
        book.error("601")
                .says(
                        "The child was adopted in the year, but details of the adoption are missing. Fill in every field of the adoption"
                                + " (AD1).")
                .at(REC, DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR)
                .reads(EPISODES, AD1)
                // A child without any row of details lacks them all.
                .child((child, report) -> {
                    List<Row> details = child.rows(AD1);
                    for (Row episode : child.rows(EPISODES)) {
                        if (!Adoption.isAdoptedInYear(episode, child.facts())) {
                            continue;
                        }
                        if (details.isEmpty()) {
                            report.row(episode);
                        }
                        for (Row adoption : details) {
                            if (!Adoption.hasEveryDetail(adoption)) {
                                report.rows(episode, adoption);
                            }
                        }
                    }
                });
        book.error("602")
                .says(
                        "Details of an adoption are given, but no episode shows that the child was adopted in the year. Remove them, or end"
                                + " the last episode with E11 or E12.")
                .at(CHILD)
                .reads(EPISODES)
                .each(
                        AD1,
                        (row, child) -> Adoption.hasAnyDetail(row)
                                && Among.none(
                                        child.rows(EPISODES),
                                        episode -> Adoption.isAdoptedInYear(episode, child.facts())));
    }

    private static void addMothers(RuleBook book) {
        book.error("607")
                .until(2024)
                .says(MOTHER_BUT_NOT_SAID)
                .at(DEC, REC, MOTHER, LS, SEX)
                .reads(EPISODES, HEADER)
                .child((child, report) -> reportLeftWithoutMother(child, "2", report));
        book.error("607")
                .from(2025)
                .says(MOTHER_BUT_NOT_SAID)
                .at(DEC, REC, MOTHER, LS, SEX)
                .reads(EPISODES, HEADER)
                .child((child, report) -> reportLeftWithoutMother(child, "F", report));
        book.error("611")
                .says("The child is a mother, but the date of birth of her first child is blank. Fill in MC_DOB.")
                .at(MOTHER, MC_DOB)
                .each(HEADER, row -> row.is(MOTHER, "1") && row.isBlank(MC_DOB));
        book.error("612")
                .until(2024)
                .says(CHILD_BUT_NO_MOTHER)
                .at(SEX, MOTHER, MC_DOB)
                .each(HEADER, row -> row.is(SEX, "2") && isChildOfNoMother(row));
        book.error("612")
                .from(2025)
                .says(CHILD_BUT_NO_MOTHER)
                .at(SEX, MOTHER, MC_DOB)
                .each(HEADER, row -> row.is(SEX, "F") && isChildOfNoMother(row));
    }

    private static void reportLeftWithoutMother(ChildFile child, String female, Report report) {
        for (Row header : child.rows(HEADER)) {
            if (!header.is(SEX, female) || header.isFilled(MOTHER)) {
                continue;
            }
            for (Row episode : child.rows(EPISODES)) {
                ReturnFacts facts = child.facts();
                if (Days.isWithin(episode.date(DEC), facts.start(), facts.end())
                        && episode.isFilled(REC)
                        && !episode.is(REC, "X1")
                        && !ChildFile.isRespite(episode)) {
                    report.rows(episode, header);
                }
            }
        }
    }

    private static boolean isChildOfNoMother(Row header) {
        return header.isFilled(MC_DOB) && (header.isBlank(MOTHER) || header.is(MOTHER, "0"));
    }

    private static void addMothersAndTime(RuleBook book) {
        book.error("620")
                .says(
                        "The child is recorded as a mother but was under 11 at the start of the year. Correct MOTHER or the date of birth.")
                .at(DOB, MOTHER)
                .each(
                        HEADER,
                        (row, child) -> row.is(MOTHER, "1")
                                && Days.isAfter(
                                        Days.birthday(row.date(DOB), YOUNGEST_MOTHER),
                                        child.facts().start()));
        book.error("621")
                .says(
                        "The mother was not born before her child. Correct her date of birth (DOB) or that of her child (MC_DOB).")
                .at(DOB, MC_DOB)
                .each(HEADER, row -> Days.isUpTo(row.date(MC_DOB), row.date(DOB)));
        book.error("624")
                .says(
                        "Last year's return has another date of birth of the mother's first child. Give the same MC_DOB, or amend last"
                                + " year's return.")
                .at(MC_DOB)
                .readsLast(HEADER)
                .each(
                        HEADER,
                        (row, child) -> !(row.isBlank(MC_DOB) && isCareLeaverOnly(child))
                                && Among.any(
                                        child.lastYear(HEADER),
                                        before -> before.isFilled(MC_DOB) && !SameDay.is(row, before, MC_DOB)));
        book.error("625")
                .says(
                        "The mother's first child was born after the end of the year, or after she ceased to be looked after. Correct MC_DOB,"
                                + " or leave it and MOTHER for the next return.")
                .at(MC_DOB, DEC)
                .reads(EPISODES, HEADER)
                .child(NamedChild.only(Rules601::reportBornTooLate));
        book.error("626")
                .says(
                        "The child became a mother before this year, but last year's return says that she was none. Correct MC_DOB, or amend"
                                + " last year's return.")
                .at(MOTHER, MC_DOB)
                .readsLast(HEADER)
                .each(
                        HEADER,
                        (row, child) -> row.is(MOTHER, "1")
                                && Days.isBefore(row.date(MC_DOB), child.facts().start())
                                && Among.any(child.lastYear(HEADER), before -> before.is(MOTHER, "0")));
        book.error("628")
                .says(
                        "The young person was not looked after in the year, so it is not asked whether she is a mother. Leave MOTHER blank.")
                .at(MOTHER)
                .reads(EPISODES, OC3)
                .each(
                        HEADER,
                        (row, child) -> row.isFilled(MOTHER)
                                && child.rows(EPISODES).isEmpty()
                                && Among.any(child.rows(OC3), leaver -> leaver.isAnyFilled(IN_TOUCH, ACTIV, ACCOM)));
    }

    /** Of her the return may not say whether she is a mother (628, 612). */
    private static boolean isCareLeaverOnly(ChildFile child) {
        return child.rows(EPISODES).isEmpty() && !child.rows(OC3).isEmpty();
    }

    /** The end of care counts only for a child who has left it; the end of the year counts for every child. */
    private static void reportBornTooLate(ChildFile child, Report report) {
        Row ended = ChildFile.latest(child.rows(EPISODES), DEC, row -> true);
        LocalDate left =
                ended == null || ended.is(REC, "X1") || Among.any(child.rows(EPISODES), episode -> episode.isBlank(DEC))
                        ? null
                        : ended.date(DEC);
        for (Row header : child.rows(HEADER)) {
            LocalDate born = header.date(MC_DOB);
            if (Days.isAfter(born, child.facts().end()) || Days.isAfter(born, left)) {
                report.rows(header, ended);
            }
        }
    }

    private static void addPermanence(RuleBook book) {
        book.error("630")
                .says(
                        "The child began to be looked after in the year, but earlier permanence is not told in full. Give PREV_PERM and,"
                                + " unless it is Z1 (none), LA_PERM and DATE_PERM.")
                .at(RNE)
                .reads(Ssda903Table.PREV_PERM)
                .each(
                        EPISODES,
                        (episode, child) -> episode.is(RNE, "S")
                                && Days.isFrom(
                                        episode.date(DECOM), child.facts().start())
                                && isPermanenceUntold(child));
        book.error("631")
                .says(
                        "The code of earlier permanence is none that there is. Give P1, P2, P3, P4 or Z1 (none) in PREV_PERM.")
                .at(PREV_PERM)
                .each(
                        Ssda903Table.PREV_PERM,
                        row -> row.isFilled(PREV_PERM) && !row.isOneOf(PREV_PERM, "P1", "P2", "P3", "P4", "Z1"));
        book.error("632")
                .says(
                        "The date of the earlier permanence order is no date, or not before the child began to be looked after. Correct"
                                + " DATE_PERM; write ZZ for a day or month that is not known.")
                .at(DATE_PERM, DECOM)
                .reads(EPISODES, Ssda903Table.PREV_PERM)
                .child(NamedChild.only(Rules601::reportOrderNotBeforeCare));
        book.error("633")
                .says(
                        "The authority of the earlier permanence order is none that there is. Give its three-digit number, WAL, SCO, NIR,"
                                + " NUK, or 999 if it is not known.")
                .at(LA_PERM)
                .each(
                        Ssda903Table.PREV_PERM,
                        row -> row.isFilled(LA_PERM) && !row.isOneOf(LA_PERM, Authorities.codes()));
        book.error("634")
                .says(
                        "Earlier permanence is asked only of children who began an episode on or after 1 April 2016, and this child did not."
                                + " Remove the row of earlier permanence, or correct the episodes.")
                .at(LA_PERM, PREV_PERM, DATE_PERM, DECOM)
                .reads(EPISODES, Ssda903Table.PREV_PERM)
                .child((child, report) -> {
                    List<Row> episodes = child.rows(EPISODES);
                    Row latest = ChildFile.latest(episodes, DECOM, row -> true);
                    if (latest == null || !Days.isBefore(latest.date(DECOM), PERMANENCE_SINCE)) {
                        return;
                    }
                    for (Row order : child.rows(Ssda903Table.PREV_PERM)) {
                        if (order.isAnyFilled(PREV_PERM, LA_PERM, DATE_PERM)) {
                            report.row(order);
                            episodes.forEach(report::row);
                        }
                    }
                });
        book.error("635")
                .says(
                        "There was no earlier permanence (Z1), yet the authority or the date of an order is given. Leave LA_PERM and DATE_PERM"
                                + " blank, or correct PREV_PERM.")
                .at(LA_PERM, DATE_PERM, PREV_PERM)
                .each(Ssda903Table.PREV_PERM, row -> row.is(PREV_PERM, "Z1") && row.isAnyFilled(LA_PERM, DATE_PERM));
    }

    private static boolean isPermanenceUntold(ChildFile child) {
        List<Row> orders = child.rows(Ssda903Table.PREV_PERM);
        return orders.isEmpty()
                || Among.any(
                        orders,
                        row -> row.isBlank(PREV_PERM)
                                || (!row.is(PREV_PERM, "Z1") && !row.isAllFilled(LA_PERM, DATE_PERM)));
    }

    private static void reportOrderNotBeforeCare(ChildFile child, Report report) {
        Row first = ChildFile.earliest(child.rows(EPISODES), DECOM, row -> true);
        if (first == null) {
            return;
        }
        for (Row order : child.rows(Ssda903Table.PREV_PERM)) {
            String text = order.text(DATE_PERM);
            if (text == null) {
                continue;
            }
            LocalDate made = PartDate.read(text);
            if (made == null || Days.isFrom(made, first.date(DECOM))) {
                report.rows(first, order);
            }
        }
    }

    private static void addLibertyOrders(RuleBook book) {
        book.error("700")
                .from(2027)
                .says(
                        "The order to deprive the child of liberty has no start, or one that is no date. Give DOLO_START as day, month and"
                                + " year.")
                .at(DOLO_START)
                .each(DOLO, row -> !row.isDate(DOLO_START));
        book.error("701")
                .from(2027)
                .says(
                        "The end of the order to deprive the child of liberty is no date. Give DOLO_END as day, month and year, or leave it"
                                + " blank while the order lasts.")
                .at(DOLO_END)
                .each(DOLO, row -> row.isBadDate(DOLO_END));
    }
}
