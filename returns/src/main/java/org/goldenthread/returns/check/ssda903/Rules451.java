package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.*;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.AD1;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.HEADER;

import java.util.Objects;
import java.util.Set;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Need;
import org.goldenthread.returns.check.Row;

/** Rules 451 to 516. */
final class Rules451 {
    private static final Set<String> FOSTERING = Set.of("U1", "U2", "U3", "U4", "U5", "U6");
    private static final Set<String> OTHER_PLACEMENTS = Set.of("Z11", "Z12", "Z13", "Z14");
    private static final long FARTHEST = 350 * Miles.ONE;
    /** Stands for a distance that nobody knows. */
    private static final long UNKNOWN = 9999 * Miles.TENTH;

    private Rules451() {}

    static void addTo(RuleBook book) {
        addEpisodes(book);
        addStartCarriedOver(book);
        addCarriedOver(book);
        addPlaceCarriedOver(book);
        addPostcodesCarriedOver(book);
        addNeedInCare(book);
        addAdopters(book);
    }

    private static void addEpisodes(RuleBook book) {
        book.error("451")
                .until(2024)
                .says("The child is still under a freeing order (D1), and none is in force any more. Correct the legal"
                        + " status, or give the end and its reason.")
                .at(DEC, REC, LS)
                .each(EPISODES, row -> row.is(LS, "D1") && row.isBlank(DEC) && row.isBlank(REC));
        book.error("454")
                .from(2026)
                .says("The placement is more than 350 miles from home. Check both postcodes.")
                .at(PL_DISTANCE)
                .needs(Need.POSTCODES)
                .each(EPISODES, row -> {
                    Long miles = Miles.of(row);
                    return miles != null && miles > FARTHEST && miles != UNKNOWN;
                });
        book.error("460")
                .says(
                        "The child is shown as staying with foster carers on turning 18 (E17), but was younger on that day."
                                + " Check the date of birth, the end of the episode and the reason.")
                .at(DEC, REC)
                .reads(EPISODES, HEADER)
                .child(Pairs.reportFirst(
                        EPISODES,
                        HEADER,
                        (episode, header) -> episode.is(REC, "E17")
                                && Days.isBefore(episode.date(DEC), Days.birthday(header.date(DOB), 18))));
        book.error("501")
                .says(
                        "The episode begins before the one before it ended. Correct the dates so that they do not overlap.")
                .at(DECOM, DEC)
                .reads(EPISODES)
                .child(EpisodeOrder.later((before, row) -> Days.isBefore(row.date(DECOM), before.date(DEC))));
        book.error("516")
                .says("A former foster carer became special guardian (E45 or E46), but the child was not in a foster"
                        + " placement (U1 to U6). Correct the placement type or the reason.")
                .at(REC, PLACE)
                .each(EPISODES, row -> row.isOneOf(REC, "E45", "E46") && !row.isOneOf(PLACE, FOSTERING));
    }

    private static void addStartCarriedOver(RuleBook book) {
        book.error("502")
                .says(
                        "Last year's return ended with an open episode, and this year's first does not begin on the same day."
                                + " Begin with that episode, with the start that it had.")
                .at(DECOM)
                .reads(EPISODES)
                .readsLast(EPISODES)
                // An earlier episode that was left open is a fault of last year's return, not a start to go on from.
                .child(CarriedOver.check(carried -> carried.last().isBlank(DEC)
                        && !Days.isSame(
                                carried.first().date(DECOM), carried.last().date(DECOM))));
    }

    private static void addCarriedOver(RuleBook book) {
        addSame(book, "503A", RNE, "reason for the new episode");
        addSame(book, "503B", LS, "legal status");
        addSame(book, "503C", CIN, "category of need");
        addSame(book, "503E", PLACE_PROVIDER, "placement provider");
        addNumberCarriedOver(book);
    }

    private static RuleBook.Draft sameAsLastYear(RuleBook.Draft draft, Field field, String what) {
        return draft.says("The " + what
                        + " of the child's first episode is not that of the episode which was open at the end"
                        + " of last year. Give the same, or correct last year's return.")
                .at(field)
                .reads(EPISODES)
                .readsLast(EPISODES);
    }

    private static void addSame(RuleBook book, String code, Field field, String what) {
        sameAsLastYear(book.error(code), field, what)
                .child(CarriedOver.check(carried -> carried.wasOpen() && carried.differs(field)));
    }

