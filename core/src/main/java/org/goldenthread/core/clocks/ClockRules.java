package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.goldenthread.core.tables.ResourceTable;
import org.jspecify.annotations.Nullable;

/**
 * The one table of clocks that are watched, {@code clock-rules.csv}, and how they follow from what happened.
 *
 * <p>The clocks are a function of the events alone: the same events give the same clocks, in whatever order they became known.
 * So a corrected date moves its clock, a record withdrawn takes its clock away, and the clocks as known on an earlier day are
 * those of the events as known then.
 */
public final class ClockRules {
    private static final String ADVISER_VISITS = "adviser visits";

    /** The kinds of series of visits, and the law of each. */
    private static final Map<String, VisitLaw> VISITS = Map.of(
            "placement visits",
            new PlacementVisits(),
            "private fostering visits",
            new PrivateFosteringVisits(),
            ADVISER_VISITS,
            new AdviserVisits());

    /** The kinds that are counted in a way of their own, and the law of each. */
    private static final Map<String, WatchLaw> OWN = Map.of(
            "birthdays after care",
            new BirthdaysAfterCare(),
            "questionnaires from 4 to 16",
            new QuestionnairesByAge(),
            "short break",
            new ShortBreakStays(),
            "short break reviews",
            new ShortBreakReviews(),
            "short break visits",
            new ShortBreakVisits());

    private static final String SHORT_BREAKS = "short breaks";

    private static final String EACH_TIME = "once each time";

    private static final String BEFOREHAND = "once or beforehand";

    private static final Set<String> KINDS =
            Set.of("once", EACH_TIME, BEFOREHAND, "day", "series", "series from start day");

    /** The kinds whose start a law says, and that law. */
    private static final Map<String, StartLaw> STARTS = Map.of(
            "once from becoming eligible",
            new BecomingEligible(),
            "once from becoming relevant",
            new BecomingRelevant(),
            "series after care",
            new AfterCare(),
            ADVISER_VISITS,
            new AfterCare(),
            "series from four weeks in accommodation",
            new FourWeeksInAccommodation());

    private static final Set<String> MAY_STAND_STILL =
            Set.of("once", "series", "series from start day", "series after care");

    /** Begins a kind that is once, with a second limit; the events that let it hold follow. */
    private static final String EXTENDABLE = "once extended by ";

    /** The same, where what is done before it starts counts too, and the second limit may be the shorter. */
    private static final String BEFOREHAND_OTHERWISE = "once or beforehand, otherwise by ";

    /** Marks an event of the record that the one with the clock follows. */
    private static final String OF_FOLLOWED = "followed:";

    /** Marks an event of whatever record of the person. */
    private static final String OF_PERSON = "person:";

    // Reading the table needs the kinds above.
    private static final ClockRules STANDARD = read(ResourceTable.load(ClockRules.class, "clock-rules.csv"));

    /** Whether a clock is in time does not wait for a day on which to judge it: only what was done is judged here. */
    static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

    private final Map<String, ClockRule> rules = new LinkedHashMap<>();

    private ClockRules(Collection<ClockRule> all) {
        all.forEach(rule -> rules.put(rule.id(), rule));
    }

    public static ClockRules standard() {
        return STANDARD;
    }

    public List<ClockRule> listRules() {
        return List.copyOf(rules.values());
    }

    public ClockRule getRule(String id) {
        ClockRule rule = rules.get(id);
        if (rule == null) {
            throw new IllegalArgumentException(
                    "No clock is called \"" + id + "\". The clocks are: " + rules.keySet() + ".");
        }
        return rule;
    }

    /** The clocks that follow from what happened to somebody whose age is not known. */
    public List<Watched> watch(Collection<Occurrence> happened, CouncilLimits limits) {
        return watch(happened, null, limits);
    }

