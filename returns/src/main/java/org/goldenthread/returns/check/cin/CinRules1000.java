package org.goldenthread.returns.check.cin;

import static org.goldenthread.returns.check.cin.CinField.*;
import static org.goldenthread.returns.check.cin.CinTable.*;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Row;

/** Rules 100 to 1999: the header, dates before the referral, and the child's identifiers. */
final class CinRules1000 {
    private static final int UPN_LENGTH = 13;
    private static final int LONGEST_CHILD_ID = 20;
    private static final String CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private static final String AUTHORITIES_OF_2023 =
            "001-005, 201-213, 301-320, 330-336, 340-344, 350-359, 370-373, 380-384, 390-394, 420, 660-681, 701-708, 800-803,"
                    + " 805-808, 810-813, 815, 816, 820-823, 825, 826, 830, 831, 835-839, 840, 841, 845, 846, 850-852,"
                    + " 855-857, 860, 861, 865-896, 908, 909, 916, 919, 921, 925, 926, 928, 929, 931, 933, 935-938, 940, 941";
    /** With Cumberland, and Westmorland and Furness, which took Cumbria's place in April 2023. */
    private static final String AUTHORITIES_FROM_2024 = AUTHORITIES_OF_2023 + ", 942, 943";

    private static final Pattern YEAR = Pattern.compile("\\d{1,4}");
    private static final Pattern ALL_DIGITS_AFTER_FIRST = Pattern.compile(".\\d{12}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern FORMER_UPN = Pattern.compile("[A-Za-z]\\d{11}[0-9A-Za-z]");
    private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("[A-Za-z0-9]*");

    private CinRules1000() {}

    static void addTo(CinRuleBook book) {
        addHeader(book);
        addBeforeReferral(book);
        addUpn(book);
        addIdentifiers(book);
    }

    private static void addHeader(CinRuleBook book) {
        book.error("100", HEADER)
                .says(
                        "The reference date in the header is missing or is not 31 March of the year in the header. Correct the date or"
                                + " the year.")
                .at(HEADER, ReferenceDate)
                .whole((children, facts, report) -> {
                    for (Row header : facts.headers()) {
                        String year = header.textOrEmpty(Year).strip();
                        LocalDate date = header.date(ReferenceDate);
                        if (date == null
                                || !YEAR.matcher(year).matches()
                                || !date.equals(LocalDate.of(Integer.parseInt(year), 3, 31))) {
                            report.row(header);
                        }
                    }
                });
    }

    private static void addBeforeReferral(CinRuleBook book) {
        book.error("1103", ASSESSMENTS)
                .says(
                        "The assessment begins before the referral that it belongs to. Correct the start or the referral date.")
                .at(ASSESSMENTS, AssessmentActualStartDate)
                .at(CIN_DETAILS, CINreferralDate)
                .referral((referral, facts, report) -> {
                    for (Assessment assessment : referral.assessments()) {
                        reportIfBefore(referral, assessment.row(), AssessmentActualStartDate, report);
                    }
                });
        book.error("1104", SECTION_47)
                .says(
                        "The initial child protection conference was before the referral. Correct the conference's date or the"
                                + " referral's.")
                .at(SECTION_47, DateOfInitialCPC)
                .at(CIN_DETAILS, CINreferralDate)
                .referral((referral, facts, report) -> {
                    for (Row enquiry : referral.enquiries()) {
                        reportIfBefore(referral, enquiry, DateOfInitialCPC, report);
                    }
                });
        book.error("1105", CHILD_PROTECTION_PLANS)
                .says(
                        "The child protection plan begins before the referral. Correct the plan's start or the referral date.")
                .at(CHILD_PROTECTION_PLANS, CPPstartDate)
                .at(CIN_DETAILS, CINreferralDate)
                .referral((referral, facts, report) -> {
                    for (ProtectionPlan plan : referral.protectionPlans()) {
                        reportIfBefore(referral, plan.row(), CPPstartDate, report);
                    }
                });
    }

    /** Reports the record and its referral where the date is before the referral. */
    static void reportIfBefore(Referral referral, Row row, Field date, CinReport report) {
        if (Days.isBefore(row.date(date), referral.details().date(CINreferralDate))) {
            report.rows(row, referral.details());
        }
    }

    private static void addUpn(CinRuleBook book) {
        book.error("1510", CHILD_IDENTIFIERS)
                .says(
                        "The first letter of the unique pupil number does not fit its digits, so some character is mistaken. Check it"
                                + " against the school's record.")
                .at(CHILD_IDENTIFIERS, UPN)
                .each(row -> isCheckLetterWrong(row.textOrEmpty(UPN)));
        book.error("1520", CHILD_IDENTIFIERS)
                .says(
                        "Two or more children have this unique pupil number. Find whose it is, or whether they are one child.")
                .at(CHILD_IDENTIFIERS, UPN)
                .whole((children, facts, report) -> reportRepeated(children, UPN, report));
        addAuthority(book.error("1530", CHILD_IDENTIFIERS).until(2023), AUTHORITIES_OF_2023);
        addAuthority(book.error("1530", CHILD_IDENTIFIERS).from(2024), AUTHORITIES_FROM_2024);
        book.error("1540", CHILD_IDENTIFIERS)
                .says("Characters 5 to 12 of the unique pupil number have to be digits. Correct the number.")
                .at(CHILD_IDENTIFIERS, UPN)
                .each(row -> {
                    String upn = row.textOrEmpty(UPN);
                    return !upn.isEmpty()
                            && (upn.length() < 5
                                    || !DIGITS.matcher(upn.substring(4, Math.min(12, upn.length())))
                                            .matches());
                });
        book.error("1550", CHILD_IDENTIFIERS)
                .says(
                        "The last character of the unique pupil number has to be a digit or a capital letter other than I, O and S."
                                + " Correct the number.")
                .at(CHILD_IDENTIFIERS, UPN)
                .each(row -> {
                    String upn = row.textOrEmpty(UPN);
                    return upn.length() == UPN_LENGTH && !isDigitOrCheckLetter(upn.charAt(UPN_LENGTH - 1));
                });
        book.query("1560Q", CHILD_IDENTIFIERS)
                .says(
                        "The former unique pupil number is not a letter, eleven digits and a digit or letter. Correct it, leave it out,"
                                + " or explain.")
                .at(CHILD_IDENTIFIERS, FormerUPN)
                .each(row -> row.isFilled(FormerUPN)
                        && !FORMER_UPN.matcher(row.textOrEmpty(FormerUPN)).matches());
    }

    private static void addAuthority(CinRuleBook.Draft draft, String authorities) {
        Set<String> codes = NumberRanges.of(authorities);
        draft.says(
                        "Characters 2 to 4 of the unique pupil number are not the code of an authority that gives such numbers. Correct the"
                                + " number.")
                .at(CHILD_IDENTIFIERS, UPN)
                .each(row -> {
                    String upn = row.textOrEmpty(UPN);
                    return upn.length() == UPN_LENGTH && !codes.contains(upn.substring(1, 4));
                });
    }

    private static void addIdentifiers(CinRuleBook book) {
        book.error("1570", CHILD_IDENTIFIERS)
                .from(2025)
                .says("The child's identifier is longer than 20 characters. Give one of at most 20.")
                .at(CHILD_IDENTIFIERS, LAchildID)
                .each(row -> row.textOrEmpty(LAchildID).length() > LONGEST_CHILD_ID);
        book.error("1580", CHILD_IDENTIFIERS)
                .from(2025)
                .says(
                        "The child's identifier has characters other than the letters A to Z and digits. Take spaces, hyphens and the"
                                + " like out of it.")
                .at(CHILD_IDENTIFIERS, LAchildID)
                .each(row ->
                        !LETTERS_AND_DIGITS.matcher(row.textOrEmpty(LAchildID)).matches());
    }

    /** The letter that leads a permanent number follows from the digits after it; that of a temporary number is not tested. */
    private static boolean isCheckLetterWrong(String upn) {
        if (!ALL_DIGITS_AFTER_FIRST.matcher(upn).matches()) {
            return false;
        }
        int sum = 0;
        for (int place = 2; place <= UPN_LENGTH; place++) {
            sum += (upn.charAt(place - 1) - '0') * place;
        }
        return upn.charAt(0) != CHECK_LETTERS.charAt(sum % CHECK_LETTERS.length());
    }

    private static boolean isDigitOrCheckLetter(char last) {
        return (last >= '0' && last <= '9') || CHECK_LETTERS.indexOf(last) >= 0;
    }

    /** Reports every ChildIdentifiers record whose text in a field some other record of the return has too. */
    static void reportRepeated(Iterable<CensusChild> children, CinField field, CinReport report) {
        Map<String, Integer> counts = new HashMap<>();
        for (CensusChild child : children) {
            for (Row row : child.rows(CHILD_IDENTIFIERS)) {
                if (row.isFilled(field)) {
                    counts.merge(row.textOrEmpty(field), 1, Integer::sum);
                }
            }
        }
        for (CensusChild child : children) {
            for (Row row : child.rows(CHILD_IDENTIFIERS)) {
                if (counts.getOrDefault(row.textOrEmpty(field), 0) > 1) {
                    report.row(row);
                }
            }
        }
    }
}
