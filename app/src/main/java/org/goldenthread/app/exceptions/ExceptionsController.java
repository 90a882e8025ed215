package org.goldenthread.app.exceptions;

import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.drafts.Drafts;
import org.goldenthread.app.scorecard.Addresses;
import org.goldenthread.app.scorecard.CommentaryBook;
import org.goldenthread.app.scorecard.Scorecards;
import org.goldenthread.app.scorecard.Words;
import org.goldenthread.app.web.Pages;
import org.goldenthread.core.figures.Part;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.Scorecard;
import org.goldenthread.publication.ByException;
import org.goldenthread.publication.Commentaries;
import org.goldenthread.publication.Commentary;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** By exception: what is below expectation and why. */
@Controller
class ExceptionsController {

    private static final int LONGEST = 8000;

    private final Pages pages;
    private final Scorecards scorecards;
    private final CommentaryBook book;
    private final Drafts drafts;
    private final Viewers viewers;

    ExceptionsController(Pages pages, Scorecards scorecards, CommentaryBook book, Drafts drafts, Viewers viewers) {
        this.pages = pages;
        this.scorecards = scorecards;
        this.book = book;
        this.drafts = drafts;
        this.viewers = viewers;
    }

    @GetMapping("/{part:part-[12]}/{month:[0-9]{4}-[0-9]{2}}/below-expectation")
    View show(@PathVariable String part, @PathVariable YearMonth month) {
        return page(Addresses.part(part), month, "", "", "");
    }

    @PostMapping("/part-2/{month:[0-9]{4}-[0-9]{2}}/below-expectation")
    View save(
            @PathVariable YearMonth month,
            @RequestParam String number,
            @RequestParam String text,
            HttpServletRequest request) {
        Scorecard scorecard = scorecard(month, Part.PART_2);
        if (scorecard.findIndicator(number).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (text.isBlank() || text.length() > LONGEST) {
            return page(
                    Part.PART_2,
                    month,
                    number,
                    text,
                    "Write why performance is below expectation and what is being done, in at most " + LONGEST
                            + " characters");
        }
        book.write(month.atEndOfMonth(), number, scorecards.openTo(month, number), text.strip());
        drafts.drop(CommentaryDrafts.name(month, number));
        pages.notice(request, "The commentary on indicator " + number + " is saved.");
        return new RedirectView(Addresses.of(Part.PART_2, month) + "below-expectation");
    }

    private View page(Part part, YearMonth month, String refused, String typed, String problem) {
        Scorecard scorecard = scorecard(month, part);
        Commentaries commentaries = book.commentaries(month.atEndOfMonth());
        boolean mayWrite = part == Part.PART_2 && viewers.getViewer().may(Right.WRITE_COMMENTARY);
        List<ExceptionsPage.Item> items = new ArrayList<>();
        for (Indicator indicator : ByException.listIndicators(scorecard)) {
            boolean wasRefused = indicator.number().equals(refused);
            items.add(item(part, month, indicator, commentaries, mayWrite, wasRefused ? typed : null, problem));
        }
        long missing = items.stream().filter(item -> item.commentary() == null).count();
        return pages.of("exceptions", "Below expectation, " + Words.month(month))
                .under("Scorecard, " + Words.month(month), Addresses.of(part, month) + "scorecard")
                .with(new ExceptionsPage(part, month, mayWrite, missing, items));
    }

    private ExceptionsPage.Item item(
            Part part,
            YearMonth month,
            Indicator indicator,
            Commentaries commentaries,
            boolean mayWrite,
            @org.jspecify.annotations.Nullable String refusedText,
            String problem) {
        Commentary commentary = commentaries.findCommentary(indicator, part).orElse(null);
        if (!mayWrite) {
            return new ExceptionsPage.Item(indicator, commentary, false, "", false, "");
        }
        Optional<String> draft = drafts.find(CommentaryDrafts.name(month, indicator.number()), "text");
        String saved = commentary == null ? "" : commentary.text();
        return new ExceptionsPage.Item(
                indicator,
                commentary,
                scorecards.openTo(month, indicator.number()) == Part.PART_2,
                refusedText == null ? draft.orElse(saved) : refusedText,
                draft.isPresent(),
                refusedText == null ? "" : problem);
    }

    private Scorecard scorecard(YearMonth month, Part part) {
        return scorecards
                .findScorecard(month, part)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
