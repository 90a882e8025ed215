package org.goldenthread.app.partners;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goldenthread.app.access.Agencies;
import org.goldenthread.app.access.Agency;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.records.DuplicateCheck;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.TypedRecords;
import org.goldenthread.app.records.Words;
import org.goldenthread.app.web.Pages;
import org.goldenthread.app.web.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** What agencies sent, at the front door: whose child it is, and the contact that is made of it. */
@Controller
class ReceivedController {

    private final Pages pages;
    private final Referrals referrals;
    private final Agencies agencies;
    private final TypedRecords typed;
    private final RecordTypes types;
    private final DuplicateCheck duplicates;
    private final TransactionTemplate transactions;

    ReceivedController(
            Pages pages,
            Referrals referrals,
            Agencies agencies,
            TypedRecords typed,
            RecordTypes types,
            DuplicateCheck duplicates,
            TransactionTemplate transactions) {
        this.pages = pages;
        this.referrals = referrals;
        this.agencies = agencies;
        this.typed = typed;
        this.types = types;
        this.duplicates = duplicates;
        this.transactions = transactions;
    }

    @GetMapping("/agency-referrals")
    View list(@RequestParam(defaultValue = "1") int page) {
        Paging paging = new Paging(page, referrals.countWaiting(), Referrals.PAGE_SIZE, "/agency-referrals");
        Map<String, String> names = agencies.list().stream().collect(Collectors.toMap(Agency::id, Agency::name));
        return pages.of("agency-list", "Referrals from agencies")
                .with(new AgencyList(
                        "Each waits for a contact to be made of it. The referrer is told of the decision on the contact, and of nothing else.",
                        List.of("Reference", "Child", "From", "Sent", "Decision by"),
                        referrals.listWaiting(paging.from()).stream()
                                .map(each -> new AgencyList.Row(
                                        each.reference(),
                                        "/agency-referrals/" + each.id(),
                                        List.of(
                                                each.child(),
                                                names.getOrDefault(each.agency(), each.agency()),
                                                each.sent(),
                                                each.dueWords())))
                                .toList(),
                        "No referral from an agency waits.",
                        "",
                        "",
                        paging));
    }

    @GetMapping("/agency-referrals/{id:[0-9a-f-]{36}}")
    View show(@PathVariable UUID id) {
        SentReferral referral = get(id);
        referrals.log(Action.AGENCY_REFERRAL_SEEN, id.toString(), referral.agency());
        if (referral.contact() != null) {
            return new RedirectView("/records/contact/" + referral.contact());
        }
        return pages.of("agency-words", "Referral " + referral.reference() + " from " + name(referral))
                .under("Referrals from agencies", "/agency-referrals")
                .with(new AgencyWords(
                        "",
                        List.of("Sent " + referral.sent() + " by " + referral.post() + ". Decision by "
                                + referral.dueWords() + "."),
                        PartnerController.lines(referral),
                        duplicates.find(typed.read(types.getType("person"), person(referral)), null),
                        "/agency-referrals/" + id + "/take"));
    }

    /** @param person whose contact it is; none for a child who is new */
    @PostMapping("/agency-referrals/{id:[0-9a-f-]{36}}/take")
    View take(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID person, HttpServletRequest request) {
        UUID contact = transactions.execute(unused -> {
            SentReferral referral = get(id);
            if (referral.contact() != null) {
                return referral.contact();
            }
            UUID child = person == null ? typed.addPerson(person(referral)) : person;
            UUID made = typed.add("contact", List.of(child), null, contact(referral));
            if (!referrals.take(id, made)) {
                throw new ResponseStatusException(HttpStatus.CONFLICT);
            }
            referrals.log(
                    Action.AGENCY_REFERRAL_TAKEN, child.toString(), "contact " + made + ", " + referral.reference());
            return made;
        });
        pages.notice(request, "The contact is made of it. The referrer is told once you decide.");
        return new RedirectView("/records/contact/" + contact);
    }

    private static Map<String, String> person(SentReferral referral) {
        LocalDate born = referral.born();
        return Map.of(
                "givenName",
                referral.givenName(),
                "familyName",
                referral.familyName(),
                "born",
                born == null ? "" : Words.typed(born));
    }

    private Map<String, String> contact(SentReferral referral) {
        Map<String, String> contact = new HashMap<>();
        contact.put("received", Words.typed(LocalDate.ofInstant(referral.sentAt(), Words.LONDON)));
        contact.put("receivedAt", Words.time(LocalTime.ofInstant(referral.sentAt(), Words.LONDON)));
        contact.put(
                "source",
                agencies.find(referral.agency())
                        .map(Agency::sector)
                        .map(ReceivedController::source)
                        .orElse("8"));
        contact.put("agency", name(referral) + ", " + referral.post());
        contact.put("contactDetails", referral.reach());
        contact.put(
                "concern",
                PartnerController.lines(referral).stream()
                        .filter(line -> !line.words().isBlank())
                        .map(line -> line.label() + ": " + line.words())
                        .collect(Collectors.joining("\n", "Referral " + referral.reference() + "\n", "")));
        contact.put("childSafeNow", referral.safeNow());
        contact.put("consent", referral.consent());
        return contact;
    }

    /** The source of a referral as the children in need census names it. */
    private static String source(Agency.Sector sector) {
        return switch (sector) {
            case EDUCATION -> "2A";
            case HEALTH -> "3F";
            case HOUSING -> "4";
            case POLICE -> "6";
            case PROBATION -> "7";
            case VOLUNTARY, OTHER -> "8";
        };
    }

    private String name(SentReferral referral) {
        return agencies.find(referral.agency()).map(Agency::name).orElse(referral.agency());
    }

    private SentReferral get(UUID id) {
        return referrals.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
