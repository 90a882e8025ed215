package org.goldenthread.returns.check.cin;

import java.util.List;
import java.util.Map;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Kind;
import org.goldenthread.returns.check.Row;

/**
 * One of the department's checks of the census in the form that it has in some years.
 *
 * @param code as the department writes it, letters included
 * @param from first collection year, by its end
 * @param until last collection year; {@link Integer#MAX_VALUE} while in force
 * @param message what is wrong and what to do, in our own words
 * @param module the module that the department files it under
 * @param fields those that a fault is shown at, by module
 */
public record CinRule(
        String code,
        int from,
        int until,
        Kind kind,
        String message,
        CinTable module,
        Map<CinTable, List<Field>> fields,
        Check check) {

    /** The failing condition. */
    public sealed interface Check permits ChildCheck, WholeCheck {}

    /** A condition of one child's records. */
    @FunctionalInterface
    public non-sealed interface ChildCheck extends Check {
        void check(CensusChild child, CensusFacts facts, CinReport report);
    }

    /** A condition of the whole return, such as that no identifier is there twice. */
    @FunctionalInterface
    public non-sealed interface WholeCheck extends Check {
        void check(List<CensusChild> children, CensusFacts facts, CinReport report);
    }

    public boolean isInForce(int year) {
        return from <= year && year <= until;
    }

    /** Those of its fields that are of the record's module. */
    List<Field> fields(Row row) {
        return fields.getOrDefault((CinTable) row.table(), List.of());
    }
}
