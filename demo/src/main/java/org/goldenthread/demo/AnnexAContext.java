package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the lists share: the people, the day, and Ofsted's spellings. */
final class AnnexAContext {
    private static final List<String> ETHNICITIES = List.of(
            "WBRI", "WIRI", "WIRT", "WOTH", "WROM", "MWBC", "MWBA", "MWAS", "MOTH", "AIND", "APKN", "ABAN", "AOTH",
            "BCRB", "BAFR", "BOTH", "CHNE", "OOTH", "REFU", "NOBT");
    private static final Map<String, String> SOURCES = sources();

    final List<Person> people;
    final LocalDate day;
    final LocalDate sixMonthsBefore;
    final LocalDate yearBefore;
    final Knowledge knowledge;
    private final Workforce workforce;

    AnnexAContext(Borough borough, Knowledge knowledge) {
        this.people = borough.people();
        this.knowledge = knowledge;
        this.day = knowledge.day();
        this.sixMonthsBefore = day.minusMonths(6).plusDays(1);
        this.yearBefore = day.minusYears(1).plusDays(1);
        this.workforce = new Workforce(borough.options().scale());
    }

    private static Map<String, String> sources() {
        Map<String, String> sources = new TreeMap<>();
        String spellings = "a) 1A: Individual|b) 1B: Individual|c) 1C: Individual|d) 1D: Individual|e) 2A: Schools|"
                + "f) 2B: Education services|g) 3A: Health services|h) 3B: Health services|i) 3C: Health services|"
                + "j) 3D: Health services|k) 3E: Health services|l) 3F: Health services|m) 4: Housing|"
                + "n) 5A: LA services|o) 5B: LA services|p) 5C: LA services|p1) 5D: LA services|q) 6: Police|"
                + "r) 7: Other legal agency|s) 8: Other|t) 9: Anonymous|u) 10: Unknown";
        for (String spelling : spellings.split("\\|")) {
            sources.put(spelling.replaceAll("^.*\\) (\\w+):.*$", "$1"), spelling);
        }
        return sources;
    }

    boolean isInSixMonths(@Nullable LocalDate event) {
        return event != null && !event.isBefore(sixMonthsBefore) && !event.isAfter(day);
    }

    boolean isInYear(@Nullable LocalDate event) {
        return event != null && !event.isBefore(yearBefore) && !event.isAfter(day);
    }

    @Nullable LocalDate known(@Nullable LocalDate event) {
        return knowledge.has(event) ? event : null;
    }

    /** The five columns that say who the child is. */
    List<Object> child(Person person) {
        return List.of(
                person.id(), person.sex.annexA(), ethnicity(person), person.birth, Math.max(0, person.ageOn(day)));
    }

    static String ethnicity(Person person) {
        return (char) ('a' + ETHNICITIES.indexOf(person.ethnicity)) + ") " + person.ethnicity;
    }

    static String disability(Person person) {
        return yesOrNo(!person.disabilities.isEmpty());
    }

    static String yesOrNo(boolean yes) {
        return yes ? "a) Yes" : "b) No";
    }

    static String source(String code) {
        return SOURCES.getOrDefault(code, "u) 10: Unknown");
    }

    /** Team and worker of a case that is not one of care. */
    List<Object> worker(Person person, String team) {
        long unit = 1 + Math.floorMod(Dice.mix(person.family), 4L);
        return Arrays.asList(team + " " + unit, Workforce.nameOf(workforce.workerFor(person)));
    }

    /** A day on which something that recurs was last done: up to so many days before the last that it could be. */
    static LocalDate lately(Person person, LocalDate latest, LocalDate earliest, int days) {
        long back = Math.floorMod(Dice.mix(person.number * 43L + latest.toEpochDay() + days), (long) days);
        return Days.later(Days.workingOnOrBefore(latest.minusDays(back)), earliest);
    }

    static boolean chance(Person person, int salt, int percent) {
        return Math.floorMod(Dice.mix(person.number * 47L + salt), 100L) < percent;
    }
}
