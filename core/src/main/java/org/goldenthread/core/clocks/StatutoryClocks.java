package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.goldenthread.core.tables.ResourceTable;
import org.jspecify.annotations.Nullable;

/** The one table of statutory limits, {@code clocks.csv}, each with its law beside it. */
public final class StatutoryClocks {
    /** Child and family assessment, from the referral. */
    public static final String ASSESSMENT = "assessment";
    /** Initial child protection conference, from the strategy discussion. */
    public static final String INITIAL_CONFERENCE = "initial-conference";

    public static final String FIRST_LOOKED_AFTER_REVIEW = "looked-after-review-first";
    public static final String SECOND_LOOKED_AFTER_REVIEW = "looked-after-review-second";
    public static final String LATER_LOOKED_AFTER_REVIEW = "looked-after-review-later";
    public static final String FIRST_CHILD_PROTECTION_REVIEW = "child-protection-review-first";
    public static final String LATER_CHILD_PROTECTION_REVIEW = "child-protection-review-later";

    private static final StatutoryClocks STANDARD =
            new StatutoryClocks(ResourceTable.load(StatutoryClocks.class, "clocks.csv").listRows().stream()
                    .map(StatutoryClocks::clock)
                    .toList());

    private final List<StatutoryClock> clocks;

    private StatutoryClocks(List<StatutoryClock> clocks) {
        this.clocks = List.copyOf(clocks);
    }

    public static StatutoryClocks standard() {
        return STANDARD;
    }

    public List<StatutoryClock> listClocks() {
        return clocks;
    }

    /** The clock of that name which binds on the day on which it starts. */
    public Optional<StatutoryClock> findClock(String id, LocalDate start) {
        return clocks.stream()
                .filter(clock -> clock.id().equals(id) && clock.binds(start))
                .findFirst();
    }

    public StatutoryClock getClock(String id, LocalDate start) {
        return findClock(id, start)
                .orElseThrow(() -> new IllegalArgumentException("No statutory clock is called \"" + id + "\" on "
                        + start + ". The clocks are: "
                        + clocks.stream().map(StatutoryClock::id).distinct().toList() + "."));
    }

    /** The last day in time, by the limit that bound on {@code start}. */
    public LocalDate dueDate(String id, LocalDate start) {
        return getClock(id, start).dueDate(start);
    }

    private static StatutoryClock clock(ResourceTable.Row row) {
        return new StatutoryClock(
                row.get("id"),
                row.get("name"),
                row.getInteger("limit"),
                ClockUnit.valueOf(constant(row.get("unit"))),
                StatutoryClock.Division.valueOf(constant(row.get("calendar"))),
                row.get("starts"),
                row.get("stops"),
                row.get("law"),
                StatutoryClock.Basis.valueOf(constant(row.get("basis"))),
                date(row.get("from")),
                date(row.get("to")));
    }

    private static String constant(String words) {
        return words.toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
