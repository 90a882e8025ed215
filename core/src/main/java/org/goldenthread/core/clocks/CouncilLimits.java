package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goldenthread.core.calendar.WorkingCalendar;
import org.goldenthread.core.tables.ResourceTable;

/**
 * The limits that bind in one council: those of law and guidance as they are, and its own where there are none or where they
 * are a local procedure's.
 */
public final class CouncilLimits implements Limits {
    private static final CouncilLimits STANDARD =
            new CouncilLimits(ResourceTable.load(CouncilLimits.class, "local-clocks.csv").listRows().stream()
                    .map(row -> new LocalClock(
                            row.get("id"),
                            row.get("name"),
                            row.getInteger("limit"),
                            ClockUnit.valueOf(
                                    row.get("unit").toUpperCase(Locale.ROOT).replace(' ', '_')),
                            row.get("why")))
                    .toList());

    private final Map<String, LocalClock> local = new LinkedHashMap<>();

    private CouncilLimits(Collection<LocalClock> clocks) {
        clocks.forEach(clock -> local.put(clock.id(), clock));
    }

    /** With the local limits that a council begins with. */
    public static CouncilLimits standard() {
        return STANDARD;
    }

    /**
     * The same, with these limits in place of those of the same id.
     *
     * @throws IllegalArgumentException where one would replace a limit of law or statutory guidance
     */
    public CouncilLimits with(Collection<LocalClock> others) {
        for (LocalClock other : others) {
            boolean bound = StatutoryClocks.standard().listClocks().stream()
                    .anyMatch(clock -> clock.id().equals(other.id()) && !isLocalProcedure(clock));
            if (bound) {
                throw new IllegalArgumentException("The limit \"" + other.id()
                        + "\" is laid down in law or statutory guidance, so a council cannot set its own.");
            }
        }
        CouncilLimits made = new CouncilLimits(local.values());
        others.forEach(clock -> made.local.put(clock.id(), clock));
        return made;
    }

    /** Those that a council may set: its own, and those of published local procedures that it has not set yet. */
    public List<LocalClock> listLocal() {
        List<LocalClock> all = new ArrayList<>(local.values());
        StatutoryClocks.standard().listClocks().stream()
                .filter(clock -> isLocalProcedure(clock) && !local.containsKey(clock.id()))
                .map(CouncilLimits::local)
                .forEach(all::add);
        return all;
    }

    public Optional<LocalClock> findLocal(String limit) {
        LocalClock own = local.get(limit);
        return own != null
                ? Optional.of(own)
                : StatutoryClocks.standard().listClocks().stream()
                        .filter(clock -> clock.id().equals(limit) && isLocalProcedure(clock))
                        .map(CouncilLimits::local)
                        .findFirst();
    }

    private static boolean isLocalProcedure(StatutoryClock clock) {
        return clock.basis() == StatutoryClock.Basis.LOCAL_PROCEDURE;
    }

    private static LocalClock local(StatutoryClock procedure) {
        return new LocalClock(procedure.id(), procedure.name(), procedure.limit(), procedure.unit(), procedure.law());
    }

    /** While what a limit stands still; nothing where it is of law or statutory guidance. */
    Set<ClockPause> pausedBy(String limit) {
        return findLocal(limit).map(LocalClock::pausedBy).orElse(Set.of());
    }

    /** In words, by how much a limit of the council's own moved on, such as "4 working days". */
    public String counted(String limit, int movedBy) {
        return (unit(limit) == ClockUnit.WORKING_DAYS ? ClockUnit.WORKING_DAYS : ClockUnit.DAYS).words(movedBy);
    }

    /** What a limit of the council's own is counted in. */
    ClockUnit unit(String limit) {
        return findLocal(limit)
                .map(LocalClock::unit)
                .orElseThrow(
                        () -> new IllegalArgumentException("The limit \"" + limit + "\" is not the council's own."));
    }

    /** Whether there is a limit of that name, of law or local. */
    public boolean knows(String limit) {
        return local.containsKey(limit)
                || StatutoryClocks.standard().listClocks().stream()
                        .anyMatch(clock -> clock.id().equals(limit));
    }

    @Override
    public LocalDate dueDate(String limit, LocalDate start) {
        LocalClock own = local.get(limit);
        return own == null
                ? StatutoryClocks.standard().dueDate(limit, start)
                : own.unit().add(start, own.limit(), WorkingCalendar.englandAndWales());
    }

    /** The last moment in time of a limit that is counted in hours, from a start whose time is known. */
    Optional<LocalDateTime> dueAt(String limit, LocalDateTime start) {
        return findLocal(limit)
                .filter(clock -> clock.unit() == ClockUnit.HOURS)
                .map(clock -> start.plusHours(clock.limit()));
    }

    /** Where the limit is laid down, in words; a local one says so. */
    public String law(String limit, LocalDate start) {
        LocalClock own = local.get(limit);
        if (own != null) {
            return "Local: " + own.words() + ", set by the council";
        }
        StatutoryClock clock = StatutoryClocks.standard().getClock(limit, start);
        return clock.basis() == StatutoryClock.Basis.LOCAL_PROCEDURE ? "Local: " + clock.law() : clock.law();
    }
}
