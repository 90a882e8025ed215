package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Adoption.isPlaced;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.*;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.AD1;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.OC2;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.PLACED_ADOPTION;

import java.util.Set;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Row;

/** Rules 517 to 550: adopters, providers of placements, convictions and health. */
final class Rules517 {
    private static final Set<String> WITHOUT_PROVIDER = Set.of("T0", "T1", "T2", "T3", "T4", "Z1");
    private static final Set<String> WITHOUT_PROVIDER_FROM_2026 =
            Set.of("T0", "T1", "T2", "T3", "T4", "Z11", "Z12", "Z13", "Z14");
    private static final Set<String> NOT_BY_AN_AUTHORITY = Set.of("P1", "R2", "R5");
    private static final Set<String> NOT_BY_OTHER_PUBLIC_BODIES =
            Set.of("A3", "A4", "A5", "A6", "K1", "K2", "P1", "U1", "U2", "U3", "U4", "U5", "U6");
    private static final Set<String> WITH_PARENTS = Set.of("P1");

    private static final int AGE_OF_CONVICTION = 10;
    private static final int AGE_AFTER_HEALTH_PROMOTION = 5;

    private Rules517() {}

    static void addTo(RuleBook book) {
        addAdopters(book);
        addAdoptionDates(book);
        addProviders(book);
        addConvictionsAndHealth(book);
    }

    private static void addAdopters(RuleBook book) {
        adopters(
                book,
                "517",
                "L3",
                Set.of("MF"),
                "The adopters are an unmarried couple of different sexes (L3), but their sexes are not given as MF. Correct one of the"
                        + " two codes.");
        adopters(
                book,
                "518",
                "L4",
                Set.of("MM", "FF"),
                "The adopters are an unmarried couple of the same sex (L4), but their sexes are given neither as MM nor as FF. Correct"
                        + " one of the two codes.");
        adopters(
                book,
                "519",
                "L2",
                Set.of("MM", "FF", "MF"),
                "The adopters are civil partners (L2), but their sexes are not those of a couple: MM, FF or MF. Correct one of the two"
                        + " codes.");
        adopters(
                book,
                "520",
                "L11",
                Set.of("MF"),
                "The adopters are a married couple of different sexes (L11), but their sexes are not given as MF. Correct one of the"
                        + " two codes.");
    }

    private static void adopters(RuleBook book, String code, String status, Set<String> sexes, String problem) {
        book.error(code)
                .says(problem)
                .at(LS_ADOPTR, SEX_ADOPTR)
                .each(AD1, row -> row.is(LS_ADOPTR, status) && !row.isOneOf(SEX_ADOPTR, sexes));
    }

    private static void addAdoptionDates(RuleBook book) {
        book.error("521")
                .says(
                        "The child was placed for adoption before the decision that adoption was in the child's best interests. Correct"
                                + " the date of the decision (DATE_INT) or the start of the placement.")
                .at(PLACE, DECOM, DATE_INT)
                .reads(EPISODES, AD1)
                .child((child, report) -> {
                    for (Row episode : child.rows(EPISODES)) {
                        for (Row adoption : child.rows(AD1)) {
                            if (isPlaced(episode) && Days.isAfter(adoption.date(DATE_INT), episode.date(DECOM))) {
                                report.rows(episode, adoption);
                            }
                        }
                    }
                });
        book.error("522")
                .says("The plan of adoption was given up before it was decided on. Correct one of the two dates.")
                .at(DATE_PLACED, DATE_PLACED_CEASED)
                .each(PLACED_ADOPTION, row -> Days.isBefore(row.date(DATE_PLACED_CEASED), row.date(DATE_PLACED)));
        book.error("523")
                .says(
                        "The decision that the child should be placed for adoption and the decision that adoption was in the child's best"
                                + " interests have different dates. They are one decision: give it one date.")
                .at(DATE_PLACED, DATE_INT)
                .reads(PLACED_ADOPTION, AD1)
                // Earlier decisions, and those given up, have no adoption to agree with.
                .child(NamedChild.only((child, report) -> {
                    Row decision = ChildFile.latest(
                            child.rows(PLACED_ADOPTION), DATE_PLACED, row -> row.isBlank(DATE_PLACED_CEASED));
                    if (decision == null) {
                        return;
                    }
                    for (Row adoption : child.rows(AD1)) {
                        if (adoption.isDate(DATE_INT)
                                && !Days.isSame(adoption.date(DATE_INT), decision.date(DATE_PLACED))) {
                            report.rows(decision, adoption);
                        }
                    }
                }));
        adopters(
                book,
                "524",
                "L12",
                Set.of("MM", "FF"),
                "The adopters are a married couple of the same sex (L12), but their sexes are given neither as MM nor as FF. Correct one"
                        + " of the two codes.");
        book.error("525")
                .says(
                        "The decision that the child should be placed for adoption was given up, yet details of an adoption are given."
                                + " Remove the details, or the date on which the decision was given up.")
                .at(DATE_PLACED_CEASED, DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR)
                .reads(PLACED_ADOPTION, AD1)
                .child((child, report) -> {
                    for (Row placed : child.rows(PLACED_ADOPTION)) {
                        for (Row adoption : child.rows(AD1)) {
                            if (placed.isFilled(DATE_PLACED_CEASED) && Adoption.hasAnyDetail(adoption)) {
                                report.rows(placed, adoption);
                            }
                        }
                    }
                });
    }