    /**
     * The clocks that follow from what happened to one person, each thing that is owed once.
     *
     * @param born date of birth, since some limits depend on age; null where it is not known
     */
    public List<Watched> watch(Collection<Occurrence> happened, @Nullable LocalDate born, CouncilLimits limits) {
        Map<String, List<Occurrence>> byAbout = new LinkedHashMap<>();
        List<Occurrence> all = happened.stream().sorted().toList();
        all.forEach(each -> byAbout.computeIfAbsent(each.about(), unused -> new ArrayList<>())
                .add(each));
        Map<String, String> followed = new LinkedHashMap<>();
        all.stream()
                .filter(each -> !each.record().equals(each.about()))
                .forEach(each -> followed.put(each.record(), each.about()));
        ShortBreaks shortBreaks = new ShortBreaks(all);
        List<Watched> watched = new ArrayList<>();
        for (ClockRule rule : rules.values()) {
            byAbout.forEach((about, happenedIn) -> {
                List<Occurrence> occurrences =
                        rule.exceptShortBreaks() ? shortBreaks.leftOutOf(happenedIn, rule) : happenedIn;
                Optional<Occurrence> start = start(rule, occurrences, all, born);
                if (start.isPresent() && rule.visits() != null) {
                    watched.addAll(visits(rule, rule.visits(), about, start.get(), occurrences, all, born, limits));
                } else if (start.isPresent() && rule.own() != null) {
                    watched.addAll(rule.own()
                            .watch(new WatchLaw.Facts(rule, start.get(), occurrences, all, shortBreaks, born, limits)));
                } else if (start.isPresent() && rule.series()) {
                    watched.addAll(series(rule, about, start.get(), occurrences, all, born, limits));
                } else if (start.isPresent()) {
                    List<Occurrence> ofFollowed = byAbout.getOrDefault(followed.getOrDefault(about, ""), List.of());
                    int sequence = 0;
                    for (Occurrence each : rule.eachTime() ? starts(rule, occurrences) : List.of(start.get())) {
                        watched.add(once(rule, about, ++sequence, each, occurrences, all, ofFollowed, limits));
                    }
                }
            });
        }
        return watched;
    }

    /** Each time that what starts it happened, once a day. */
    private static List<Occurrence> starts(ClockRule rule, List<Occurrence> occurrences) {
        Map<LocalDate, Occurrence> byDay = new LinkedHashMap<>();
        occurrences.stream()
                .filter(each -> rule.starts().contains(each.event()))
                .forEach(each -> byDay.putIfAbsent(each.on(), each));
        return List.copyOf(byDay.values());
    }

    /** What starts a clock in one record, on the day on which it starts. */
    private static Optional<Occurrence> start(
            ClockRule rule, List<Occurrence> occurrences, List<Occurrence> all, @Nullable LocalDate born) {
        StartLaw law = rule.startLaw();
        if (law == null) {
            return first(occurrences, rule.starts(), null);
        }
        List<Occurrence> ends = counted(rule.ends(), occurrences, rule.endsOfPerson(), all);
        boolean again = false;
        for (Occurrence told : starts(rule, occurrences)) {
            Optional<Occurrence> start = law.start(told, all, born);
            // What begins again on the very day of the end is not ended by it.
            LocalDate since = again ? told.on().plusDays(1) : told.on();
            if (start.isPresent()
                    && ends.stream()
                            .noneMatch(end -> !end.on().isBefore(since)
                                    && end.on().isBefore(start.get().on()))) {
                return start;
            }
            again = true;
        }
        return Optional.empty();
    }

    /**
     * @param sequence which time it is, from 1
     * @param all everything that happened to the person
     * @param ofFollowed what happened to the record that the one with the clock follows
     */
    private static Watched once(
            ClockRule rule,
            String about,
            int sequence,
            Occurrence start,
            List<Occurrence> occurrences,
            List<Occurrence> all,
            List<Occurrence> ofFollowed,
            CouncilLimits limits) {
        LocalDateTime dueAt = rule.hasLimit()
                ? start.moment()
                        .flatMap(moment -> limits.dueAt(rule.limit(1), moment))
                        .orElse(null)
                : null;
        Standstill.Moved moved = dueAt != null
                ? new Standstill.Moved(dueAt.toLocalDate(), 0, null)
                : rule.hasLimit()
                        ? standstill(rule, occurrences, all, limits).due(rule.limit(1), start.on())
                        : new Standstill.Moved(start.on(), 0, null);
        LocalDate due = moved.due();
        LocalDate unextended = due;
        boolean extended = first(occurrences, rule.extensions(), start)
                .filter(each -> !each.on().isAfter(unextended))
                .isPresent();
        if (extended) {
            due = limits.dueDate(rule.limit(2), start.on());
        }
        Occurrence opened = leftOpen(rule, occurrences, start, due);
        Occurrence closed = opened == null || rule.open() == null
                ? null
                : first(occurrences, Set.of(rule.open().ends()), opened).orElse(null);
        if (closed != null && closed.on().isAfter(due)) {
            due = closed.on();
        }
        LocalDate pausedSince = opened != null && closed == null ? opened.on() : moved.since();
        // What was promised for a day may be done before it.
        Occurrence since = rule.hasLimit() ? start : null;
        Occurrence doneSince = rule.beforehand() ? null : since;
        Occurrence met = first(occurrences, rule.stops(), doneSince)
                .or(() -> first(all, rule.stopsOfPerson(), doneSince))
                .orElse(null);
        Occurrence end = first(occurrences, rule.ends(), since)
                .or(() -> first(ofFollowed, rule.endsOfFollowed(), since))
                .or(() -> first(all, rule.endsOfPerson(), since))
                .orElse(null);
        boolean done = met != null && (end == null || met.compareTo(end) <= 0);
        boolean running = !done && end == null;
        return new Watched(
                rule.id(),
                about,
                sequence,
                start.on(),
                due,
                dueAt,
                done && met != null ? met.on() : null,
                !done && end != null ? end.on() : null,
                done && met != null ? pausedSince != null || isInTime(met, due, dueAt) : null,
                false,
                extended ? rule.limit(2) : null,
                moved.days(),
                running ? pausedSince : null);
    }

