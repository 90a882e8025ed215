package org.goldenthread.returns.check.ssda903;

import java.time.LocalDate;
import java.util.Set;
import org.goldenthread.returns.check.Need;
import org.jspecify.annotations.Nullable;

/**
 * What the checks know of a return as a whole.
 *
 * @param year collection year by its end: 2023 is 1 April 2022 to 31 March 2023
 * @param start first day of the collection year
 * @param end last day of the collection year
 * @param loaded tables that the return has, be they without rows
 * @param loadedLast tables of the previous year's return
 * @param has what else the checks may use
 * @param authority nine-character code of the authority that makes the return; null where nobody said
 * @param providers Ofsted's list; null where none was given
 * @param postcodes where postcodes are; null where no directory was given
 * @param drawnTo the day to which an episode that has not ended has lasted: the last day of the year, or an earlier one where the return of a
 *     year that is not over is looked at
 */
public record ReturnFacts(
        int year,
        LocalDate start,
        LocalDate end,
        Set<Ssda903Table> loaded,
        Set<Ssda903Table> loadedLast,
        Set<Need> has,
        @Nullable String authority,
        @Nullable Providers providers,
        @Nullable Postcodes postcodes,
        LocalDate drawnTo) {

    public ReturnFacts {
        loaded = Set.copyOf(loaded);
        loadedLast = Set.copyOf(loadedLast);
        has = Set.copyOf(has);
    }

    /** Of a return of the whole year. */
    ReturnFacts(
            int year,
            LocalDate start,
            LocalDate end,
            Set<Ssda903Table> loaded,
            Set<Ssda903Table> loadedLast,
            Set<Need> has,
            @Nullable String authority,
            @Nullable Providers providers,
            @Nullable Postcodes postcodes) {
        this(year, start, end, loaded, loadedLast, has, authority, providers, postcodes, end);
    }

    /** First day of the previous collection year. */
    public LocalDate lastStart() {
        return start.minusYears(1);
    }

    /** Last day of the previous collection year. */
    public LocalDate lastEnd() {
        return end.minusYears(1);
    }

    public boolean isLoaded(Ssda903Table table) {
        return loaded.contains(table);
    }

    public boolean isLoadedLast(Ssda903Table table) {
        return loadedLast.contains(table);
    }

    public boolean has(Need need) {
        return has.contains(need);
    }

    /** The code of a boy: 1 to 2023-24, M from 2024-25. */
    public String male() {
        return year < 2025 ? "1" : "M";
    }

    /** The code of a girl: 2 to 2023-24, F from 2024-25. */
    public String female() {
        return year < 2025 ? "2" : "F";
    }
}
