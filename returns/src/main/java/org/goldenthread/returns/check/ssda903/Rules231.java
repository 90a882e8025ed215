package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.*;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.AD1;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.HEADER;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.OC3;

import java.util.Set;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Row;

/** Rules 231 to 348: birth, unaccompanied children, adoption and care leavers. */
final class Rules231 {
    private static final Set<String> ADOPTED = Set.of("E11", "E12");
    private static final Set<String> ADOPTED_EVER = Set.of("E1", "E11", "E12");
    private static final Set<String> WITH_PRESENT_CARER = Set.of("A2", "A3", "A5");
    private static final Set<String> WITH_OTHERS = Set.of("A1", "A4", "A6");
    private static final Set<String> FOSTER_OR_ADOPTION =
            Set.of("A3", "A4", "A5", "A6", "U1", "U2", "U3", "U4", "U5", "U6");

    private Rules231() {}

    static void addTo(RuleBook book) {
        addPeople(book);
        addReasonsForChange(book);
        addBirth(book);
        addUnaccompanied(book);
        addAdoptionDates(book);
        addAdoptionPlacements(book);
        addCareLeavers(book);
    }

    private static void addPeople(RuleBook book) {
        book.query("231")
                .from(2025)
                .says("The child is unaccompanied and under 11 at the end of the year, which is rare. Check the date of"
                        + " birth, and explain it if it is right.")
                .at(DOB, UASC)
                .each(
                        HEADER,
                        (row, child) -> row.is(UASC, "1")
                                && Days.isAfter(
                                        row.date(DOB), child.facts().end().minusYears(11)));
        book.query("232")
                .from(2025)
                .says("The child's sex is given as unknown (U). Check whether it can be given.")
                .at(SEX)
                .each(HEADER, row -> row.is(SEX, "U"));
    }

    private static void addReasonsForChange(RuleBook book) {
        book.error("233")
                .from(2026)
                .says(
                        "The episode is still open, yet has a reason for the change of placement. Remove the reason, or give"
                                + " the date on which the episode ended.")
                .at(REASON_PLACE_CHANGE, DEC)
                .each(EPISODES, row -> row.isBlank(DEC) && row.isFilled(REASON_PLACE_CHANGE));
        book.error("234")
                .from(2026)
                .says(
                        "A child under 10 at the start of the episode is shown as moving into custody (CUSTOD). Correct the"
                                + " reason for the change, the start of the episode or the date of birth.")
                .at(REASON_PLACE_CHANGE, DECOM, DOB)
                .reads(EPISODES, HEADER)
                // The episode that has the reason is shown, as it is what has to be corrected, whether or not the next
                // one is there.
                .child(Pairs.reportBoth(
                        EPISODES,
                        HEADER,
                        (episode, header) -> episode.is(REASON_PLACE_CHANGE, "CUSTOD")
                                && Days.isBefore(episode.date(DECOM), Days.birthday(header.date(DOB), 10))));
    }

    private static void addBirth(RuleBook book) {
        book.error("301")
                .says("The date of birth is after the end of the year. Correct it.")
                .at(DOB)
                .each(
                        HEADER,
                        (row, child) ->
                                Days.isAfter(row.date(DOB), child.facts().end()));
        book.error("302")
                .says(
                        "The child's first episode begins before the child was born. Correct the date of birth or the start of"
                                + " the episode.")
                .at(DECOM, DOB)
                .reads(EPISODES, HEADER)
                .child(NamedChild.only((child, report) -> {
                    Row first = ChildFile.earliest(child.rows(EPISODES), DECOM, any -> true);
                    for (Row header : child.rows(HEADER)) {
                        if (first != null && Days.isBefore(first.date(DECOM), header.date(DOB))) {
                            report.rows(first, header);
                        }
                    }
                }));
    }

    private static void addUnaccompanied(RuleBook book) {
        book.error("303")
                .says("There is a date on which the child ceased to be unaccompanied, but the child is not marked as"
                        + " unaccompanied. Set the mark to 1, or remove the date.")
                .at(DUC, UASC)
                .reads(Ssda903Table.UASC, HEADER)
                .child(Pairs.reportBoth(
                        Ssda903Table.UASC,
                        HEADER,
                        (unaccompanied, header) -> unaccompanied.isFilled(DUC) && !header.is(UASC, "1")));
        book.error("304")
                .says(
                        "The date on which the child ceased to be unaccompanied is after the 18th birthday. Correct it, or the"
                                + " date of birth.")
                .at(DUC, DOB)
                .each(Ssda903Table.UASC, row -> Days.isAfter(row.date(DUC), Days.birthday(row.date(DOB), 18)));
    }