    /** What leaves its last day open; null where nothing does, or came when it was over. */
    private static @Nullable Occurrence leftOpen(
            ClockRule rule, List<Occurrence> occurrences, Occurrence start, LocalDate due) {
        return rule.open() == null
                ? null
                : first(occurrences, Set.of(rule.open().begins()), start)
                        .filter(each -> !each.on().isAfter(due))
                        .orElse(null);
    }

    private static Standstill standstill(
            ClockRule rule, List<Occurrence> occurrences, List<Occurrence> all, CouncilLimits limits) {
        return new Standstill(
                rule.pausedBy(),
                rule.pausedBy().isEmpty() ? List.of() : all,
                occurrences.stream()
                        .filter(each -> rule.stops().contains(each.event()))
                        .map(Occurrence::on)
                        .toList(),
                limits);
    }

    private static boolean isInTime(Occurrence met, LocalDate due, @Nullable LocalDateTime dueAt) {
        if (dueAt == null || met.moment().isEmpty()) {
            return !met.on().isAfter(due);
        }
        return !met.moment().get().isAfter(dueAt);
    }

    /** What may begin again after it ended, such as a placement for adoption after another, is watched again; the numbers go on. */
    private static List<Watched> series(
            ClockRule rule,
            String about,
            Occurrence first,
            List<Occurrence> occurrences,
            List<Occurrence> all,
            @Nullable LocalDate born,
            CouncilLimits limits) {
        Standstill standstill = standstill(rule, occurrences, all, limits);
        List<Watched> watched = new ArrayList<>();
        List<Occurrence> stops = counted(rule.stops(), occurrences, rule.stopsOfPerson(), all);
        List<Occurrence> ends = counted(rule.ends(), occurrences, rule.endsOfPerson(), all);
        Optional<Occurrence> start = Optional.of(first);
        while (start.isPresent()) {
            Occurrence began = start.get();
            Optional<Occurrence> end = ends.stream()
                    .filter(each -> !each.on().isBefore(began.on()))
                    .findFirst();
            // What begins again on the very day of the end is not ended by it.
            end.ifPresent(ends::remove);
            watched.addAll(seriesOnce(rule, about, began, end.orElse(null), stops, born, standstill, watched.size()));
            start = end.flatMap(over -> occurrences.stream()
                    .filter(each -> rule.starts().contains(each.event()))
                    .filter(each -> each.on().isAfter(began.on()) && !each.on().isBefore(over.on()))
                    .findFirst());
        }
        return watched;
    }

    /** What counts of what happened in a record, and of what happened to its person anywhere; in order. */
    private static List<Occurrence> counted(
            Set<String> ofRecord, List<Occurrence> occurrences, Set<String> ofPerson, List<Occurrence> all) {
        List<Occurrence> counted = new ArrayList<>();
        occurrences.stream().filter(each -> ofRecord.contains(each.event())).forEach(counted::add);
        all.stream().filter(each -> ofPerson.contains(each.event())).forEach(counted::add);
        counted.sort(null);
        return counted;
    }

    private static List<Watched> seriesOnce(
            ClockRule rule,
            String about,
            Occurrence start,
            @Nullable Occurrence end,
            List<Occurrence> stops,
            @Nullable LocalDate born,
            Standstill standstill,
            int before) {
        Set<LocalDate> held = new LinkedHashSet<>();
        stops.forEach(each -> held.add(each.on()));
        return ReviewTimetable.obligations(
                        held,
                        start.on(),
                        end == null ? null : end.on(),
                        END_OF_TIME,
                        new ReviewRule(rule.limit(1), rule.limit(2), rule.limit(3), rule.startDayCounts()),
                        (limit, from) -> standstill
                                .due(rule.limitAt(limit, from, born), from)
                                .due())
                .stream()
                .map(owed -> {
                    Standstill.Moved moved =
                            standstill.due(rule.limitAt(rule.limit(owed.sequence()), owed.start(), born), owed.start());
                    return Watched.of(rule, about, before + owed.sequence(), owed, null, moved.days(), moved.since());
                })
                .toList();
    }

