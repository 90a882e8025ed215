package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.ACCOM;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.ACTIV;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.CHILD;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DATE_PLACED;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DEC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DECOM;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DOB;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DUC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.IN_TOUCH;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.LS;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.MIS_END;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.MIS_START;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.PLACE;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.PLACE_PROVIDER;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.PL_LA;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.REASON_PLACE_CHANGE;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.REC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.RNE;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.AD1;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.HEADER;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.OC2;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.OC3;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.PLACED_ADOPTION;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.PREV_PERM;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.REVIEWS;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Need;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/** Rules 1000 to 1016 and 3001: care leavers, and what the department added to the older rules. */
final class Rules1000 {
    private static final Set<String> CHANGE_REASONS = Set.of(
            "CARPL", "CLOSE", "ALLEG", "STAND", "APPRR", "CREQB", "CREQO", "CHILD", "LAREQ", "PLACE", "CUSTOD",
            "OTHER");
    /** Placements with foster carers or for adoption, which an authority may have anywhere. */
    private static final Set<String> FAMILY_PLACES = Set.of("A3", "A4", "A5", "A6", "U1", "U2", "U3", "U4", "U5", "U6");

    private static final Predicate<Row> ANY = row -> true;

    private Rules1000() {}

    static void addTo(RuleBook book) {
        addFormerCare(book);
        addForms(book);
        addBirthdays(book);
        addOwnProvision(book);
        addOthers(book);
    }

    private static void addFormerCare(RuleBook book) {
        book.error("1000")
                .says(
                        "Care leaver information is given for a child whose episodes say that the child died in care. Remove the"
                                + " care leaver row, or correct the reason the episode ceased.")
                .at(IN_TOUCH, ACTIV, ACCOM)
                .reads(EPISODES)
                .each(
                        OC3,
                        (row, child) -> !child.id().isEmpty()
                                && (hasDied(child.rows(EPISODES)) || hasDied(child.lastYear(EPISODES))));
        book.error("1001")
                .says(
                        "The episodes of this year and last do not make this young person a care leaver: at least 13 weeks of"
                                + " care since 14, some of it since 16, and no adoption. Remove the care leaver row, or confirm that"
                                + " the care was earlier.")
                .at(IN_TOUCH, ACTIV, ACCOM)
                .reads(EPISODES, OC3, HEADER)
                .readsLast(EPISODES)
                .whole(Rules1000::reportNoCareLeavers);
        book.error("1002")
                .says(
                        "Care leaver information is given for a young person without an episode in this year's return or last"
                                + " year's. Remove the care leaver row, or confirm that the care was earlier.")
                .at(IN_TOUCH, ACTIV, ACCOM)
                .reads(EPISODES)
                .readsLast(EPISODES)
                .each(
                        OC3,
                        // Of those who were 16 before last year began, the care may lie before it.
                        (row, child) -> child.id().isEmpty()
                                || (child.rows(EPISODES).isEmpty()
                                        && child.lastYear(EPISODES).isEmpty()
                                        && !CareSinceFourteen.mayHaveLeftBefore(
                                                row.isDate(DOB) ? row.date(DOB) : child.born(),
                                                child.facts().lastStart())));
        book.error("1010")
                .says(
                        "Care leaver information is given for a young person who was looked after at the end of last year and"
                                + " has no episode this year. Add this year's episodes, or the end of last year's.")
                .at(IN_TOUCH, ACTIV, ACCOM)
                .reads(EPISODES)
                .readsLast(EPISODES)
                .each(OC3, (row, child) -> {
                    // The last in the file of those that began last, where other rules take the first.
                    Row last = ChildFile.latest(child.lastYear(EPISODES).reversed(), DECOM, ANY);
                    return !child.id().isEmpty() && child.rows(EPISODES).isEmpty() && last != null && last.isBlank(DEC);
                });
        book.error("1011")
                .says(
                        "Care leaver information is given for a young person whose care moved to another authority, which will"
                                + " give it. Remove the care leaver row, or correct the reason the last episode ceased.")
                .at(IN_TOUCH, ACTIV, ACCOM)
                .reads(EPISODES)
                .each(OC3, (row, child) -> {
                    Row last = ChildFile.latest(child.rows(EPISODES), DECOM, ANY);
                    return !child.id().isEmpty() && last != null && last.is(REC, "E3") && hasLeaverInformation(row);
                });
    }

    private static boolean hasDied(List<Row> episodes) {
        return Among.any(episodes, episode -> episode.is(REC, "E2"));
    }

    private static boolean hasLeaverInformation(Row row) {
        return row.isAnyFilled(IN_TOUCH, ACTIV, ACCOM);
    }