    private static void addNumberCarriedOver(RuleBook book) {
        String what = "unique reference number of the placement";
        CarriedOver.Condition differs = carried -> carried.wasOpen() && carried.differs(URN);
        sameAsLastYear(book.error("503F").until(2023), URN, what).child(CarriedOver.check(differs));
        // In 2023-24 semi-independent living got numbers: last year's return had to be without (222), this one with
        // (230).
        sameAsLastYear(book.error("503F").from(2024).until(2024), URN, what)
                .child(CarriedOver.check(carried -> differs.fails(carried)
                        && !(carried.last().is(PLACE, "H5")
                                && carried.first().is(PLACE, "H5")
                                && (carried.last().isBlank(URN)
                                        || carried.last().is(URN, Providers.NO_URN)))));
        sameAsLastYear(book.error("503F").from(2025), URN, what).child(CarriedOver.check(differs));
    }

    private static void addPlaceCarriedOver(RuleBook book) {
        String what = "placement type";
        sameAsLastYear(book.error("503D").until(2023), PLACE, what)
                .child(CarriedOver.check(carried -> carried.wasOpen() && carried.differs(PLACE)));
        sameAsLastYear(book.error("503D").from(2024).until(2025), PLACE, what)
                .child(CarriedOver.check(carried -> carried.wasOpen()
                        && carried.differs(PLACE)
                        && !(carried.last().is(PLACE, "H5") && carried.first().is(PLACE, "K3"))));
        sameAsLastYear(book.error("503D").from(2026).until(2026), PLACE, what)
                .child(CarriedOver.check(carried -> carried.wasOpen()
                        && carried.differs(PLACE)
                        && !(carried.last().is(PLACE, "Z1") && carried.first().isOneOf(PLACE, OTHER_PLACEMENTS))));
        sameAsLastYear(book.error("503D").from(2027), PLACE, what)
                .child(CarriedOver.check(carried -> carried.wasOpen() && carried.differs(PLACE)));
    }

    private static void addPostcodesCarriedOver(RuleBook book) {
        book.error("452")
                .says("The episode was open at the end of last year, but its placement lies in another authority now."
                        + " Correct the placement postcode, or begin a new episode.")
                .at(PL_LA)
                .reads(EPISODES)
                .readsLast(EPISODES)
                .needs(Need.POSTCODES)
                .child(CarriedOver.check(
                        carried -> carried.last().isBlank(DEC) && carried.agrees(RNE) && carried.differs(PL_LA)));
        book.error("453")
                .says(
                        "The episode was open at the end of last year, but the distance of its placement from home is another"
                                + " now. Correct the postcodes, or begin a new episode.")
                .at(PL_DISTANCE)
                .reads(EPISODES)
                .readsLast(EPISODES)
                .needs(Need.POSTCODES)
                .child(CarriedOver.check(
                        carried -> carried.wasOpen() && carried.agrees(RNE) && carried.differsInDistance()));
        sameAsLastYear(book.error("503G"), PL_DISTANCE, "distance from home")
                .needs(Need.POSTCODES)
                .child(CarriedOver.check(carried -> carried.wasOpen() && carried.differsInDistance()));
        sameAsLastYear(book.error("503H"), PL_LA, "authority of the placement")
                .needs(Need.POSTCODES)
                .child(CarriedOver.check(carried -> carried.wasOpen() && carried.differs(PL_LA)));
        sameAsLastYear(book.error("503J"), PL_LOCATION, "location (within your authority or outside)")
                .needs(Need.POSTCODES, Need.AUTHORITY)
                .child(CarriedOver.check(carried -> carried.wasOpen() && carried.differs(PL_LOCATION)));
    }

    private static void addNeedInCare(RuleBook book) {
        book.error("504")
                .says(
                        "The category of need is not that of the episode which this one goes on from; it stays as it was when"
                                + " the time in care began. Give the earlier one.")
                .at(CIN)
                .reads(EPISODES)
                .child(EpisodeOrder.later(Rules451::isNeedChanged));
    }

    private static boolean isNeedChanged(Row before, Row row) {
        return before.is(REC, "X1")
                && Days.isSame(before.date(DEC), row.date(DECOM))
                && !Objects.equals(before.text(CIN), row.text(CIN));
    }

    private static void addAdopters(RuleBook book) {
        book.error("511")
                .says(
                        "There are two adopters, but the sexes given are those of one (M1 or F1). Correct whichever is wrong.")
                .at(NB_ADOPTR, SEX_ADOPTR)
                .each(AD1, row -> row.is(NB_ADOPTR, "2") && row.isOneOf(SEX_ADOPTR, "M1", "F1"));
        book.error("514")
                .says("The adopter is single (L0), but the sexes given are not those of one person (M1 or F1). Correct"
                        + " whichever is wrong.")
                .at(LS_ADOPTR, SEX_ADOPTR)
                .each(AD1, row -> row.is(LS_ADOPTR, "L0") && !row.isOneOf(SEX_ADOPTR, "M1", "F1"));
    }
}
