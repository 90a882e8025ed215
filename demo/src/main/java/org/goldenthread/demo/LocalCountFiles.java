package org.goldenthread.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What no return holds: monthly counts from the council's services, and estimates of the population. */
final class LocalCountFiles {
    private static final int CHILDREN = 75_000;
    private static final int CHILDREN_OF_2021 = 74_600;
    /** Share of a year's count by month, January first. */
    private static final double[] SEASON = {
        0.085, 0.086, 0.092, 0.072, 0.09, 0.094, 0.086, 0.06, 0.085, 0.09, 0.09, 0.07
    };

    private final DemoOptions options;
    private final LocalDate day;

    private LocalCountFiles(DemoOptions options, LocalDate day) {
        this.options = options;
        this.day = day;
    }

    static void write(DemoOptions options, LocalDate day, Path directory) throws IOException {
        Files.createDirectories(directory);
        LocalCountFiles files = new LocalCountFiles(options, day);
        files.writeCounts(directory.resolve("local-counts.csv"));
        files.writePopulation(directory.resolve("population.csv"));
    }

    private void writeCounts(Path file) throws IOException {
        try (ReturnTable table = ReturnTable.open(
                file,
                "local_measure",
                "period_start",
                "period_end",
                "value",
                "numerator",
                "denominator",
                "state",
                "note")) {
            for (LocalCount count : LocalCount.listAll()) {
                for (LocalDate month = options.firstDay(); !month.isAfter(day); month = month.plusMonths(1)) {
                    LocalDate end = month.plusMonths(1).minusDays(1);
                    if (!end.isAfter(day) && count.endsIn(end)) {
                        write(table, count, end);
                    }
                }
            }
        }
    }

    private void write(ReturnTable table, LocalCount count, LocalDate end) {
        LocalDate start = count.periodStart(end);
        boolean latest = end.plusMonths(1).isAfter(day);
        if (count.missing().contains(end.getMonthValue())) {
            table.row(count.key(), start, end, "", "", "", "not collected", "");
            return;
        }
        if (latest && count.last().equals("awaiting publication")) {
            table.row(count.key(), start, end, "", "", "", count.last(), "");
            return;
        }
        String state = latest && !count.last().isEmpty() ? count.last() : "value";
        Dice dice = new Dice(Dice.mix(options.seed() * 71L + count.key().hashCode()) + end.toEpochDay());
        double level = Math.max(0, count.level(end) * (1 + dice.normal() * count.sway()));
        switch (count.kind()) {
            case "mean" ->
                table.row(count.key(), start, end, String.format(Locale.ROOT, "%.1f", level), "", "", state, "");
            case "percent" -> share(table, count, start, end, state, Math.min(100, level) / 100, dice);
            case "ratio" -> share(table, count, start, end, state, level, dice);
            case "stock" -> table.row(count.key(), start, end, whole(level * options.scale(), dice), "", "", state, "");
            default -> {
                double months = count.missing().isEmpty()
                        ? SEASON[end.getMonthValue() - 1]
                        : 1.0 / (12 - count.missing().size());
                table.row(count.key(), start, end, whole(level * months * options.scale(), dice), "", "", state, "");
            }
        }
    }

    private void share(
            ReturnTable table,
            LocalCount count,
            LocalDate start,
            LocalDate end,
            String state,
            double share,
            Dice dice) {
        long base = Math.max(1, Math.round(count.base() * options.scale() * (1 + dice.normal() * 0.01)));
        table.row(count.key(), start, end, "", Math.round(base * share), base, state, "");
    }

    /** A whole number that is right on average. */
    private static @Nullable Object whole(double level, Dice dice) {
        return (long) (level + dice.fraction());
    }

    /** Single years of age, 0 to 24, for each mid-year that the returns need and the two before. */
    private void writePopulation(Path file) throws IOException {
        try (ReturnTable table = ReturnTable.open(
                file, "la_code", "mid_year", "age_from", "age_to", "population", "population_source")) {
            for (int year = options.firstDay().getYear() - 2;
                    year <= day.minusMonths(9).getYear();
                    year++) {
                long children = Math.round((year >= 2022 ? CHILDREN : CHILDREN_OF_2021) * options.scale());
                for (int age = 0; age < 25; age++) {
                    long until = Math.round(children * (age + 1) / 18.0);
                    long before = Math.round(children * age / 18.0);
                    table.row(options.authority().code(), year, age, age, until - before, "made up");
                }
            }
        }
    }
}