    /** A table without rows counts as none here, and without one child whose care can be counted nobody is judged. */
    private static void reportNoCareLeavers(Collection<ChildFile> children, Report report) {
        boolean judged = Among.any(children, child -> !child.rows(OC3).isEmpty())
                && Among.any(children, child -> !child.rows(EPISODES).isEmpty())
                && Among.any(children, child -> !child.lastYear(EPISODES).isEmpty())
                && Among.any(children, child -> !child.id().isEmpty() && new CareSinceFourteen(child).isKnown());
        if (!judged) {
            return;
        }
        for (ChildFile child : children) {
            List<Row> leavers = child.rows(OC3);
            if (!leavers.isEmpty() && (child.id().isEmpty() || new CareSinceFourteen(child).isNoCareLeaver())) {
                leavers.forEach(report::row);
            }
        }
    }

    private static void addForms(RuleBook book) {
        book.error("1004")
                .says(
                        "The date on which the child went missing or away is blank or is not a date. Give it as DD/MM/YYYY.")
                .at(MIS_START)
                .each(Ssda903Table.MISSING, row -> !row.isDate(MIS_START));
        book.error("1005")
                .says(
                        "The date on which the child's time missing or away ended is not a date. Give it as DD/MM/YYYY, or leave"
                                + " it blank if the child has not returned.")
                .at(MIS_END)
                .each(Ssda903Table.MISSING, row -> row.isBadDate(MIS_END));
        book.error("1006")
                .says("The code that says whether the child was missing or away is neither M nor A. Give one of them.")
                .at(Ssda903Field.MISSING)
                .each(
                        Ssda903Table.MISSING,
                        row -> row.isFilled(Ssda903Field.MISSING) && !row.isOneOf(Ssda903Field.MISSING, "M", "A"));
        book.error("1009")
                .says("The reason for the change of placement is not one of the codes. Correct the code.")
                .at(REASON_PLACE_CHANGE)
                .each(
                        EPISODES,
                        row -> row.isFilled(REASON_PLACE_CHANGE) && !row.isOneOf(REASON_PLACE_CHANGE, CHANGE_REASONS));
    }

    private static void addBirthdays(RuleBook book) {
        book.error("1007")
                .says(
                        "Care leaver information is given for a young person who was still looked after on the 17th or 18th"
                                + " birthday in the year. Remove the care leaver row, or correct the episodes.")
                .at(IN_TOUCH, ACTIV, ACCOM)
                .reads(EPISODES)
                .each(OC3, (row, child) -> {
                    LocalDate birthday = lastBirthday(row, child);
                    return birthday != null
                            && hasLeaverInformation(row)
                            && Among.any(child.rows(EPISODES), episode -> isLookedAfter(episode, birthday));
                });
        book.error("1016")
                .from(2024)
                .says(
                        "Care leaver information is given for a young person who ceased to be looked after on or after the 17th"
                                + " or 18th birthday, which was the last one. Remove the care leaver row, or correct the episodes.")
                .at(IN_TOUCH, ACTIV, ACCOM)
                .reads(EPISODES)
                .each(OC3, (row, child) -> {
                    LocalDate birthday = lastBirthday(row, child);
                    // Care that goes on in another episode (X1) has not ceased, which is what the department asks
                    // about.
                    return birthday != null
                            && hasLeaverInformation(row)
                            && Among.any(
                                    child.rows(EPISODES),
                                    episode -> Days.isFrom(episode.date(DEC), birthday) && !episode.is(REC, "X1"));
                });
        book.error("3001")
                .says(
                        "A young person whose 17th birthday was in the year is said to live with former foster carers, which is"
                                + " possible only from 18. Correct the accommodation.")
                .at(ACCOM)
                .reads(HEADER)
                .each(
                        OC3,
                        (row, child) -> row.isOneOf(ACCOM, "Z1", "Z2")
                                && !child.id().isEmpty()
                                && Days.isWithin(
                                        Days.birthday(child.born(), 17),
                                        child.facts().start(),
                                        child.facts().end()));
    }

    /** The 17th or 18th birthday of one who is 17 or 18 at the end of the year; else null. */
    private static @Nullable LocalDate lastBirthday(Row row, ChildFile child) {
        if (child.id().isEmpty()) {
            return null;
        }
        LocalDate born = row.date(DOB);
        LocalDate end = child.facts().end();
        if (Days.isUpTo(Days.birthday(born, 19), end)) {
            return null;
        }
        LocalDate eighteenth = Days.birthday(born, 18);
        if (Days.isUpTo(eighteenth, end)) {
            return eighteenth;
        }
        LocalDate seventeenth = Days.birthday(born, 17);
        return Days.isUpTo(seventeenth, end) ? seventeenth : null;
    }

