package org.goldenthread.app.cpis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the next file says: everything of each NHS number of which something is not told as it stands, and what is no more to be told, taken
 * back. A number of which nothing has changed is left out.
 *
 * @param records one to three plans of different kinds each, under one NHS number
 * @param unchanged how many plans are told already as they stand and are not in it
 */
record CpisChanges(List<List<CpisPlan>> records, int unchanged) {

    /** The other plans of a number may depend on what is taken back, so that comes before them. */
    private static final Comparator<CpisPlan> ORDER = Comparator.comparing(CpisPlan::isTakenBack)
            .reversed()
            .thenComparing(CpisPlan::start)
            .thenComparing(CpisPlan::entry);

    CpisChanges {
        records = records.stream().map(List::copyOf).toList();
    }

    /**
     * @param stands what the record has to tell
     * @param told what was told ever, the first first
     * @param whole whether everything is told, changed or not
     * @param today the day on which something is taken back
     */
    static CpisChanges find(List<CpisEntry> stands, List<CpisTold> told, boolean whole, LocalDate today, Instant now) {
        Map<CpisPlan.Key, List<CpisTold>> before = new LinkedHashMap<>();
        told.forEach(each -> before.computeIfAbsent(each.plan().key(), unused -> new ArrayList<>())
                .add(each));
        Map<String, List<CpisPlan>> byNumber = new TreeMap<>();
        Set<String> changed = new HashSet<>();
        Set<CpisPlan.Key> standing = new HashSet<>();
        for (CpisEntry entry : stands) {
            CpisPlan plan = entry.told();
            standing.add(plan.key());
            add(byNumber, plan);
            if (whole || !isTold(plan, before.getOrDefault(plan.key(), List.of()), now)) {
                changed.add(plan.subject().nhsNumber());
            }
        }
        before.forEach((key, history) -> {
            if (!standing.contains(key) && mayBeHeld(history, now)) {
                add(byNumber, lastSaid(history).takenBack(today));
                changed.add(key.nhsNumber());
            }
        });
        List<List<CpisPlan>> records = new ArrayList<>();
        int unchanged = 0;
        for (Map.Entry<String, List<CpisPlan>> each : byNumber.entrySet()) {
            if (changed.contains(each.getKey())) {
                records.addAll(records(each.getValue()));
            } else {
                unchanged += each.getValue().size();
            }
        }
        return new CpisChanges(records, unchanged);
    }

    private static void add(Map<String, List<CpisPlan>> byNumber, CpisPlan plan) {
        byNumber.computeIfAbsent(plan.subject().nhsNumber(), unused -> new ArrayList<>())
                .add(plan);
    }

    private static boolean isTold(CpisPlan plan, List<CpisTold> history, Instant now) {
        return !history.isEmpty()
                && history.getLast().standsAt(now)
                && history.getLast().plan().saysTheSame(plan);
    }

    /** Whether the NHS may have it, also of a file of which it is not known that it arrived. */
    private static boolean mayBeHeld(List<CpisTold> history, Instant now) {
        boolean held = false;
        for (CpisTold each : history) {
            if (!each.plan().isTakenBack()) {
                held |= each.outcome() != CpisOutcome.REFUSED;
            } else if (each.standsAt(now)) {
                held = false;
            }
        }
        return held;
    }

    private static CpisPlan lastSaid(List<CpisTold> history) {
        return history.reversed().stream()
                .map(CpisTold::plan)
                .filter(plan -> !plan.isTakenBack())
                .findFirst()
                .orElseThrow();
    }

    /** At most one plan of each kind in a record; a second of a kind goes into another. */
    private static List<List<CpisPlan>> records(List<CpisPlan> plans) {
        List<List<CpisPlan>> records = new ArrayList<>();
        for (CpisPlan plan : plans.stream().sorted(ORDER).toList()) {
            records.stream()
                    .filter(record -> fits(record, plan))
                    .findFirst()
                    .orElseGet(() -> {
                        List<CpisPlan> another = new ArrayList<>();
                        records.add(another);
                        return another;
                    })
                    .add(plan);
        }
        records.forEach(record -> record.sort(Comparator.comparing(CpisPlan::kind)));
        return records;
    }

    /** A record has one name and day of birth for the number; what was told under others is taken back in a record of its own. */
    private static boolean fits(List<CpisPlan> record, CpisPlan plan) {
        return record.stream().noneMatch(each -> each.kind() == plan.kind())
                && record.getFirst().subject().equals(plan.subject());
    }

    int told() {
        return (int) all().stream().filter(plan -> !plan.isTakenBack()).count();
    }

    int takenBack() {
        return all().size() - told();
    }

    Set<CpisPlan> all() {
        Set<CpisPlan> all = new LinkedHashSet<>();
        records.forEach(all::addAll);
        return all;
    }
}
