package org.goldenthread.app.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.returns.check.Need;
import org.goldenthread.returns.check.Validation;

/**
 * Rules that could not be run for one reason.
 *
 * @param words how many, and what is missing
 * @param loadable whether loading a list, or setting the council's code, mends it
 */
public record NotRun(String words, boolean loadable) {

    private static final Map<Need, String> LISTS = Map.of(
            Need.POSTCODES, "no postcode directory is loaded",
            Need.PROVIDERS, "Ofsted’s list of providers is not loaded",
            Need.AUTHORITY, "the council’s own code is not known");

    /** Those of a check, by reason, what somebody can mend first. */
    static List<NotRun> of(Validation validation) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        validation.notRun().values().forEach(why -> counts.merge(why, 1, Integer::sum));
        List<NotRun> told = new ArrayList<>();
        LISTS.keySet().stream().sorted().forEach(need -> {
            Integer count = counts.remove(need.whyNotRun());
            if (count != null) {
                told.add(new NotRun(rules(count) + " not run: " + LISTS.get(need) + ".", true));
            }
        });
        Integer last = counts.remove(Need.PREVIOUS_YEAR.whyNotRun());
        if (last != null) {
            told.add(new NotRun(
                    rules(last)
                            + " not run: the record does not go back to when last year’s return was closed, so there is nothing to"
                            + " compare with.",
                    false));
        }
        counts.forEach((why, count) -> told.add(new NotRun(rules(count) + " not run: " + why + ".", false)));
        return told;
    }

    private static String rules(int count) {
        return count == 1 ? "One rule was" : count + " rules were";
    }
}
