package org.goldenthread.app.scorecard;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.snapshots.OpenSnapshot;
import org.goldenthread.app.snapshots.OpenSnapshots;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.goldenthread.core.disclosure.NotProvedException;
import org.goldenthread.core.figures.Part;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.engine.SourceCoverage;
import org.goldenthread.measures.scorecard.Comparators;
import org.goldenthread.measures.scorecard.IndexRow;
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

    private static final int MONTHS_OFFERED = 24;
    private static final int KEPT = 64;
    private static final List<String> MAIN_RETURNS = List.of("cin", "ssda903.episodes");

    private final OpenSnapshots snapshots;
    private final IndexStore index;
    private final DisclosureStore disclosure;
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

    /** All that the scorecards of one day are drawn from, asked once, so that both parts are of the same state of things. */
    private record Basis(
            OpenSnapshot snapshot,
            LocalDate asAt,
            SavedIndex index,
            Map<String, RatingOverride> overrides,
            PublishedValues published,
            SavedDisclosure disclosure,
            long issued) {

        Key key(Part part) {
            boolean open = part == Part.PART_1;
            return new Key(
                    snapshot.entry().id(),
                    asAt,
                    part,
                    index.id(),
                    overrides,
                    published.toJson(),
                    open ? disclosure.id() : 0,
                    open ? issued : 0);
        }
    }

    /** @param disclosure and {@code issued} bear on Part 1 alone; nought for Part 2 */
    private record Key(
            String snapshot,
            LocalDate asAt,
            Part part,
            long index,
            Map<String, RatingOverride> overrides,
            String published,
            long disclosure,
            long issued) {}

    /**
     * Both parts of one state of things.
     *
     * @param open Part 1
     * @param exempt Part 2
     * @param disclosure the rules that Part 1 was made with
     */
    public record Both(Scorecard open, Scorecard exempt, SavedIndex index, SavedDisclosure disclosure) {}

    Scorecards(
            OpenSnapshots snapshots,
            IndexStore index,
            DisclosureStore disclosure,
            RatingOverrides overrides,
            PublishedStore published,
            IssuedPartOnes issued,
            Viewers viewers) {
        this.snapshots = snapshots;
        this.index = index;
        this.disclosure = disclosure;
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
        return findBasis(month).map(basis -> scorecard(basis, part));
    }

    /** Both parts at the end of {@code month}, of the same snapshot, index and rules; empty where nothing has been loaded. */
    public Optional<Both> findBoth(YearMonth month) {
        viewers.require(Right.SEE_PART_2);
        return findBasis(month)
                .map(basis -> new Both(
                        scorecard(basis, Part.PART_1),
                        scorecard(basis, Part.PART_2),
                        basis.index(),
                        basis.disclosure()));
    }

    /** Which part a commentary or an override on this indicator may stand in: both, or Part 2 alone. */
    public Part openTo(YearMonth month, String number) {
        boolean hidden = findBasis(month)
                .map(basis -> scorecard(basis, Part.PART_1))
                .flatMap(scorecard -> scorecard.findIndicator(number))
                .map(Indicator::hidesAnything)
                .orElse(true);
        return hidden ? Part.PART_2 : Part.PART_1;
    }

    /**
     * Tries rules of disclosure control on the latest month before they are put in force.
     *
     * @throws NotProvedException if no Part 1 can be proved with them, as where earlier issues show what they would hide
     */
    public void requireProved(DisclosureRules rules) {
        listMonths().stream()
                .findFirst()
                .flatMap(this::findBasis)
                .ifPresent(basis ->
                        PartOne.from(scorecard(basis, Part.PART_2), catalogue.get(), rules, issued.listScorecards()));
    }

    private Optional<Basis> findBasis(YearMonth month) {
        LocalDate asAt = month.atEndOfMonth();
        return snapshots
                .findCurrent()
                .map(snapshot -> new Basis(
                        snapshot,
                        asAt,
                        index.current(),
                        overrides.inForce(asAt),
                        published.before(asAt),
                        disclosure.current(),
                        issued.latest()));
    }

    private Scorecard scorecard(Basis basis, Part part) {
        Key key = basis.key(part);
        CompletableFuture<Scorecard> mine = new CompletableFuture<>();
        CompletableFuture<Scorecard> known;
        synchronized (built) {
            known = built.putIfAbsent(key, mine);
        }
        if (known != null) {
            return await(known);
        }
        try {
            Scorecard scorecard = part == Part.PART_1
                    ? PartOne.from(
                            scorecard(basis, Part.PART_2),
                            catalogue.get(),
                            basis.disclosure().rules(),
                            issued.listScorecards())
                    : build(basis);
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

    /** What another thread is building; where it fails, this one fails of the same cause. */
    private static Scorecard await(CompletableFuture<Scorecard> known) {
        try {
            return known.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException problem ? problem : failed;
        }
    }

    private Scorecard build(Basis basis) {
        Map<String, RatingOverride> ofThisIndex = new LinkedHashMap<>(basis.overrides());
        ofThisIndex
                .keySet()
                .retainAll(basis.index().definition().rows().stream()
                        .map(IndexRow::number)
                        .toList());
        OpenSnapshot snapshot = basis.snapshot();
        return new ScorecardBuilder()
                .build(ScorecardRequest.of(
                                snapshot.dataset(),
                                snapshot.engine(),
                                catalogue.get(),
                                basis.index().definition(),
                                basis.asAt())
                        .withComparators(comparators.get())
                        .withPublished(basis.published())
                        .withOverrides(ofThisIndex));
    }
}
