package org.goldenthread.app.moving;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Referrals, and the cases of children in need. The case of a referral of the last six months is in both lists, which is one referral: that of
 * list 6, with the source that list 3 says.
 */
final class AnnexAReferrals {

    private AnnexAReferrals() {}

    /** @param rows of each list, by its name, in which the rows are joined */
    static void join(Map<String, List<SourceRow>> rows, SourceData data) {
        Map<String, SourceRow> received = new LinkedHashMap<>();
        for (SourceRow referral : rows.getOrDefault(AnnexANeedTakings.REFERRALS, List.of())) {
            data.tellOfBefore(received.put(id(referral), referral), referral);
        }
        List<SourceRow> cases = new ArrayList<>();
        Map<String, SourceRow> left = new LinkedHashMap<>(received);
        for (SourceRow each : rows.getOrDefault(AnnexANeedTakings.CASES, List.of())) {
            SourceRow referral = received.get(id(each));
            left.remove(id(each));
            cases.add(referral == null ? each : each.with(referral));
        }
        rows.replace(AnnexANeedTakings.CASES, cases);
        rows.replace(AnnexANeedTakings.REFERRALS, List.copyOf(left.values()));
    }

    private static String id(SourceRow row) {
        return row.number() + " " + row.key();
    }
}
