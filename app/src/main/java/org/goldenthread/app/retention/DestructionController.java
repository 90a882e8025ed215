package org.goldenthread.app.retention;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.search.PersonSearch;
import org.goldenthread.app.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Deciding on a destruction that somebody else proposed, and its certificate. */
@Controller
class DestructionController {

    private static final String AGREED = "destroy";

    private final Pages pages;
    private final Destructions destructions;
    private final PersonSearch search;
    private final Viewers viewers;

    DestructionController(Pages pages, Destructions destructions, PersonSearch search, Viewers viewers) {
        this.pages = pages;
        this.destructions = destructions;
        this.search = search;
        this.viewers = viewers;
    }

    @GetMapping("/retention/destructions")
    View list() {
        return pages.of("retention-destructions", "Destructions").with(new DestructionsPage(destructions.list()));
    }

    @GetMapping("/retention/destructions/{id:[0-9a-f-]{36}}")
    View show(@PathVariable UUID id) {
        return page(id, "", "");
    }

    /** @param agreed the word "destroy", typed by whoever decides, since nothing brings back what is destroyed */
    @PostMapping("/retention/destructions/{id:[0-9a-f-]{36}}/destroy")
    View destroy(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String remark,
            @RequestParam(defaultValue = "") String agreed,
            HttpServletRequest request) {
        Viewer viewer = viewers.require(Right.DECIDE_DESTRUCTION);
        if (!agreed.strip().equalsIgnoreCase(AGREED)) {
            return page(id, remark, "Type the word “destroy” to say that nothing brings these records back");
        }
        try {
            destructions.destroy(id, remark.strip(), viewer);
        } catch (Destructions.NotDestroyed why) {
            return page(id, remark, "Nothing was destroyed. " + why.getMessage());
        }
        search.forgetUnusedWords();
        pages.notice(request, "The records are destroyed. This page is the certificate.");
        return new RedirectView("/retention/destructions/" + id);
    }

    @PostMapping("/retention/destructions/{id:[0-9a-f-]{36}}/refuse")
    View refuse(@PathVariable UUID id, @RequestParam(defaultValue = "") String remark, HttpServletRequest request) {
        Viewer viewer = viewers.require(Right.DECIDE_DESTRUCTION);
        if (remark.isBlank()) {
            return page(id, remark, "Say why it is refused");
        }
        if (destructions.refuse(id, remark.strip(), viewer)) {
            pages.notice(request, "Refused. Nothing is destroyed.");
        } else {
            pages.notDone(request, "It was decided already, or is your own proposal.");
        }
        return new RedirectView("/retention/destructions/" + id);
    }

    private View page(UUID id, String remark, String problem) {
        Destruction destruction =
                destructions.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Viewer viewer = viewers.getViewer();
        return pages.of(
                        "retention-destruction",
                        destruction.certificate() == null ? "Proposal to destroy" : "Certificate of destruction")
                .under("Destructions", "/retention/destructions")
                .status(problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .with(new DestructionPage(
                        destruction,
                        destructions.listPeople(id),
                        viewer.may(Right.DECIDE_DESTRUCTION),
                        destruction.proposedBy().equals(viewer.account()),
                        remark,
                        problem));
    }
}