    private static void addProviders(RuleBook book) {
        book.error("526")
                .until(2025)
                .says(
                        "The episode does not say who provides the placement. Give the code of the provider: only a temporary placement"
                                + " (T0 to T4) and another one (Z1) have none.")
                .at(PLACE, PLACE_PROVIDER)
                .each(EPISODES, row -> row.isBlank(PLACE_PROVIDER) && !row.isOneOf(PLACE, WITHOUT_PROVIDER));
        book.error("526")
                .from(2026)
                .says(
                        "The episode does not say who provides the placement. Give the code of the provider: only a temporary placement"
                                + " (T0 to T4) and another one (Z11 to Z14) have none.")
                .at(PLACE, PLACE_PROVIDER)
                .each(EPISODES, row -> row.isBlank(PLACE_PROVIDER) && !row.isOneOf(PLACE, WITHOUT_PROVIDER_FROM_2026));
        neverWith(
                book,
                "527",
                "PR1",
                NOT_BY_AN_AUTHORITY,
                "A placement with parents (P1), in a family centre (R2) or in custody (R5) is not the authority's own provision (PR1)."
                        + " Correct the placement or its provider.");
        neverWith(
                book,
                "528",
                "PR2",
                NOT_BY_AN_AUTHORITY,
                "A placement with parents (P1), in a family centre (R2) or in custody (R5) is not provided by another authority (PR2)."
                        + " Correct the placement or its provider.");
        neverWith(
                book,
                "529",
                "PR3",
                NOT_BY_OTHER_PUBLIC_BODIES,
                "A placement for adoption, with foster carers, in a children's home (K1, K2) or with parents (P1) is not provided by"
                        + " another public body (PR3). Correct the placement or its provider.");
        neverWith(
                book,
                "530",
                "PR4",
                WITH_PARENTS,
                "A placement with parents (P1) is not provided by a voluntary or other third sector body (PR4). Correct the placement"
                        + " or its provider.");
        neverWith(
                book,
                "531",
                "PR5",
                WITH_PARENTS,
                "A placement with parents (P1) is not provided by a private body (PR5). Correct the placement or its provider.");
    }

    private static void neverWith(RuleBook book, String code, String provider, Set<String> places, String problem) {
        book.error(code)
                .says(problem)
                .at(PLACE, PLACE_PROVIDER)
                .each(EPISODES, row -> row.is(PLACE_PROVIDER, provider) && row.isOneOf(PLACE, places));
    }

    private static void addConvictionsAndHealth(RuleBook book) {
        book.error("542")
                .says(
                        "The child is under 10 at the end of the year, so there can be no conviction. Leave CONVICTED blank, or correct"
                                + " the date of birth.")
                .at(CONVICTED)
                .each(
                        OC2,
                        (row, child) -> row.isFilled(CONVICTED)
                                && Days.isAfter(
                                        Days.birthday(row.date(DOB), AGE_OF_CONVICTION),
                                        child.facts().end()));
        book.error("543")
                .says(
                        "The child is 10 or over and was looked after for the whole year, but it is not said whether there was a"
                                + " conviction. Fill in CONVICTED.")
                .at(DOB, CONVICTED)
                .reads(EPISODES)
                // Aged 10 at the end of the year includes the child whose birthday is that day.
                .each(
                        OC2,
                        (row, child) -> row.isBlank(CONVICTED)
                                && Days.isUpTo(
                                        Days.birthday(row.date(DOB), AGE_OF_CONVICTION),
                                        child.facts().end())
                                && child.isContinuous());
        // Answers of 0 are information too, but the shared case of 547 passes them over, and 544 is worded alike.
        book.error("544")
                .says(
                        "A conviction is recorded, but immunisations, teeth check, health assessment or substance misuse is blank. Fill in"
                                + " all four.")
                .at(CONVICTED, IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE)
                .each(OC2, row -> row.is(CONVICTED, "1") && !hasHealthAnswers(row));
        book.error("545")
                .says(
                        "The child is under 5 and was looked after for the whole year, but it is not said whether health surveillance or"
                                + " promotion checks are up to date. Fill in HEALTH_CHECK.")
                .at(DOB, HEALTH_CHECK)
                .reads(EPISODES)
                .each(
                        OC2,
                        (row, child) -> row.isBlank(HEALTH_CHECK)
                                && Days.isAfter(
                                        Days.birthday(row.date(DOB), AGE_AFTER_HEALTH_PROMOTION),
                                        child.facts().end())
                                && child.isContinuous());
        book.error("546")
                .says(
                        "The child is 5 or over at the end of the year, and health promotion checks are asked for younger children only."
                                + " Leave HEALTH_CHECK blank, or correct the date of birth.")
                .at(DOB, HEALTH_CHECK)
                .reads(EPISODES)
                .each(
                        OC2,
                        (row, child) -> row.isFilled(HEALTH_CHECK)
                                && Days.isUpTo(
                                        Days.birthday(row.date(DOB), AGE_AFTER_HEALTH_PROMOTION),
                                        child.facts().end())
                                && child.isContinuous());
        book.error("547")
                .says(
                        "Health promotion checks are recorded as up to date, but immunisations, teeth check, health assessment or substance"
                                + " misuse is blank. Fill in all four.")
                .at(HEALTH_CHECK, IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE)
                .each(OC2, row -> row.is(HEALTH_CHECK, "1") && !hasHealthAnswers(row));
        book.error("550")
                .says(
                        "Parents are given as the provider (PR0), but the placement is not one with parents (P1). Correct one of the two"
                                + " codes.")
                .at(PLACE, PLACE_PROVIDER)
                .each(EPISODES, row -> row.is(PLACE_PROVIDER, "PR0") && !row.is(PLACE, "P1"));
    }

    private static boolean hasHealthAnswers(Row row) {
        return row.isAllFilled(IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE);
    }
}