    /** Whether the episode holds a day and the night after it; an open one does. */
    private static boolean isLookedAfter(Row episode, LocalDate day) {
        LocalDate ended = episode.date(DEC);
        return Days.isUpTo(episode.date(DECOM), day) && (ended == null || ended.isAfter(day));
    }

    private static void addOwnProvision(RuleBook book) {
        String message =
                "The placement is the authority's own provision, but its postcode is not in the authority or is not"
                        + " known. Correct the provider or the postcode, or confirm that the authority has provision elsewhere.";
        book.error("1015")
                .until(2025)
                .says(message)
                .at(PL_LA)
                .needs(Need.POSTCODES, Need.AUTHORITY)
                .each(EPISODES, Rules1000::isOwnProvisionElsewhere);
        // The list tells of no change, but the example for 2025-26 lets supported accommodation (K3) be elsewhere.
        book.error("1015")
                .from(2026)
                .says(message)
                .at(PL_LA)
                .needs(Need.POSTCODES, Need.AUTHORITY)
                .each(EPISODES, (row, child) -> !row.is(PLACE, "K3") && isOwnProvisionElsewhere(row, child));
    }

    private static boolean isOwnProvisionElsewhere(Row row, ChildFile child) {
        return row.is(PLACE_PROVIDER, "PR1")
                && row.isFilled(LS)
                && !ChildFile.isRespite(row)
                && row.isFilled(PLACE)
                && !row.isOneOf(PLACE, FAMILY_PLACES)
                && !row.textOrEmpty(PL_LA).equalsIgnoreCase(child.facts().authority());
    }

    private static void addOthers(RuleBook book) {
        book.error("1003")
                .says(
                        "The child was placed for adoption before starting to be looked after. Correct the date of placement or"
                                + " the start of the episode.")
                .at(DATE_PLACED, DECOM, RNE)
                .reads(EPISODES, PLACED_ADOPTION)
                .child((child, report) -> {
                    Row first = ChildFile.earliest(child.rows(EPISODES), DECOM, row -> row.is(RNE, "S"));
                    if (first == null || child.id().isEmpty()) {
                        return;
                    }
                    for (Row placed : child.rows(PLACED_ADOPTION)) {
                        if (Days.isBefore(placed.date(DATE_PLACED), first.date(DECOM))) {
                            report.rows(first, placed);
                        }
                    }
                });
        book.error("1008")
                .says(
                        "Ofsted's list of providers does not have the URN of the placement. Correct it, or give XXXXXXX where the"
                                + " placement needs none.")
                .at(Ssda903Field.URN)
                .needs(Need.PROVIDERS)
                .each(EPISODES, (row, child) -> {
                    String urn = row.textOrEmpty(Ssda903Field.URN);
                    Providers providers = child.facts().providers();
                    return providers != null
                            && !urn.isEmpty()
                            && !urn.strip().equals(Providers.NO_URN)
                            && providers.list(urn).isEmpty();
                });
        // The department's text asks this of care leavers alone; the examples have it for every child.
        book.error("1012")
                .says(
                        "The return tells of this child but has no episode for the child. Add the episodes, or remove the row.")
                .at(CHILD)
                .reads(EPISODES)
                .child((child, report) -> {
                    if (!child.id().isEmpty() && !child.rows(EPISODES).isEmpty()) {
                        return;
                    }
                    for (Ssda903Table table :
                            List.of(PLACED_ADOPTION, Ssda903Table.MISSING, REVIEWS, AD1, PREV_PERM, OC2)) {
                        child.rows(table).forEach(report::row);
                    }
                });
        book.error("1014")
                .says("The return gives both care leaver information and a date from which the child is no longer an"
                        + " unaccompanied asylum-seeking child, though the child was not looked after in the year. Remove the"
                        + " row of the unaccompanied child, or correct the episodes.")
                .at(ACTIV, ACCOM, IN_TOUCH, DUC)
                .reads(EPISODES, Ssda903Table.UASC, OC3)
                .child((child, report) -> {
                    // A care leaver without any episode is the usual case and is meant as well.
                    List<Row> unaccompanied = child.rows(Ssda903Table.UASC);
                    if (child.id().isEmpty()
                            || unaccompanied.isEmpty()
                            || Among.any(child.rows(EPISODES), child::isInYear)) {
                        return;
                    }
                    for (Row leaver : child.rows(OC3)) {
                        if (hasLeaverInformation(leaver)) {
                            report.row(leaver);
                            unaccompanied.forEach(report::row);
                        }
                    }
                });
    }
}
