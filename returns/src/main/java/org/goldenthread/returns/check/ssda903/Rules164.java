package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.*;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.AD1;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.HEADER;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.OC3;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.REVIEWS;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Need;
import org.goldenthread.returns.check.Row;

/** Rules 160 to 179: mothers, reviews, pupil numbers, adopters, and where children are placed and by whom. */
final class Rules164 {
    private static final long FARTHEST = 9999 * Miles.TENTH;
    private static final Set<String> TAKING_PART = Set.of("PN0", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7");
    /** The check letter is not worked out; the last place of a temporary number is a letter too. */
    private static final Pattern PUPIL_NUMBER = Pattern.compile("UN[1-5]|[A-Z&&[^IOS]][0-9]{11}[0-9A-Z]");

    private static final Set<String> PROVIDERS = Set.of("PR0", "PR1", "PR2", "PR3", "PR4", "PR5");
    private static final Set<String> WITHOUT_PROVIDER_TO_2025 = Set.of("T0", "T1", "T2", "T3", "T4", "Z1");
    private static final Set<String> WITHOUT_PROVIDER_FROM_2026 =
            Set.of("T0", "T1", "T2", "T3", "Z11", "Z12", "Z13", "Z14");

    private Rules164() {}

    static void addTo(RuleBook book) {
        addMothers(book);
        addReviews(book);
        addAreas(book);
        addParents(book);
        addProviders(book);
    }

    private static void addMothers(RuleBook book) {
        book.error("164")
                .says("The distance of the placement from home is not between 0 and 999.9 miles. Check both postcodes.")
                .at(PL_DISTANCE)
                .needs(Need.POSTCODES)
                .each(EPISODES, Rules164::isImpossiblyFar);
        book.error("165")
                .says(
                        "Whether the child is a mother does not fit: it has to be 0 or 1 for a girl who was looked after in the"
                                + " year, and blank for a boy. Correct it, or the sex.")
                .at(MOTHER, SEX, ACTIV, ACCOM, IN_TOUCH, DECOM)
                .reads(HEADER, EPISODES, OC3)
                .child(Rules164::checkMother);
    }

    /** Short breaks are left out, as the department has it. */
    private static boolean isImpossiblyFar(Row episode, ChildFile child) {
        Long miles = Miles.of(episode);
        return miles != null
                && (miles < 0 || miles > FARTHEST)
                && !ChildFile.isRespite(episode)
                && Unaccompanied.isTold(child.facts())
                && !Unaccompanied.isOrWas(child);
    }

    private static void checkMother(ChildFile child, Report report) {
        List<Row> longer = Among.filter(child.rows(EPISODES), row -> !ChildFile.isRespite(row));
        if (longer.isEmpty() || child.id().isEmpty()) {
            return;
        }
        boolean inYear = Among.any(longer, child::isInYear);
        for (Row header : child.rows(HEADER)) {
            if (isMotherWrong(header, inYear, child.facts())) {
                report.row(header);
                child.rows(OC3).forEach(report::row);
            }
        }
    }

    /** A young woman who was not looked after in the year may be told to be a mother: the department asks it of care leavers. */
    private static boolean isMotherWrong(Row header, boolean inYear, ReturnFacts facts) {
        if (header.isFilled(MOTHER)) {
            return !header.isOneOf(MOTHER, "0", "1") || header.is(SEX, facts.male());
        }
        return header.is(SEX, facts.female()) && inYear;
    }

    private static void addReviews(RuleBook book) {
        book.error("166")
                .says("The day of the review is missing or is not a date. Give it as day/month/year.")
                .at(REVIEW)
                .each(REVIEWS, row -> !row.isDate(REVIEW));
        book.error("167")
                .says(
                        "How the child took part in the review is not one of PN0 to PN7, or the review has no date. Give both.")
                .at(REVIEW_CODE)
                .each(
                        REVIEWS,
                        row -> row.isFilled(REVIEW)
                                ? !row.isOneOf(REVIEW_CODE, TAKING_PART)
                                : row.isFilled(REVIEW_CODE));
        book.error("168")
                .says(
                        "The unique pupil number is not of the form of one. Correct it, or give why there is none: UN1 to UN5.")
                .at(UPN)
                .each(
                        HEADER,
                        row -> row.isFilled(UPN)
                                && !PUPIL_NUMBER.matcher(row.textOrEmpty(UPN)).matches());
    }

    private static void addAreas(RuleBook book) {
        book.error("169")
                .says(
                        "The authority that the placement lies in cannot be told. Give the placement's postcode, and check it.")
                .at(PL_LA)
                .needs(Need.POSTCODES)
                .each(EPISODES, row -> !ChildFile.isRespite(row) && row.isBlank(PL_LA));
    }

    private static void addParents(RuleBook book) {
        book.error("171")
                .says("The date of birth of the young mother's child is not a date. Give it as day/month/year.")
                .at(MC_DOB)
                .each(HEADER, row -> row.isBadDate(MC_DOB));
        book.error("174")
                .until(2024)
                .says(
                        "A boy is given as a mother with a child's date of birth. Correct the sex, or take that date out.")
                .at(SEX, MC_DOB)
                .each(HEADER, row -> row.is(SEX, "1") && row.isFilled(MC_DOB));
        book.error("174")
                .from(2025)
                .says(
                        "A boy is given as a mother with a child's date of birth. Correct the sex, or take that date out.")
                .at(SEX, MC_DOB)
                .each(HEADER, row -> row.is(SEX, "M") && row.isFilled(MC_DOB));
        book.error("175")
                .says("The number of adopters is not 1 or 2. Give one of them.")
                .at(NB_ADOPTR)
                .each(AD1, row -> isOther(row, NB_ADOPTR, "1", "2"));
        book.error("176")
                .says("The sex of the adopters is not one of M1, F1, MM, FF and MF. Give one of them.")
                .at(SEX_ADOPTR)
                .each(AD1, row -> isOther(row, SEX_ADOPTR, "M1", "F1", "MM", "FF", "MF"));
        book.error("177")
                .says("The legal status of the adopters is not one of L0, L11, L12, L2, L3 and L4. Give one of them.")
                .at(LS_ADOPTR)
                .each(AD1, row -> isOther(row, LS_ADOPTR, "L0", "L11", "L12", "L2", "L3", "L4"));
    }

    private static boolean isOther(Row row, Field field, String... codes) {
        return row.isFilled(field) && !row.isOneOf(field, codes);
    }

    private static void addProviders(RuleBook book) {
        book.error("178")
                .until(2025)
                .says(
                        "The placement's provider is not one of PR0 to PR5, or the placement is temporary or other (T0 to T4, Z1)"
                                + " and has no provider to be told. Correct or remove it.")
                .at(PLACE_PROVIDER, PLACE)
                .each(EPISODES, row -> isProviderWrong(row, WITHOUT_PROVIDER_TO_2025));
        book.error("178")
                .from(2026)
                .says(
                        "The placement's provider is not one of PR0 to PR5, or the placement is temporary or other (T0 to T3, Z11"
                                + " to Z14) and has no provider to be told. Correct or remove it.")
                .at(PLACE_PROVIDER, PLACE)
                .each(EPISODES, row -> isProviderWrong(row, WITHOUT_PROVIDER_FROM_2026));
        book.error("179")
                .says(
                        "Whether the placement is within the authority cannot be told. Give the placement's postcode, and check"
                                + " it.")
                .at(PL_LOCATION)
                .needs(Need.POSTCODES)
                .each(EPISODES, (row, child) -> !ChildFile.isRespite(row) && isLocationUnknown(row, child.facts()));
    }

    private static boolean isProviderWrong(Row episode, Set<String> withoutProvider) {
        return episode.isFilled(PLACE_PROVIDER)
                && (!episode.isOneOf(PLACE_PROVIDER, PROVIDERS) || episode.isOneOf(PLACE, withoutProvider));
    }

    /** While nobody said which authority makes the return, no placement is in or out; what matters is that its postcode is known. */
    private static boolean isLocationUnknown(Row episode, ReturnFacts facts) {
        Postcodes postcodes = facts.postcodes();
        return episode.isBlank(PL_LOCATION)
                && (facts.authority() != null || postcodes == null || postcodes.find(episode.text(PL_POST)) == null);
    }
}
