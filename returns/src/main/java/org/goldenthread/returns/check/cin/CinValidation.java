package org.goldenthread.returns.check.cin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Hit;
import org.goldenthread.returns.check.Outcome;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.Validation;
import org.goldenthread.returns.tabular.RefusedFile;

/** Checks a census file with every rule of its year. */
public final class CinValidation {
    private CinValidation() {}

    /**
     * @param year collection year by its end: 2026 is 2025-26
     * @throws RefusedFile where the file is no census, or cannot be read to its end
     */
    public static Validation run(Path file, int year) throws IOException {
        return run(CensusReturn.read(file, year), String.valueOf(file.getFileName()), year);
    }

    /**
     * Checks a census that was read.
     *
     * @param name of its file, be it written or not
     */
    public static Validation run(CensusReturn census, String name, int year) {
        List<CinRule> rules = CinRules.list(year);
        Outcome outcome = new CinChecker(census.facts(), rules).check(census.children());
        Map<String, CinRule> byCode = new HashMap<>();
        rules.forEach(rule -> byCode.put(rule.code(), rule));
        return new Validation(
                "cin",
                year,
                census.children().size(),
                outcome.run(),
                outcome.notRun(),
                outcome.hits().stream().map(hit -> fault(hit, byCode, name)).toList(),
                census.notes().stream()
                        .map(note -> new Refusal(
                                name,
                                note.line(),
                                note.problem() + (note.times() > 1 ? " (" + note.times() + " times)" : ""),
                                "Look at the export there."))
                        .toList());
    }

    private static Validation.Fault fault(Hit hit, Map<String, CinRule> rules, String file) {
        CinRule rule = rules.get(hit.rule());
        if (rule == null) {
            throw new IllegalStateException("The rule " + hit.rule() + " was not asked for.");
        }
        boolean whole = hit.row().number() == 0;
        return new Validation.Fault(
                hit.rule(),
                rule.kind(),
                rule.message(),
                whole ? rule.module().label() : hit.row().table().label(),
                hit.row().number(),
                hit.child(),
                hit.fields().stream().map(Field::name).toList(),
                file);
    }
}
