package org.goldenthread.app.partners;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.access.Agencies;
import org.goldenthread.app.access.Agency;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.drafts.Drafts;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Records;
import org.goldenthread.app.web.Pages;
import org.goldenthread.app.web.Paging;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** A partner's first page, and the referrals that their agency sent. */
@Controller
class PartnerController {

    private static final String DRAFT = "agency.referral";

    private final Pages pages;
    private final Agencies agencies;
    private final Referrals referrals;
    private final Requests requests;
    private final Sharings sharings;
    private final Drafts drafts;
    private final Records records;

    PartnerController(
            Pages pages,
            Agencies agencies,
            Referrals referrals,
            Requests requests,
            Sharings sharings,
            Drafts drafts,
            Records records) {
        this.pages = pages;
        this.agencies = agencies;
        this.referrals = referrals;
        this.requests = requests;
        this.sharings = sharings;
        this.drafts = drafts;
        this.records = records;
    }

    @GetMapping("/agency")
    View home() {
        Optional<Agency> agency = agencies.findOwn();
        return pages.of("agency-home", agency.map(Agency::name).orElse("Your agency"))
                .with(new AgencyHome(
                        agency.map(Agency::name).orElse(""),
                        requests.countOpen(),
                        referrals.count(),
                        sharings.listShared().size()));
    }

    @GetMapping("/agency/referrals/new")
    View form() {
        Optional<Drafts.Draft> draft = drafts.find(DRAFT);
        return form(draft.map(Drafts.Draft::fields).orElse(Map.of()), List.of(), draft.isPresent());
    }

    @PostMapping("/agency/referrals/new")
    View send(@RequestParam Map<String, String> sent, HttpServletRequest request) {
        Agency agency = own();
        Map<String, String> typed = new HashMap<>(sent);
        typed.remove("_csrf");
        List<Fault> faults = ReferralForm.faultsOf(typed, records.today());
        if (!faults.isEmpty()) {
            drafts.keep(DRAFT, typed);
            return form(typed, faults, false);
        }
        UUID id = referrals.send(agency, typed, token(typed));
        drafts.drop(DRAFT);
        SentReferral kept = referrals.find(id).orElseThrow();
        pages.notice(
                request,
                "Your referral is sent. Its reference is " + kept.reference() + ". You are told of the decision by "
                        + kept.dueWords() + ". If a child is in danger now, ring 999.");
        return new RedirectView("/agency/referrals/" + id);
    }

    @PostMapping("/agency/referrals/discard")
    View discard(HttpServletRequest request) {
        drafts.drop(DRAFT);
        pages.notice(request, "The draft is discarded.");
        return new RedirectView("/agency/referrals/new");
    }

    @GetMapping("/agency/referrals")
    View list(@RequestParam(defaultValue = "1") int page) {
        Paging paging = new Paging(page, referrals.count(), Referrals.PAGE_SIZE, "/agency/referrals");
        List<AgencyList.Row> rows = referrals.list(paging.from()).stream()
                .map(each -> new AgencyList.Row(
                        each.referral().reference(),
                        "/agency/referrals/" + each.referral().id(),
                        List.of(
                                each.referral().child(),
                                each.referral().sent(),
                                each.referral().post(),
                                each.outcome())))
                .toList();
        return pages.of("agency-list", "What you sent")
                .with(new AgencyList(
                        "Referrals that your agency sent, and what was decided of each.",
                        List.of("Reference", "Child", "Sent", "By", "Decision"),
                        rows,
                        "Your agency has sent no referral here yet.",
                        "/agency/referrals/new",
                        "Send a referral",
                        paging));
    }

    @GetMapping("/agency/referrals/{id:[0-9a-f-]{36}}")
    View show(@PathVariable UUID id) {
        SentReferral referral = referrals.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        referrals.log(Action.AGENCY_REFERRAL_SEEN, id.toString(), referral.agency());
        return pages.of("agency-words", "Referral " + referral.reference())
                .under("What you sent", "/agency/referrals")
                .with(new AgencyWords(
                        referrals.outcome(id),
                        List.of(
                                "Sent " + referral.sent() + " by " + referral.post() + ".",
                                "You are told of the decision by " + referral.dueWords() + "."),
                        lines(referral),
                        List.of(),
                        ""));
    }

    static List<AgencyWords.Line> lines(SentReferral referral) {
        Map<String, String> words = new HashMap<>();
        words.put("givenName", referral.givenName());
        words.put("familyName", referral.familyName());
        words.put("born", referral.bornWords());
        words.put("address", referral.address());
        words.put("attends", referral.attends());
        words.put("family", referral.family());
        words.put("concern", referral.concern());
        words.put("safeNow", referral.safeNow());
        words.put("done", referral.done());
        words.put("consent", referral.consentWords());
        words.put("whyNotAsked", referral.whyNotAsked());
        words.put("reach", referral.reach());
        List<AgencyWords.Line> lines = new ArrayList<>();
        ReferralForm.QUESTIONS.forEach(
                question -> lines.add(new AgencyWords.Line(question.label(), words.getOrDefault(question.name(), ""))));
        return lines;
    }

    private View form(Map<String, String> typed, List<Fault> faults, boolean draft) {
        return pages.of("agency-referral-form", "Send a referral")
                .status(faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .under("What you sent", "/agency/referrals")
                .with(new ReferralForm(own().name(), typed, faults, token(typed).toString(), draft));
    }

    private Agency own() {
        return agencies.findOwn().orElseThrow(() -> new AccessDeniedException("The account is tied to no agency."));
    }

    static UUID token(Map<String, String> typed) {
        String token = typed.getOrDefault("token", "");
        return token.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(token) : UUID.randomUUID();
    }
}
