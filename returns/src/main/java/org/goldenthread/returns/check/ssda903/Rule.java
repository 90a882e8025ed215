package org.goldenthread.returns.check.ssda903;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Kind;
import org.goldenthread.returns.check.Need;

/**
 * One of the department's checks in the form that it has in some years.
 *
 * @param code as the department writes it, letters included
 * @param from first collection year, by its end
 * @param until last collection year; {@link Integer#MAX_VALUE} while in force
 * @param message what is wrong and what to do, in our own words
 * @param tables tables of this year's return that it cannot run without
 * @param lastTables tables of the previous year's that it cannot run without
 * @param needs what else it cannot run without
 * @param fields those that a fault is shown at
 */
public record Rule(
        String code,
        int from,
        int until,
        Kind kind,
        String message,
        Set<Ssda903Table> tables,
        Set<Ssda903Table> lastTables,
        Set<Need> needs,
        List<Field> fields,
        Check check) {

    /** The failing condition. */
    public sealed interface Check permits ChildCheck, WholeCheck {}

    /** A condition of one child's file. */
    @FunctionalInterface
    public non-sealed interface ChildCheck extends Check {
        void check(ChildFile child, Report report);
    }

    /** A condition of the whole return, such as that no identifier is there twice. */
    @FunctionalInterface
    public non-sealed interface WholeCheck extends Check {
        void check(Collection<ChildFile> children, Report report);
    }

    public boolean isInForce(int year) {
        return from <= year && year <= until;
    }
}
