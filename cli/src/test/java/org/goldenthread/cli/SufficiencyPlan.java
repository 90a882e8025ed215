package org.goldenthread.cli;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Children whose placements fill the cells of the council's tables of 2021-22, as the rows of a return.
 *
 * <p>The plan says how many placements each cell holds and how many days they last together. It is made into 453 children,
 * the number that the strategy says were in care in the year, of whom 328 still are on its last day: so 637 - 453 = 184 of
 * them move once, to another placement of the same age band.
 */
final class SufficiencyPlan {

    static final LocalDate FIRST = LocalDate.of(2021, 4, 1);
    static final LocalDate LAST = LocalDate.of(2022, 3, 31);
    static final int IN_CARE_AT_THE_END = 328;

    /** How many children of each age band move once: 184 of them. */
    private static final Map<String, Integer> MOVES = Map.of("0-4", 40, "5-9", 34, "10-12", 26, "13-15", 50, "16+", 34);

    private static final int DAYS_IN_YEAR = 365;

    private record Placement(String type, String provider, int days) {}

    private final HandMadeReturn files = new HandMadeReturn();
    private int children;
    private int startedInYear;

    private SufficiencyPlan() {}

    /** @param cells lines with the columns place, provider, age, placements and days */
    static SufficiencyPlan of(List<NamedCsvRecord> cells) {
        SufficiencyPlan plan = new SufficiencyPlan();
        Map<String, List<Placement>> byAge = new LinkedHashMap<>();
        for (NamedCsvRecord cell : cells) {
            int count = Integer.parseInt(cell.getField("placements"));
            int days = Integer.parseInt(cell.getField("days"));
            for (int i = 0; i < count; i++) {
                // Days are shared out evenly, what is left over going to the first ones, a day each.
                int length = days / count + (i < days % count ? 1 : 0);
                byAge.computeIfAbsent(cell.getField("age"), age -> new ArrayList<>())
                        .add(new Placement(cell.getField("place"), cell.getField("provider"), length));
            }
        }
        byAge.forEach(plan::place);
        plan.addShortBreaks();
        return plan;
    }

    HandMadeReturn files() {
        return files;
    }

    /** How many of the children came into care in the year; the others were in care as it began. */
    int startedInYear() {
        return startedInYear;
    }

    int children() {
        return children;
    }

    /** The shortest placements of a band are paired, the shortest with the longest of them, so that no pair outlasts the year. */
    private void place(String age, List<Placement> placements) {
        placements.sort(Comparator.comparingInt(Placement::days));
        int pairs = MOVES.getOrDefault(age, 0);
        for (int i = 0; i < pairs; i++) {
            child(age, List.of(placements.get(i), placements.get(2 * pairs - 1 - i)));
        }
        placements.subList(2 * pairs, placements.size()).forEach(one -> child(age, List.of(one)));
    }

    private void child(String age, List<Placement> placements) {
        int days = placements.stream().mapToInt(Placement::days).sum();
        if (days > DAYS_IN_YEAR) {
            throw new IllegalStateException("The placements of a child aged " + age + " last " + days + " days.");
        }
        int number = children++;
        boolean staysToTheEnd = number < IN_CARE_AT_THE_END;
        LocalDate first = staysToTheEnd ? LAST.minusDays(days - 1L) : FIRST;
        LocalDate lastStart = placements.size() == 1
                ? first
                : first.plusDays(placements.getFirst().days());
        LocalDate birthday = birthday(age, number % 2 == 0 ? first : lastStart, number % 2 == 0);
        String child = "F" + (1001 + number);
        files.child(child, birthday);
        // Those in care as the year begins came into it fifteen months before, or were born since.
        LocalDate came = first.equals(FIRST) ? later(FIRST.minusMonths(15), birthday) : first;
        if (!came.isBefore(FIRST)) {
            startedInYear++;
        }
        LocalDate start = came;
        LocalDate day = first;
        for (int i = 0; i < placements.size(); i++) {
            Placement placement = placements.get(i);
            LocalDate end = day.plusDays(placement.days());
            boolean last = i == placements.size() - 1;
            row(child, start, i == 0 ? "S" : "P", placement, last && staysToTheEnd ? null : end, last, number);
            start = end;
            day = end;
        }
    }

    /** Every third placement that lasts long enough changes its legal status after a week, which makes it two rows. */
    private void row(
            String child,
            LocalDate start,
            String why,
            Placement placement,
            @Nullable LocalDate end,
            boolean last,
            int number) {
        String where = " " + placement.type() + " " + placement.provider();
        String ends = end == null ? "" : last ? "E4A" : "X1";
        if (number % 3 == 0 && placement.days() > 14) {
            LocalDate changes = (start.isBefore(FIRST) ? FIRST : start).plusDays(7);
            files.episode(child, start, why + " C1" + where, changes, "X1");
            files.episode(child, changes, "L C2" + where, end, ends);
        } else {
            files.episode(child, start, why + " C2" + where, end, ends);
        }
    }

    /** A birthday by which the child is of the band's first age on that day, or will be of the next band's the day after. */
    private static LocalDate birthday(String band, LocalDate day, boolean youngest) {
        int hyphen = band.indexOf('-');
        int first = Integer.parseInt(hyphen < 0 ? band.replace("+", "") : band.substring(0, hyphen));
        int last = hyphen < 0 ? 17 : Integer.parseInt(band.substring(hyphen + 1));
        return youngest ? day.minusYears(first) : day.plusDays(1).minusYears(last + 1L);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Children with agreed short breaks, whom none of the tables counts. */
    private void addShortBreaks() {
        for (String child : List.of("V1", "V2")) {
            files.episode(child, FIRST.plusDays(40), "S V4 U6 PR1", null, "");
        }
    }
}
