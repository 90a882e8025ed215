package org.goldenthread.returns.check.cin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The factors of each assessment of a case, which may give them in three ways: as a list in its cell, as records of {@code
 * AssessmentFactorsList}, or one by one in records that are the same in everything else.
 */
final class CaseFactors {
    private static final List<String> KEYS = List.of("LAchildID", "CINdetailsID", "AssessmentID");
    private static final String FACTORS = CinField.AssessmentFactors.name();

    private final List<CaseRecord> assessments;
    private final List<CaseRecord> listed;

    /** @param listed records of {@code AssessmentFactorsList} */
    CaseFactors(List<CaseRecord> assessments, List<CaseRecord> listed) {
        this.assessments = assessments;
        this.listed = listed;
    }

    List<String> of(CaseRecord record) {
        List<String> factors = new ArrayList<>();
        for (CaseRecord each : listed) {
            if (!each.key(FACTORS).isEmpty() && KEYS.stream().allMatch(key -> record.isSame(each, key))) {
                factors.add(each.key(FACTORS));
            }
        }
        // Where there is a list, the cells only say the same again.
        if (factors.isEmpty() && !record.factors().isEmpty()) {
            for (CaseRecord other : assessments) {
                if (isOneWith(record, other)) {
                    factors.addAll(other.factors());
                }
            }
        }
        return factors;
    }

    /** Whether two records stand for one assessment; without a referral to tell it by, each stands for itself. */
    private static boolean isOneWith(CaseRecord record, CaseRecord other) {
        return record.row().number() == other.row().number()
                || (!record.key("CINdetailsID").isEmpty()
                        && withoutFactors(record).equals(withoutFactors(other)));
    }

    private static Map<String, String> withoutFactors(CaseRecord record) {
        Map<String, String> rest = new HashMap<>(record.keys());
        rest.remove(FACTORS);
        return rest;
    }
}
