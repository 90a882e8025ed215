package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.*;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.HEADER;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.REVIEWS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Need;
import org.goldenthread.returns.check.Row;

/** Rules 406 to 446. */
final class Rules406 {
    private static final Set<String> GUARDIANSHIP = Set.of("E45", "E46", "E47", "E48");
    private static final Set<String> CARE_CEASED = Set.of(
            "E2", "E3", "E4A", "E4B", "E5", "E6", "E7", "E8", "E9", "E11", "E12", "E13", "E14", "E15", "E16", "E17",
            "E41", "E45", "E46", "E47", "E48");
    private static final Set<String> NO_NUMBER = Set.of("UN1", "UN2", "UN3", "UN4", "UN5");
    private static final Set<String> AT_FOUR_OR_OLDER = Set.of("PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7");
    private static final List<Field> PLACEMENT = List.of(PLACE, PL_POST, URN, PLACE_PROVIDER);
    /** Placement orders took the place of freeing orders at the end of 2005; both days are the department's. */
    private static final LocalDate LAST_FREEING = LocalDate.of(2005, 12, 31);

    private static final LocalDate FIRST_PLACEMENT_ORDER = LocalDate.of(2005, 12, 1);

    private Rules406() {}

    static void addTo(RuleBook book) {
        addPlacements(book);
        addLegalStatus(book);
        addBeginnings(book);
        addUnchanged(book);
        addEndings(book);
        addReviews(book);
        addPupilNumbers(book);
        addOrders(book);
    }

    private static void addPlacements(RuleBook book) {
        book.error("406")
                .says(
                        "The distance from home is told of a child who is or was an unaccompanied asylum-seeking child. Take"
                                + " the home postcode out, or correct the status.")
                .at(PL_DISTANCE)
                .needs(Need.POSTCODES)
                .each(EPISODES, (row, child) -> row.isFilled(PL_DISTANCE) && Unaccompanied.isOrWas(child));
        book.error("407")
                .says(
                        "Care ends with special guardianship (E45 to E48) at 18 or older, when there can be none. Check the"
                                + " date of birth, the end of the episode and the reason.")
                .at(DEC, DOB, REC)
                .reads(EPISODES, HEADER)
                .child(Pairs.reportBoth(
                        EPISODES,
                        HEADER,
                        (episode, header) -> episode.isOneOf(REC, GUARDIANSHIP)
                                && Days.isFrom(episode.date(DEC), Days.birthday(header.date(DOB), 18))));
        book.error("408")
                .says(
                        "The child is placed for adoption with a placement order (A5 or A6), but the legal status is not that"
                                + " of one (E1). Correct the placement type or the legal status.")
                .at(PLACE, LS)
                .each(EPISODES, row -> row.isOneOf(PLACE, "A5", "A6") && !row.is(LS, "E1"));
        book.error("411")
                .says("The placement is shown as within your authority, but its postcode lies in another. Correct the"
                        + " location or the postcode.")
                .at(PL_LOCATION)
                .needs(Need.POSTCODES, Need.AUTHORITY)
                .each(
                        EPISODES,
                        (row, child) -> row.is(PL_LOCATION, "IN")
                                && !Objects.equals(
                                        row.text(PL_LA), child.facts().authority()));
    }

    private static void addLegalStatus(RuleBook book) {
        book.error("420")
                .says(
                        "A short break (V3 or V4) has a placement postcode, for which none is wanted. Take the postcode out,"
                                + " or correct the legal status.")
                .at(PL_LA)
                .needs(Need.POSTCODES)
                .each(EPISODES, row -> ChildFile.isRespite(row) && row.isFilled(PL_LA));
        book.error("426")
                .says("The child has short breaks of both kinds (V3 and V4) in one year. Use one of the two for all of"
                        + " them.")
                .at(LS)
                .reads(EPISODES)
                .child((child, report) -> {
                    List<Row> episodes = child.rows(EPISODES);
                    if (!child.id().isEmpty()
                            && Among.any(episodes, row -> row.is(LS, "V3"))
                            && Among.any(episodes, row -> row.is(LS, "V4"))) {
                        Among.filter(episodes, ChildFile::isRespite).forEach(report::row);
                    }
                });
    }

    private static void addBeginnings(RuleBook book) {
        book.error("431")
                .says(
                        "The episode begins a new time in care (S) on or before the day on which the episode before it ended."
                                + " Correct the reason for the new episode or the dates.")
                .at(RNE, DECOM)
                .reads(EPISODES)
                .child(EpisodeOrder.later(
                        (before, row) -> row.is(RNE, "S") && Days.isUpTo(row.date(DECOM), before.date(DEC))));
        book.error("432")
                .says(
                        "Care had ended with the episode before, so this one begins a new time in care and needs the reason"
                                + " S. Correct it, or how the episode before ended.")
                .at(RNE)
                .reads(EPISODES)
                .child(EpisodeOrder.later((before, row) -> before.isOneOf(REC, CARE_CEASED) && !row.is(RNE, "S")));
        book.error("433")
                .says(
                        "The episode goes on from the one before (P, L, T, U or B) but does not begin on the day on which that"
                                + " ended. Correct the dates or the reason for the new episode.")
                .at(RNE, DECOM)
                .reads(EPISODES)
                // The first in order has nothing to go on from in this year's return, wherever it is in the file.
                .child(EpisodeOrder.laterByEndToo((before, row) ->
                        row.isOneOf(RNE, "P", "L", "T", "U", "B") && !Days.isSame(row.date(DECOM), before.date(DEC))));
    }