    private static void addAdoptionDates(RuleBook book) {
        book.error("331")
                .says(
                        "The child was matched with adopters after the start of the episode that ended in adoption. Correct the"
                                + " date of the match or the episode.")
                .at(DATE_MATCH, DECOM, REC)
                .reads(AD1, EPISODES)
                .child(Pairs.reportBoth(
                        AD1,
                        EPISODES,
                        (adoption, episode) -> episode.isOneOf(REC, ADOPTED)
                                && Days.isAfter(adoption.date(DATE_MATCH), episode.date(DECOM))));
        book.error("333")
                .says(
                        "The child was matched with adopters, but the decision that the child should be placed for adoption is"
                                + " later or has no date. Correct the dates.")
                .at(DATE_INT, DATE_MATCH)
                .each(AD1, row -> row.isDate(DATE_MATCH) && !Days.isUpTo(row.date(DATE_INT), row.date(DATE_MATCH)));
        book.error("334")
                .says(
                        "The decision that the child should be placed for adoption is dated before the child's latest start of"
                                + " care. Correct the decision's date or the episode.")
                .at(DATE_INT, DECOM, RNE)
                .reads(AD1, EPISODES)
                .child(NamedChild.only((child, report) -> {
                    Row start = ChildFile.latest(child.rows(EPISODES), DECOM, row -> row.is(RNE, "S"));
                    for (Row adoption : child.rows(AD1)) {
                        if (start != null && Days.isBefore(adoption.date(DATE_INT), start.date(DECOM))) {
                            report.rows(start, adoption);
                        }
                    }
                }));
    }

    private static void addAdoptionPlacements(RuleBook book) {
        book.error("335")
                .says("Whether the adopters were the child's foster carers does not agree with the type of the last"
                        + " placement. Correct one or the other.")
                .at(PLACE, FOSTER_CARE, REC)
                .reads(AD1, EPISODES)
                .child(Pairs.reportBoth(
                        EPISODES,
                        AD1,
                        (episode, adoption) -> episode.isOneOf(REC, ADOPTED_EVER)
                                && ((episode.isOneOf(PLACE, WITH_PRESENT_CARER) && adoption.is(FOSTER_CARE, "0"))
                                        || (episode.isOneOf(PLACE, WITH_OTHERS) && adoption.is(FOSTER_CARE, "1")))));
        book.error("336")
                .says(
                        "The child is placed for adoption with the present foster carer (A3 or A5), but the placement before"
                                + " was with no foster carer. Correct the placement type of one or the other.")
                .at(PLACE)
                .reads(EPISODES)
                // A4 is adoption by others than the present carers: a foster placement before it is not to be expected.
                .child(EpisodeOrder.later(
                        (before, row) -> row.isOneOf(PLACE, "A3", "A5") && !before.isOneOf(PLACE, FOSTER_OR_ADOPTION)));
    }

    private static void addCareLeavers(RuleBook book) {
        book.error("344")
                .says(
                        "The care leaver has died or returned home (DIED, RHOM), so activity and accommodation have both to"
                                + " be 0. Set them to 0, or correct whether the council is in touch.")
                .at(IN_TOUCH, ACTIV, ACCOM)
                // A blank is no 0; the cases report it.
                .each(OC3, row -> row.isOneOf(IN_TOUCH, "DIED", "RHOM") && !(row.is(ACTIV, "0") && row.is(ACCOM, "0")));
        book.error("345")
                .says(
                        "The council is in touch with the care leaver (YES), but activity or accommodation is 0. Give what they"
                                + " are.")
                .at(IN_TOUCH, ACTIV, ACCOM)
                .each(OC3, row -> row.is(IN_TOUCH, "YES") && (row.is(ACTIV, "0") || row.is(ACCOM, "0")));
        book.error("347")
                .from(2024)
                .says("The care leaver is shown in a foyer (T1 or T2) but was under 18 when the year began. Correct the"
                        + " accommodation or the date of birth.")
                .at(ACCOM, DOB)
                .each(
                        OC3,
                        (row, child) -> row.isOneOf(ACCOM, "T1", "T2")
                                && Days.isAfter(
                                        Days.birthday(row.date(DOB), 18),
                                        child.facts().start()));
        book.error("348")
                .from(2026)
                .says("Last year's return has the care leaver as having died (DIED). Correct whichever year is wrong.")
                .at(IN_TOUCH)
                .reads(OC3)
                .readsLast(OC3)
                .child(Pairs.withLastYear(OC3, (now, last) -> last.is(IN_TOUCH, "DIED") && !now.is(IN_TOUCH, "DIED")));
    }
}
