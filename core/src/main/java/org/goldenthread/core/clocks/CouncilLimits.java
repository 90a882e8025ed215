package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
                    .anyMatch(clock ->
                            clock.id().equals(other.id()) && clock.basis() != StatutoryClock.Basis.LOCAL_PROCEDURE);
            if (bound) {
                throw new IllegalArgumentException("The limit \"" + other.id()
                        + "\" is laid down in law or statutory guidance, so a council cannot set its own.");
            }
        }
        CouncilLimits made = new CouncilLimits(local.values());
        others.forEach(clock -> made.local.put(clock.id(), clock));
        return made;
    }

    public List<LocalClock> listLocal() {
        return List.copyOf(local.values());
    }

    public Optional<LocalClock> findLocal(String limit) {
        return Optional.ofNullable(local.get(limit));
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
