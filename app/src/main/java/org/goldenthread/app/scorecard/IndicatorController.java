package org.goldenthread.app.scorecard;

import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.web.Pages;
import org.goldenthread.core.figures.Part;
import org.goldenthread.core.figures.Rating;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.Scorecard;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The page about one indicator: what it means, its numbers, and a rating given by a person. */
@Controller
class IndicatorController {

    private static final int LONGEST_REASON = 2000;

    private final Pages pages;
    private final Scorecards scorecards;
    private final DisclosureStore disclosure;
    private final RatingOverrides overrides;
    private final CommentaryBook commentaries;
    private final Viewers viewers;

    IndicatorController(
            Pages pages,
            Scorecards scorecards,
            DisclosureStore disclosure,
            RatingOverrides overrides,
            CommentaryBook commentaries,
            Viewers viewers) {
        this.pages = pages;
        this.scorecards = scorecards;
        this.disclosure = disclosure;
        this.overrides = overrides;
        this.commentaries = commentaries;
        this.viewers = viewers;
    }

    @GetMapping("/{part:part-[12]}/{month:[0-9]{4}-[0-9]{2}}/indicators/{number}")
    View show(@PathVariable String part, @PathVariable YearMonth month, @PathVariable String number) {
        return page(Addresses.part(part), month, number, "", "");
    }

    @PostMapping("/part-2/{month:[0-9]{4}-[0-9]{2}}/indicators/{number}/rating")
    View override(
            @PathVariable YearMonth month,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String rating,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        Optional<Rating> chosen = Arrays.stream(Rating.values())
                .filter(one -> one.name().equals(rating))
                .filter(one -> one == Rating.GREEN || one.isBelowExpectation())
                .findFirst();
        if (chosen.isEmpty() && !rating.equals("RULE")) {
            return page(Part.PART_2, month, number, "Choose a rating", reason);
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return page(
                    Part.PART_2,
                    month,
                    number,
                    "Give the reason, in at most " + LONGEST_REASON + " characters. It is printed beside the rating",
                    reason);
        }
        overrides.give(
                month.atEndOfMonth(), number, scorecards.openTo(month, number), chosen.orElse(null), reason.strip());
        pages.notice(request, "The rating of indicator " + number + " is saved.");
        return new RedirectView(Addresses.of(Part.PART_2, month) + "indicators/" + number);
    }

    private View page(Part part, YearMonth month, String number, String problem, String reason) {
        Scorecard scorecard = scorecards
                .findScorecard(month, part)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Indicator indicator =
                scorecard.findIndicator(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Viewer viewer = viewers.getViewer();
        return pages.of("indicator", indicator.number() + ". " + indicator.name())
                .under("Scorecard, " + Words.month(month), Addresses.of(part, month) + "scorecard")
                .with(new IndicatorPage(
                        scorecard.snapshot(),
                        indicator,
                        scorecards.catalogue().getMeasure(indicator.measure()),
                        part,
                        month,
                        commentaries
                                .commentaries(month.atEndOfMonth())
                                .findCommentary(indicator, part)
                                .orElse(null),
                        indicator.current().isSuppressed(),
                        disclosure.current().smallCounts(),
                        part == Part.PART_2 && viewer.may(Right.SEE_CHILDREN),
                        part == Part.PART_2
                                && viewer.may(Right.OVERRIDE_RATING)
                                && indicator.expectation().isTarget(),
                        problem,
                        reason));
    }
}
