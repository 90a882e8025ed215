package org.goldenthread.returns.check.cin;

import static org.goldenthread.returns.check.cin.CinField.ReferralNFA;

import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Row;

/** Flags of the census: {@code true} or 1, {@code false} or 0, in upper case or not. Any other text is neither. */
final class Flags {
    private Flags() {}

    static boolean isTrue(Row row, Field field) {
        String text = row.text(field);
        return text != null && (text.equals("1") || text.equalsIgnoreCase("true"));
    }

    static boolean isFalse(Row row, Field field) {
        String text = row.text(field);
        return text != null && (text.equals("0") || text.equalsIgnoreCase("false"));
    }

    /** A referral that led to no further action. */
    static boolean isWithoutAction(Referral referral) {
        return isTrue(referral.details(), ReferralNFA);
    }

    /** Whether any of the child's referrals led to further action. */
    static boolean isAnyWithAction(CensusChild child) {
        for (Row details : child.rows(CinTable.CIN_DETAILS)) {
            if (isFalse(details, ReferralNFA)) {
                return true;
            }
        }
        return false;
    }
}
