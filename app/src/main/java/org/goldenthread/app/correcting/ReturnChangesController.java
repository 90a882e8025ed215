package org.goldenthread.app.correcting;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.web.Pages;
import org.goldenthread.app.web.Paging;
import org.goldenthread.returns.correct.Change;
import org.goldenthread.returns.correct.ConflictException;
import org.goldenthread.returns.correct.Desk;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Every change of a return, and taking one back. */
@Controller
class ReturnChangesController {
    private static final int PAGE_SIZE = 25;
    private static final int MOST_DETAILS = 12;

    private final Desks desks;
    private final WorkStore store;
    private final Shown shown;
    private final Pages pages;

    ReturnChangesController(Desks desks, WorkStore store, Shown shown, Pages pages) {
        this.desks = desks;
        this.store = store;
        this.shown = shown;
        this.pages = pages;
    }

    @GetMapping(ReturnsController.ONE + "/changes")
    View list(@PathVariable UUID id, @RequestParam(defaultValue = "1") int page) {
        Work work = desks.getWork(id);
        Desk desk = desks.getDesk(work);
        desks.logLook(work, "", Action.RETURN_CHILDREN_SEEN, "changes, page " + page);
        List<ChangeSet> sets = store.listChanges(id).reversed();
        Paging paging = new Paging(page, sets.size(), PAGE_SIZE, work.address() + "/changes");
        return shown.page("return-changes", "Changes", work)
                .with(new ChangesPage(
                        shown.head(work, desk, shown.standing(work, desk)),
                        sets.stream()
                                .skip(paging.from())
                                .limit(PAGE_SIZE)
                                .map(ReturnChangesController::line)
                                .toList(),
                        paging));
    }

    /** @param back the child whose page to go back to; absent for the list of changes */
    @PostMapping(ReturnsController.ONE + "/undo")
    View undo(
            @PathVariable UUID id,
            @RequestParam int number,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable String back,
            HttpServletRequest request) {
        Work work = desks.getWork(id);
        try {
            desks.undo(work, number);
            pages.notice(request, "Change " + number + " is taken back.");
        } catch (ConflictException later) {
            pages.notDone(
                    request,
                    "Change " + number + " cannot be taken back: what it changed was changed again since. "
                            + later.getMessage());
        }
        return new RedirectView(back == null ? work.address() + "/changes" : Shown.childAddress(work, back));
    }

    static ChangesPage.Line line(ChangeSet set) {
        List<ChangesPage.Detail> details = new ArrayList<>();
        for (Change change : set.changes()) {
            if (details.size() == MOST_DETAILS) {
                break;
            }
            details.add(
                    switch (change) {
                        case Change.Edited edited ->
                            new ChangesPage.Detail(
                                    edited.row().toString(), edited.field(), edited.before(), edited.after());
                        case Change.Added added ->
                            new ChangesPage.Detail(added.row().toString(), "the row", "", texts(added.texts()));
                        case Change.Removed removed ->
                            new ChangesPage.Detail(removed.row().toString(), "the row", texts(removed.texts()), "");
                    });
        }
        return new ChangesPage.Line(
                set.number(),
                set.what(),
                set.child(),
                Shown.moment(set.at()),
                set.post(),
                details,
                set.changes().size() - details.size(),
                !set.undone(),
                set.undone() ? "taken back" : "");
    }

    private static String texts(java.util.Map<String, String> texts) {
        return String.join(
                ", ",
                new java.util.TreeMap<>(texts)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .toList());
    }
}
