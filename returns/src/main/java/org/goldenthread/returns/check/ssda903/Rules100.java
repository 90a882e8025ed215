package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.*;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.AD1;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.HEADER;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.OC3;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.PLACED_ADOPTION;

import java.time.LocalDate;
import java.util.Set;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Need;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/** Rules 100 to 139: what the header, adoption, decisions to place for adoption and care leavers' rows hold. */
final class Rules100 {
    private static final Set<String> ETHNIC_GROUPS = Set.of(
            "WBRI", "WIRI", "WOTH", "WIRT", "WROM", "MWBC", "MWBA", "MWAS", "MOTH", "AIND", "APKN", "ABAN", "AOTH",
            "BCRB", "BAFR", "BOTH", "CHNE", "OOTH", "REFU", "NOBT");
    private static final Set<String> REASONS_NOT_PLACED = Set.of("RD1", "RD2", "RD3", "RD4");
    private static final Set<String> IN_TOUCH_CODES = Set.of("YES", "NO", "DIED", "REFU", "NREQ", "RHOM");
    private static final Set<String> ACTIVITIES =
            Set.of("F1", "P1", "F2", "P2", "F4", "P4", "F5", "P5", "G4", "G5", "G6", "0");
    /** S and X are unsuitable by what they are, so that they have no S1 and X1. */
    private static final Set<String> ACCOMMODATION = Set.of(
            "B1", "B2", "C1", "C2", "D1", "D2", "E1", "E2", "G1", "G2", "H1", "H2", "K1", "K2", "R1", "R2", "S2", "T1",
            "T2", "U1", "U2", "V1", "V2", "W1", "W2", "X2", "Y1", "Y2", "Z1", "Z2", "0");

    private Rules100() {}

    static void addTo(RuleBook book) {
        addPeople(book);
        addAdoption(book);
        addDecisions(book);
        addEndsOfDecisions(book);
        addCareLeavers(book);
    }

    private static void addPeople(RuleBook book) {
        book.error("101")
                .until(2024)
                .says("The child's sex is not 1 (male) or 2 (female). Give one of them.")
                .at(SEX)
                .each(HEADER, row -> !row.isOneOf(SEX, "1", "2"));
        book.error("101")
                .from(2025)
                .says("The child's sex is not M (male), F (female) or U (unknown). Give one of them.")
                .at(SEX)
                .each(HEADER, row -> !row.isOneOf(SEX, "M", "F", "U"));
        book.error("102")
                .says("The date of birth is missing or is not a date. Give it as day/month/year.")
                .at(DOB)
                .each(HEADER, row -> !row.isDate(DOB));
        book.error("103")
                .says(
                        "The ethnic group is missing or is not one of the codes. Give one of them; NOBT is for one not yet known.")
                .at(ETHNIC)
                .each(HEADER, row -> !row.isOneOf(ETHNIC, ETHNIC_GROUPS));
        book.error("104")
                .says(
                        "The date on which the child's status as an unaccompanied asylum-seeking child ended is not a date, or is"
                                + " before this year. Correct it, or leave it blank while the status lasts.")
                .at(DUC)
                .each(
                        Ssda903Table.UASC,
                        (row, child) -> row.isBadDate(DUC)
                                || Days.isBefore(row.date(DUC), child.facts().start()));
        book.error("105")
                .says(
                        "It is not told whether the child is an unaccompanied asylum-seeking child. Give 0 for no or 1 for yes.")
                .at(Ssda903Field.UASC)
                .needs(Need.XML)
                .each(HEADER, row -> !WholeNumber.isBetween(row.text(Ssda903Field.UASC), 0, 1));
    }

    private static void addAdoption(RuleBook book) {
        book.error("112")
                .says(
                        "The day on which it was decided that the child should be adopted is not a date. Give it as day/month/year.")
                .at(DATE_INT)
                .each(AD1, row -> row.isBadDate(DATE_INT));
        book.error("113")
                .says("The day on which the child was matched with adopters is not a date. Give it as day/month/year.")
                .at(DATE_MATCH)
                .each(AD1, row -> row.isBadDate(DATE_MATCH));
        book.error("114")
                .says(
                        "Whether the adopters were the child's foster carers is told by neither 0 nor 1. Give 0 for no or 1 for yes.")
                .at(FOSTER_CARE)
                .each(AD1, row -> row.isFilled(FOSTER_CARE) && !row.isOneOf(FOSTER_CARE, "0", "1"));
    }

