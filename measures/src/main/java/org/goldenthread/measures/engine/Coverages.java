package org.goldenthread.measures.engine;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.goldenthread.core.figures.FigureState;
import org.goldenthread.core.figures.Period;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.catalogue.SourceNames;

/** Whether the loaded sources reach far enough for a measure to be counted, so that no gap is shown as nought. */
public final class Coverages {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private record Span(LocalDate from, LocalDate to) {}

    /**
     * Why a figure cannot be counted.
     *
     * @param state not yet, where the sources end before the period does; not collected otherwise
     * @param reason which source is needed, for which days, and what is loaded
     */
    public record Gap(FigureState state, String reason) {}

    private final Map<String, List<Span>> spans = new HashMap<>();

    private Coverages() {}

    public static Coverages of(List<SourceCoverage> loaded) {
        Coverages coverages = new Coverages();
        loaded.stream()
                .sorted(Comparator.comparing(SourceCoverage::from).thenComparing(SourceCoverage::to))
                .forEach(coverages::add);
        return coverages;
    }

    /** Spans that touch or overlap become one: three yearly returns cover three years. */
    private void add(SourceCoverage coverage) {
        List<Span> known = spans.computeIfAbsent(coverage.source(), s -> new ArrayList<>());
        Span last = known.isEmpty() ? null : known.getLast();
        if (last != null && !coverage.from().isAfter(last.to().plusDays(1))) {
            LocalDate to = coverage.to().isAfter(last.to()) ? coverage.to() : last.to();
            known.set(known.size() - 1, new Span(last.from(), to));
        } else {
            known.add(new Span(coverage.from(), coverage.to()));
        }
    }

    public boolean isLoaded(String source) {
        return spans.containsKey(source);
    }

    /** Whether a source speaks of days after {@code day}. */
    public boolean reachesBeyond(String source, LocalDate day) {
        return spans.getOrDefault(source, List.of()).stream()
                .anyMatch(span -> span.to().isAfter(day));
    }

    /** Why a measure cannot be counted for a period; empty where it can. */
    public Optional<Gap> findGap(Measure measure, Period period) {
        LocalDate from = firstDayNeeded(measure, period);
        List<String> lacking = new ArrayList<>();
        List<String> late = new ArrayList<>();
        for (List<String> alternative : measure.needs().alternatives()) {
            List<String> missing = new ArrayList<>();
            boolean onlyLate = true;
            for (String source : alternative) {
                if (!covers(source, from, period.end())) {
                    missing.add(describe(source, from, period.end()));
                    onlyLate &= endsTooSoon(source, from, period.end());
                }
            }
            if (missing.isEmpty()) {
                return Optional.empty();
            }
            (onlyLate ? late : lacking).add(String.join(" and ", missing));
        }
        boolean notYet = !late.isEmpty();
        return Optional.of(new Gap(
                notYet ? FigureState.NOT_YET : FigureState.NOT_COLLECTED,
                "Needs " + String.join(", or ", notYet ? late : lacking) + "."));
    }

    private static LocalDate firstDayNeeded(Measure measure, Period period) {
        LocalDate first = switch (measure.timing()) {
            case IN_MONTH -> period.start();
            case AT_END -> period.end();
            case YEAR_TO_DATE -> measure.year().startOfYear(period.end());
            case ROLLING_YEAR -> period.end().plusDays(1).minusYears(1);
        };
        return first.minus(measure.lookback());
    }

    private boolean covers(String source, LocalDate from, LocalDate to) {
        return spans.getOrDefault(source, List.of()).stream()
                .anyMatch(span -> !span.from().isAfter(from) && !span.to().isBefore(to));
    }

    /** Begins soon enough (or at any rate before the period's end) and lacks only the last days. */
    private boolean endsTooSoon(String source, LocalDate from, LocalDate to) {
        List<Span> known = spans.getOrDefault(source, List.of());
        if (known.isEmpty()) {
            return false;
        }
        Span last = known.getLast();
        return last.to().isBefore(to)
                && (!last.from().isAfter(from) || last.to().isBefore(from));
    }

    private String describe(String source, LocalDate from, LocalDate to) {
        String days = from.equals(to) ? "on " + DAY.format(to) : "for " + DAY.format(from) + " to " + DAY.format(to);
        List<Span> known = spans.getOrDefault(source, List.of());
        String loaded = known.isEmpty()
                ? "none is loaded"
                : "loaded: "
                        + String.join(
                                " and ",
                                known.stream()
                                        .map(span -> span.from().equals(span.to())
                                                ? DAY.format(span.to())
                                                : DAY.format(span.from()) + " to " + DAY.format(span.to()))
                                        .toList());
        return SourceNames.describe(source) + " " + days + " (" + loaded + ")";
    }
}