    private static List<Watched> visits(
            ClockRule rule,
            VisitLaw law,
            String about,
            Occurrence start,
            List<Occurrence> occurrences,
            List<Occurrence> all,
            @Nullable LocalDate born,
            CouncilLimits limits) {
        LocalDate ended = counted(rule.ends(), occurrences, rule.endsOfPerson(), all).stream()
                .map(Occurrence::on)
                .filter(day -> !day.isBefore(start.on()))
                .findFirst()
                .orElse(null);
        LocalDate over = law.over(occurrences, born);
        LocalDate end = over == null || (ended != null && ended.isBefore(over)) ? ended : over;
        List<VisitSeries.Asked> asked = occurrences.stream()
                .flatMap(each -> Optional.ofNullable(law.asked().get(each.event()))
                        .map(asking -> new VisitSeries.Asked(later(each.on(), start.on()), asking))
                        .stream())
                .toList();
        return new VisitSeries(rule, about, start.on(), end, law.spells(start.on(), occurrences, all), asked, limits)
                .watch(counted(rule.stops(), occurrences, rule.stopsOfPerson(), all).stream()
                        .map(Occurrence::on)
                        .toList());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The first of these events, not before {@code since}; a thing done on the day of the start counts. */
    private static Optional<Occurrence> first(
            List<Occurrence> occurrences, Set<String> events, @Nullable Occurrence since) {
        return occurrences.stream()
                .filter(each -> events.contains(each.event()))
                .filter(each -> since == null || !each.on().isBefore(since.on()))
                .findFirst();
    }

    private static ClockRule.@Nullable Young young(String text) {
        if (text.isEmpty()) {
            return null;
        }
        String[] parts = text.split(" ", 2);
        return new ClockRule.Young(Integer.parseInt(parts[0]), parts[1]);
    }

    private static boolean exceptShortBreaks(ResourceTable.Row row) {
        String except = row.get("except");
        if (!except.isEmpty() && !except.equals(SHORT_BREAKS)) {
            throw new IllegalStateException(
                    "The clock \"" + row.get("id") + "\" is owed except in \"" + except + "\", which is not known.");
        }
        return !except.isEmpty();
    }

    /** @param mark the mark of the events that are meant; empty for those without one */
    private static Set<String> events(ResourceTable.Row row, String column, String mark) {
        return row.getWords(column).stream()
                .filter(each -> mark.isEmpty() ? each.indexOf(':') < 0 : each.startsWith(mark))
                .map(each -> each.substring(mark.length()))
                .collect(Collectors.toSet());
    }

    private static Set<ClockPause> pausedBy(ResourceTable.Row row, String kind) {
        Set<ClockPause> pauses =
                row.getWords("paused").stream().map(ClockPause::of).collect(Collectors.toSet());
        boolean council = row.getWords("limits").stream()
                .allMatch(limit -> CouncilLimits.standard().findLocal(limit).isPresent());
        if (!pauses.isEmpty() && (!council || !MAY_STAND_STILL.contains(kind))) {
            throw new IllegalStateException(
                    "The clock \"" + row.get("id")
                            + "\" cannot stand still: not all its limits are the council's own, or its kind does not know how.");
        }
        return pauses;
    }

    static ClockRules read(ResourceTable table) {
        List<ClockRule> rules = new ArrayList<>();
        for (ResourceTable.Row row : table.listRows()) {
            String kind = row.get("kind");
            boolean otherwise = kind.startsWith(BEFOREHAND_OTHERWISE);
            String second = otherwise ? BEFOREHAND_OTHERWISE : kind.startsWith(EXTENDABLE) ? EXTENDABLE : "";
            boolean known = KINDS.contains(kind)
                    || VISITS.containsKey(kind)
                    || STARTS.containsKey(kind)
                    || OWN.containsKey(kind);
            if (second.isEmpty() && !known) {
                throw new IllegalStateException("The kind of clock \"" + kind + "\" is not known.");
            }
            rules.add(new ClockRule(
                    row.get("id"),
                    row.get("name"),
                    kind.startsWith("series") || VISITS.containsKey(kind),
                    kind.equals(EACH_TIME),
                    kind.equals(BEFOREHAND) || otherwise,
                    kind.equals("series from start day"),
                    VISITS.get(kind),
                    STARTS.get(kind),
                    OWN.get(kind),
                    exceptShortBreaks(row),
                    List.copyOf(row.getWords("limits")),
                    second.isEmpty()
                            ? Set.of()
                            : Set.of(kind.substring(second.length()).split(" ")),
                    young(row.get("young")),
                    row.getWords("starts"),
                    events(row, "stops", ""),
                    events(row, "stops", OF_PERSON),
                    events(row, "ends", ""),
                    events(row, "ends", OF_FOLLOWED),
                    events(row, "ends", OF_PERSON),
                    pausedBy(row, kind),
                    row.get("open").isEmpty() ? null : ClockPause.of(row.get("open")),
                    row.getInteger("soon")));
        }
        return new ClockRules(rules);
    }
}
