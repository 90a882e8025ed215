package org.goldenthread.app.smallnumbers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.goldenthread.app.scorecard.DisclosureStore;
import org.goldenthread.app.scorecard.SavedDisclosure;
import org.goldenthread.app.scorecard.Scorecards;
import org.goldenthread.app.web.Pages;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.goldenthread.core.disclosure.NotProvedException;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.catalogue.People;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Setting what Part 1 hides. Every save is kept, and any of them can be gone back to. */
@Controller
class SmallNumbersController {

    private final Pages pages;
    private final DisclosureStore store;
    private final Scorecards scorecards;

    SmallNumbersController(Pages pages, DisclosureStore store, Scorecards scorecards) {
        this.pages = pages;
        this.store = store;
        this.scorecards = scorecards;
    }

    /** @param version an earlier save whose rules are put into the form; -1 for those in force */
    @GetMapping("/small-numbers")
    View show(@RequestParam(defaultValue = "-1") long version) {
        if (version < 0) {
            return page(false, RulesForm.of(store.current().rules()), List.of(), List.of());
        }
        SavedDisclosure wanted = store.listVersions().stream()
                .filter(one -> one.id() == version)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return page(true, RulesForm.of(wanted.rules()), List.of(), List.of());
    }

    @PostMapping("/small-numbers")
    View save(
            @RequestParam(defaultValue = "") String threshold,
            @RequestParam(defaultValue = "") String zeros,
            @RequestParam(defaultValue = "") String profile,
            @RequestParam(defaultValue = "") String alwaysHidden,
            @RequestParam(defaultValue = "") String exempt,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String understood,
            HttpServletRequest request) {
        RulesForm form = new RulesForm(threshold, zeros, profile, alwaysHidden, exempt, reason);
        List<RulesForm.Problem> problems = form.listProblems(scorecards.catalogue());
        if (!problems.isEmpty()) {
            return page(false, form, problems, List.of());
        }
        DisclosureRules rules = form.rules();
        if (rules.equals(store.current().rules())) {
            return refused(form, "These are the rules in force already. Change one, or leave the page");
        }
        try {
            scorecards.requireProved(rules);
        } catch (NotProvedException unproved) {
            return refused(
                    form,
                    "With these rules no Part 1 of the latest month can be proved to tell nothing. Choose others, or name"
                            + " the measures of these rows as always hidden. "
                            + unproved.getMessage());
        }
        List<String> weaker = listWeaker(rules);
        if (!weaker.isEmpty() && !understood.equals("yes")) {
            return page(
                    false,
                    form,
                    List.of(new RulesForm.Problem(
                            "understood", "Read what was issued under stricter rules, and tick the box to go on")),
                    weaker);
        }
        store.save(rules, reason.strip());
        pages.notice(request, "The rules are saved. Part 1 is drawn with them from now on.");
        return new RedirectView("/small-numbers");
    }

    private View refused(RulesForm form, String why) {
        return page(false, form, List.of(new RulesForm.Problem("threshold", why)), List.of());
    }

    private List<String> listWeaker(DisclosureRules wanted) {
        return store.listIssued().stream()
                .flatMap(issued -> Weakening.listWays(issued.rules(), wanted).stream())
                .distinct()
                .toList();
    }

    private View page(boolean restoring, RulesForm form, List<RulesForm.Problem> problems, List<String> weaker) {
        List<Measure> measures = scorecards.catalogue().listMeasures().stream()
                .filter(measure -> measure.people() != People.NONE)
                .sorted(Comparator.comparing(Measure::id))
                .toList();
        return pages.of("small-numbers", "Small numbers")
                .with(new SmallNumbersPage(store.listVersions(), restoring, form, problems, weaker, measures));
    }
}