    /** A blank beside a blank is unchanged, save that after a change of legal status a blank says nothing of it, which other rules tell. */
    private static void addUnchanged(RuleBook book) {
        book.error("434")
                .says(
                        "The reason for the new episode is a change of legal status alone (L), but the legal status is as"
                                + " before or something of the placement is not. Correct the reason, the status or the placement.")
                .at(RNE, LS, PLACE, PL_POST, URN, PLACE_PROVIDER)
                .reads(EPISODES)
                .child(EpisodeOrder.later((before, row) -> row.is(RNE, "L")
                        && ((row.isFilled(LS) && isSame(before, row, LS)) || !isPlacementSame(before, row))));
        book.error("435")
                .says(
                        "The reason for the new episode is a change of placement or carer alone (P or T), but the legal status"
                                + " is not as before or nothing of the placement has changed. Correct the reason, the status or"
                                + " the placement.")
                .at(LS, PLACE, PL_POST, URN, PLACE_PROVIDER)
                .reads(EPISODES)
                .child(EpisodeOrder.later((before, row) ->
                        row.isOneOf(RNE, "P", "T") && (!isSame(before, row, LS) || isPlacementSame(before, row))));
        book.error("436")
                .says(
                        "The reason for the new episode is a change of both legal status and placement or carer (U or B), but"
                                + " one of them is as before. Correct the reason, the status or the placement.")
                .at(RNE, LS, PLACE, PL_POST, URN, PLACE_PROVIDER)
                .reads(EPISODES)
                .child(EpisodeOrder.later((before, row) ->
                        row.isOneOf(RNE, "U", "B") && (isSame(before, row, LS) || isPlacementSame(before, row))));
    }

    private static boolean isSame(Row before, Row row, Field field) {
        return Objects.equals(before.text(field), row.text(field));
    }

    private static boolean isPlacementSame(Row before, Row row) {
        return Among.all(PLACEMENT, field -> isSame(before, row, field));
    }

    private static void addEndings(RuleBook book) {
        book.error("437")
                .says(
                        "The child has died (E2) or turned 18 (E15) by this episode's end, yet another follows. Correct how"
                                + " this one ended, or take out what follows.")
                .at(REC)
                .reads(EPISODES)
                .child((child, report) -> {
                    List<Row> ordered = child.episodes();
                    for (int place = 0; place < ordered.size() - 1; place++) {
                        Row row = ordered.get(place);
                        if (row.isOneOf(REC, "E2", "E15")
                                && row.isDate(DECOM)
                                && !child.id().isEmpty()) {
                            report.row(row);
                        }
                    }
                });
    }

    private static void addReviews(RuleBook book) {
        book.error("440")
                .says(
                        "The review is shown as that of a child under 4 (PN0), but the child was 4 or older. Give how the child"
                                + " took part (PN1 to PN7), or correct a date.")
                .at(DOB, REVIEW, REVIEW_CODE)
                .each(
                        REVIEWS,
                        row -> row.is(REVIEW_CODE, "PN0")
                                && Days.isFrom(row.date(REVIEW), Days.birthday(row.date(DOB), 4)));
        book.error("441")
                .says(
                        "How the child took part in the review (PN1 to PN7) is told of a child under 4. Use PN0, or correct a"
                                + " date.")
                .at(DOB, REVIEW, REVIEW_CODE)
                .each(
                        REVIEWS,
                        row -> row.isOneOf(REVIEW_CODE, AT_FOUR_OR_OLDER)
                                && Days.isBefore(row.date(REVIEW), Days.birthday(row.date(DOB), 4)));
    }

    private static void addPupilNumbers(RuleBook book) {
        book.error("442")
                .says("The unique pupil number is missing. Give it, or the code (UN1 to UN5) of why there is none.")
                .at(UPN)
                .reads(EPISODES)
                .each(
                        HEADER,
                        (row, child) -> row.isBlank(UPN)
                                && Among.any(child.rows(EPISODES), episode -> !ChildFile.isRespite(episode)));
        book.error("444")
                .from(2026)
                .says(
                        "The same unique pupil number is given more than once. Find out whose it is, and whether a child is in"
                                + " the return twice.")
                .at(UPN)
                .reads(HEADER)
                .whole((children, report) -> {
                    Map<String, List<Row>> holders = new HashMap<>();
                    for (ChildFile child : children) {
                        for (Row row : child.rows(HEADER)) {
                            if (row.isFilled(UPN) && !row.isOneOf(UPN, NO_NUMBER)) {
                                holders.computeIfAbsent(row.textOrEmpty(UPN), any -> new ArrayList<>(1))
                                        .add(row);
                            }
                        }
                    }
                    Among.filter(holders.values(), rows -> rows.size() > 1).forEach(rows -> rows.forEach(report::row));
                });
    }

    private static void addOrders(RuleBook book) {
        book.error("445")
                .until(2024)
                .says(
                        "A freeing order (D1) begins after 31 December 2005, when none could be made any more. Correct the"
                                + " legal status or the start of the episode.")
                .at(LS, DECOM)
                .each(EPISODES, row -> row.is(LS, "D1") && Days.isAfter(row.date(DECOM), LAST_FREEING));
        book.error("446")
                .says("A placement order (E1) begins before 1 December 2005, when there was none yet. Correct the legal"
                        + " status or the start of the episode.")
                .at(LS, DECOM)
                .each(EPISODES, row -> row.is(LS, "E1") && Days.isBefore(row.date(DECOM), FIRST_PLACEMENT_ORDER));
    }
}
