package org.goldenthread.app.scorecard;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.snapshots.OpenSnapshot;
import org.goldenthread.app.snapshots.OpenSnapshots;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.goldenthread.core.figures.Part;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.engine.SourceCoverage;
import org.goldenthread.measures.scorecard.Comparators;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.PartOne;
import org.goldenthread.measures.scorecard.PublishedValues;
import org.goldenthread.measures.scorecard.RatingOverride;
import org.goldenthread.measures.scorecard.Scorecard;
import org.goldenthread.measures.scorecard.ScorecardBuilder;
import org.goldenthread.measures.scorecard.ScorecardRequest;
import org.springframework.stereotype.Service;

/**
 * The scorecards of the current snapshot, each built once.
 *
 * <p>The exempt scorecard is built the same for everybody and given only to those with the right to it; the public one is
 * drawn from it.
 */
@Service
public class Scorecards {

    /** What may not be told, for every Part 1 made here. */
    public static final DisclosureRules DISCLOSURE = DisclosureRules.standard();

    private static final int MONTHS_OFFERED = 24;
    private static final int KEPT = 64;
    private static final List<String> MAIN_RETURNS = List.of("cin", "ssda903.episodes");

    private final OpenSnapshots snapshots;
    private final IndexStore index;
    private final RatingOverrides overrides;
    private final PublishedStore published;
    private final IssuedPartOnes issued;
    private final Viewers viewers;
    private final Once<Catalogue> catalogue = new Once<>(Catalogue::standard);
    private final Once<Comparators> comparators = new Once<>(Comparators::standard);
    private final Map<Key, CompletableFuture<Scorecard>> built = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CompletableFuture<Scorecard>> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(
            String snapshot,
            long index,
            LocalDate asAt,
            Part part,
            Map<String, RatingOverride> overrides,
            String published,
            long issued) {}

    Scorecards(
            OpenSnapshots snapshots,
            IndexStore index,
            RatingOverrides overrides,
            PublishedStore published,
            IssuedPartOnes issued,
            Viewers viewers) {
        this.snapshots = snapshots;
        this.index = index;
        this.overrides = overrides;
        this.published = published;
        this.issued = issued;
        this.viewers = viewers;
    }

    public Catalogue catalogue() {
        return catalogue.get();
    }

    /** The months whose end a scorecard can speak of, latest first; empty where nothing has been loaded. */
    public List<YearMonth> listMonths() {
        return snapshots
                .findCurrent()
                .map(snapshot -> monthsOf(snapshot.dataset().coverage()))
                .orElse(List.of());
    }

    /** The last whole month that the main returns reach together, and those before it. */
    static List<YearMonth> monthsOf(List<SourceCoverage> coverage) {
        Optional<LocalDate> last = lastDay(coverage);
        Optional<LocalDate> first = coverage.stream().map(SourceCoverage::from).min(LocalDate::compareTo);
        if (last.isEmpty() || first.isEmpty()) {
            return List.of();
        }
        YearMonth latest = lastWholeMonth(last.get());
        YearMonth earliest = YearMonth.from(first.get());
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = latest; months.size() < MONTHS_OFFERED && !month.isBefore(earliest); ) {
            months.add(month);
            month = month.minusMonths(1);
        }
        return months.isEmpty() ? List.of(latest) : months;
    }

    /**
     * The day that SSDA903 and census both reach. Where one lags the other by more than a quarter it is last year's return
     * beside this year's extract, and the newer one decides; where there is neither, whatever reaches furthest does.
     */
    private static Optional<LocalDate> lastDay(List<SourceCoverage> coverage) {
        List<LocalDate> main = MAIN_RETURNS.stream()
                .flatMap(source -> coverage.stream()
                        .filter(one -> one.source().equals(source))
                        .map(SourceCoverage::to)
                        .max(LocalDate::compareTo)
                        .stream())
                .sorted()
                .toList();
        if (main.isEmpty()) {
            return coverage.stream().map(SourceCoverage::to).max(LocalDate::compareTo);
        }
        LocalDate newest = main.getLast();
        return main.stream().filter(day -> day.isAfter(newest.minusMonths(3))).findFirst();
    }

    /** The last whole month that {@code coverage} reaches; empty where it covers nothing. */
    public static Optional<YearMonth> latestMonth(List<SourceCoverage> coverage) {
        return monthsOf(coverage).stream().findFirst();
    }

    static YearMonth lastWholeMonth(LocalDate covered) {
        YearMonth month = YearMonth.from(covered);
        return month.atEndOfMonth().equals(covered) ? month : month.minusMonths(1);
    }

    /** The scorecard at the end of {@code month}; empty where nothing has been loaded. */
    public Optional<Scorecard> findScorecard(YearMonth month, Part part) {
        viewers.require(
                switch (part) {
                    case PART_1 -> Right.SEE_PART_1;
                    case PART_2 -> Right.SEE_PART_2;
                });
        return snapshots.findCurrent().map(snapshot -> scorecard(snapshot, month.atEndOfMonth(), part));
    }

    /** Which part a commentary or an override on this indicator may stand in: both, or Part 2 alone. */
    public Part openTo(YearMonth month, String number) {
        boolean hidden = snapshots
                .findCurrent()
                .map(snapshot -> scorecard(snapshot, month.atEndOfMonth(), Part.PART_1))
                .flatMap(scorecard -> scorecard.findIndicator(number))
                .map(Indicator::hidesAnything)
                .orElse(true);
        return hidden ? Part.PART_2 : Part.PART_1;
    }

    private Scorecard scorecard(OpenSnapshot snapshot, LocalDate asAt, Part part) {
        SavedIndex current = index.current();
        Map<String, RatingOverride> given = overrides.inForce(asAt);
        PublishedValues values = published.before(asAt);
        Key key = new Key(snapshot.entry().id(), current.id(), asAt, part, given, values.toJson(), issued.latest());
        CompletableFuture<Scorecard> mine = new CompletableFuture<>();
        CompletableFuture<Scorecard> known;
        synchronized (built) {
            known = built.putIfAbsent(key, mine);
        }
        if (known != null) {
            return known.join();
        }
        try {
            Scorecard scorecard = part == Part.PART_1
                    ? PartOne.from(
                            scorecard(snapshot, asAt, Part.PART_2),
                            catalogue.get(),
                            DISCLOSURE,
                            issued.listScorecards())
                    : build(snapshot, current, asAt, given, values);
            mine.complete(scorecard);
            return scorecard;
        } catch (RuntimeException problem) {
            synchronized (built) {
                built.remove(key);
            }
            mine.completeExceptionally(problem);
            throw problem;
        }
    }

    private Scorecard build(
            OpenSnapshot snapshot,
            SavedIndex current,
            LocalDate asAt,
            Map<String, RatingOverride> given,
            PublishedValues values) {
        Map<String, RatingOverride> ofThisIndex = new LinkedHashMap<>(given);
        ofThisIndex
                .keySet()
                .retainAll(current.definition().rows().stream()
                        .map(org.goldenthread.measures.scorecard.IndexRow::number)
                        .toList());
        return new ScorecardBuilder()
                .build(ScorecardRequest.of(
                                snapshot.dataset(), snapshot.engine(), catalogue.get(), current.definition(), asAt)
                        .withComparators(comparators.get())
                        .withPublished(values)
                        .withOverrides(ofThisIndex));
    }
}
