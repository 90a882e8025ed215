package org.goldenthread.app.partners;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.goldenthread.app.drafts.Drafts;
import org.goldenthread.app.web.Pages;
import org.goldenthread.app.web.Paging;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** What a partner's agency is asked, and its answers. */
@Controller
class PartnerRequestsController {

    private static final Set<String> RATINGS = Set.of("RED", "AMBER", "GREEN");
    private static final int LONGEST = 50_000;

    private final Pages pages;
    private final Requests requests;
    private final Drafts drafts;

    PartnerRequestsController(Pages pages, Requests requests, Drafts drafts) {
        this.pages = pages;
        this.requests = requests;
        this.drafts = drafts;
    }

    @GetMapping("/agency/requests")
    View list(@RequestParam(defaultValue = "1") int page) {
        Paging paging = new Paging(page, requests.count(), Requests.PAGE_SIZE, "/agency/requests");
        List<AgencyRequest> shown = requests.list(paging.from());
        requests.logLooks(shown);
        return pages.of("agency-list", "What you are asked")
                .with(new AgencyList(
                        "What the council asks your agency of a child in a MASH enquiry.",
                        List.of("Child", "Asked", "Answer by", "Answered"),
                        shown.stream()
                                .map(each -> new AgencyList.Row(
                                        each.about(),
                                        each.address(),
                                        List.of(
                                                each.asked(),
                                                Optional.ofNullable(each.due()).orElse("No time set"),
                                                Optional.ofNullable(each.answered())
                                                        .orElse("Not yet"))))
                                .toList(),
                        "Nothing is asked of your agency.",
                        "",
                        "",
                        paging));
    }

    @GetMapping("/agency/requests/{id:[0-9a-f-]{36}}")
    View show(@PathVariable UUID id) {
        AgencyRequest request = get(id);
        requests.logLooks(List.of(request));
        Optional<Drafts.Draft> draft = drafts.find(request.draft());
        Map<String, String> typed = draft.map(Drafts.Draft::fields).orElse(Map.of());
        return page(new AnswerForm(
                request,
                typed.getOrDefault("rating", ""),
                typed.getOrDefault("answer", ""),
                "",
                "",
                draft.isPresent() && request.answered() == null));
    }

    @PostMapping("/agency/requests/{id:[0-9a-f-]{36}}")
    View answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String rating,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest http) {
        AgencyRequest request = get(id);
        String problemOf =
                !RATINGS.contains(rating) ? "rating" : answer.isBlank() || answer.length() > LONGEST ? "answer" : "";
        if (!problemOf.isEmpty() && request.answered() == null) {
            drafts.keep(request.draft(), Map.of("rating", rating, "answer", answer));
            String problem = problemOf.equals("rating")
                    ? "Choose how grave it is"
                    : answer.isBlank()
                            ? "Write what you know, or that you know nothing"
                            : "Shorten the answer to " + LONGEST + " characters";
            return page(new AnswerForm(request, rating, answer, problem, problemOf, false));
        }
        if (request.answered() == null && requests.answer(request, rating, answer.strip())) {
            drafts.drop(request.draft());
            pages.notice(http, "Your answer is with the council.");
        } else {
            pages.notDone(
                    http, "This was answered already, and that answer stands. To add to it, ring the front door.");
        }
        return new RedirectView(request.address());
    }

    private View page(AnswerForm form) {
        return pages.of("agency-request", "Request about " + form.request().about())
                .status(form.problem().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .under("What you are asked", "/agency/requests")
                .with(form);
    }

    private AgencyRequest get(UUID id) {
        return requests.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
