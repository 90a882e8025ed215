package org.goldenthread.app.scorecard;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.web.Pages;
import org.goldenthread.core.figures.Part;
import org.goldenthread.core.figures.Rating;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.Scorecard;
import org.goldenthread.publication.ByException;
import org.goldenthread.publication.Layout;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The scorecard page. */
@Controller
class ScorecardController {

    /** On a screen what is read first comes first; the papers keep the council's own order. */
    private static final Layout READING_ORDER = Layout.parse("""
            number
            name
            rating = RAG
            year-to-date = Latest or year to date
            direction = Direction of travel
            chart = Trend
            expectation = Target or range
            polarity
            months
            earlier-years
            comparators
            note
            """);

    private final Pages pages;
    private final Scorecards scorecards;
    private final IndexStore index;
    private final Viewers viewers;

    ScorecardController(Pages pages, Scorecards scorecards, IndexStore index, Viewers viewers) {
        this.pages = pages;
        this.scorecards = scorecards;
        this.index = index;
        this.viewers = viewers;
    }

    @GetMapping("/scorecard")
    View latest(
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(defaultValue = "") String rating,
            @RequestParam(defaultValue = "") String columns) {
        List<YearMonth> months = scorecards.listMonths();
        if (months.isEmpty()) {
            return pages.of("nothing-loaded", "No returns have been loaded yet").with("");
        }
        Viewer viewer = viewers.getViewer();
        YearMonth chosen = months.stream()
                .filter(one -> one.toString().equals(month))
                .findFirst()
                .orElse(months.getFirst());
        Part shown = viewer.may(Right.SEE_PART_2) && !part.equals("1") ? Part.PART_2 : Part.PART_1;
        RedirectView redirect = new RedirectView(Addresses.of(shown, chosen) + "scorecard");
        redirect.setExposeModelAttributes(true);
        addFilter(redirect, "section", section);
        addFilter(redirect, "rating", rating);
        addFilter(redirect, "columns", columns);
        return redirect;
    }

    @GetMapping("/{part:part-[12]}/{month:[0-9]{4}-[0-9]{2}}/scorecard")
    View show(
            @PathVariable String part,
            @PathVariable YearMonth month,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(defaultValue = "") String rating,
            @RequestParam(defaultValue = "reading") String columns) {
        Scorecard scorecard = scorecards
                .findScorecard(month, Addresses.part(part))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Indicator> shown = scorecard.indicators().stream()
                .filter(indicator -> section.isEmpty() || indicator.section().equals(section))
                .filter(indicator -> rating.isEmpty()
                        || ByException.ratingOf(indicator).name().equals(rating))
                .toList();
        Layout layout = columns.equals("papers") ? index.current().layout() : READING_ORDER;
        return pages.of("scorecard", scorecard.title())
                .wide()
                .with(new ScorecardPage(
                        scorecard,
                        scorecard.part(),
                        month,
                        scorecards.listMonths(),
                        scorecard.indicators().stream()
                                .map(Indicator::section)
                                .distinct()
                                .toList(),
                        section,
                        rating,
                        columns,
                        IndexTable.of(scorecard, shown, layout),
                        counts(scorecard),
                        viewers.getViewer().may(Right.SEE_PART_2)));
    }

    private static List<ScorecardPage.RatingCount> counts(Scorecard scorecard) {
        return Arrays.stream(Rating.values())
                .map(rating -> new ScorecardPage.RatingCount(
                        rating == Rating.SUPPRESSED ? "Suppressed" : Words.rating(rating),
                        Words.ratingClass(rating),
                        scorecard.indicators().stream()
                                .filter(indicator -> ByException.ratingOf(indicator) == rating)
                                .count()))
                .filter(count -> count.count() > 0)
                .toList();
    }

    private static void addFilter(RedirectView redirect, String name, String value) {
        if (!value.isEmpty()) {
            redirect.addStaticAttribute(name.toLowerCase(Locale.ROOT), value);
        }
    }
}