    private static void addDecisions(RuleBook book) {
        book.error("115")
                .says(
                        "The day of the decision to place the child for adoption is not a date. Give it as day/month/year.")
                .at(DATE_PLACED)
                .each(PLACED_ADOPTION, row -> row.isBadDate(DATE_PLACED));
        book.error("116")
                .says("The day on which adoption was no longer the plan is not a date. Give it as day/month/year.")
                .at(DATE_PLACED_CEASED)
                .each(PLACED_ADOPTION, row -> row.isBadDate(DATE_PLACED_CEASED));
        book.error("117")
                .says(
                        "The date placed for adoption, or the date on which that ended, is after the child's last episode or after"
                                + " the end of the year. Correct the date.")
                .at(DATE_PLACED, DATE_PLACED_CEASED, DEC, REC, DECOM)
                .reads(EPISODES, PLACED_ADOPTION)
                .child(Rules100::checkDecisionsAgainstLastEpisode);
        book.error("118")
                .says(
                        "Adoption stopped being the plan before this year, or before the child began to be looked after. Correct"
                                + " the date, or leave the decision out of this return.")
                .at(DATE_PLACED_CEASED, DECOM, LS)
                .reads(EPISODES, PLACED_ADOPTION)
                .child(Rules100::checkDecisionsAgainstFirstEpisode);
    }

    private static void checkDecisionsAgainstLastEpisode(ChildFile child, Report report) {
        Row newest = ChildFile.latest(child.rows(EPISODES), DECOM, row -> !row.is(REC, "X1"));
        if (newest == null || child.id().isEmpty()) {
            return;
        }
        LocalDate ended = newest.date(DEC);
        LocalDate end = child.facts().end();
        for (Row placed : child.rows(PLACED_ADOPTION)) {
            if (isLate(placed.date(DATE_PLACED), ended, end) || isLate(placed.date(DATE_PLACED_CEASED), ended, end)) {
                report.rows(newest, placed);
            }
        }
    }

    private static boolean isLate(@Nullable LocalDate day, @Nullable LocalDate ended, LocalDate end) {
        return Days.isAfter(day, end) || Days.isAfter(day, ended);
    }

    private static void checkDecisionsAgainstFirstEpisode(ChildFile child, Report report) {
        Row first = ChildFile.earliest(child.rows(EPISODES), DECOM, row -> !ChildFile.isRespite(row));
        if (first == null || child.id().isEmpty()) {
            return;
        }
        for (Row placed : child.rows(PLACED_ADOPTION)) {
            LocalDate ceased = placed.date(DATE_PLACED_CEASED);
            if (Days.isBefore(ceased, child.facts().start()) || Days.isBefore(ceased, first.date(DECOM))) {
                report.rows(first, placed);
            }
        }
    }

    private static void addEndsOfDecisions(RuleBook book) {
        book.error("119")
                .says(
                        "Of the day on which adoption was no longer the plan, and the reason, only one is given. Give both, or"
                                + " neither while it is the plan.")
                .at(REASON_PLACED_CEASED, DATE_PLACED_CEASED)
                .each(PLACED_ADOPTION, row -> row.isFilled(DATE_PLACED_CEASED) != row.isFilled(REASON_PLACED_CEASED));
        book.error("120")
                .says("The reason why adoption was no longer the plan is not one of RD1 to RD4. Give one of them.")
                .at(REASON_PLACED_CEASED)
                .each(
                        PLACED_ADOPTION,
                        row -> row.isFilled(REASON_PLACED_CEASED)
                                && !row.isOneOf(REASON_PLACED_CEASED, REASONS_NOT_PLACED));
    }

    private static void addCareLeavers(RuleBook book) {
        book.error("131")
                .says(
                        "Whether the authority is in touch with the young person is missing or is not one of the codes. Give one.")
                .at(IN_TOUCH)
                .each(OC3, row -> !row.isOneOf(IN_TOUCH, IN_TOUCH_CODES));
        book.error("132")
                .says(
                        "The young person's main activity is missing or is not one of the codes. Give one; 0 is for a young person"
                                + " the authority is not in touch with.")
                .at(ACTIV)
                .each(OC3, row -> !row.isOneOf(ACTIV, ACTIVITIES));
        book.error("133")
                .says(
                        "The young person's accommodation is missing or is not one of the codes. Give one; 0 is for a young person"
                                + " the authority is not in touch with.")
                .at(ACCOM)
                .each(OC3, row -> !row.isOneOf(ACCOM, ACCOMMODATION));
        book.error("134")
                .says(
                        "The child has both details of an adoption and those of a care leaver. One who is adopted is no care"
                                + " leaver: take out whichever is wrong.")
                .at(IN_TOUCH, ACTIV, ACCOM, DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR)
                .reads(OC3)
                .each(
                        AD1,
                        (row, child) -> !child.id().isEmpty()
                                && Answers.isAnyOfAdoption(row)
                                && Among.any(child.rows(OC3), Answers::isAnyOfCareLeaver));
    }
}
