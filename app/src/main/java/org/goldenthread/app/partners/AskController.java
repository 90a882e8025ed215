package org.goldenthread.app.partners;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.goldenthread.app.access.Agencies;
import org.goldenthread.app.access.Agency;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.drafts.Drafts;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Kept;
import org.goldenthread.app.records.PersonBar;
import org.goldenthread.app.records.PersonBars;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.Records;
import org.goldenthread.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Asks an agency, in a MASH enquiry, for what it knows of a child. */
@Controller
class AskController {

    private final Pages pages;
    private final PersonBars people;
    private final RecordTypes types;
    private final Records records;
    private final Requests requests;
    private final Agencies agencies;
    private final Drafts drafts;
    private final Viewers viewers;

    AskController(
            Pages pages,
            PersonBars people,
            RecordTypes types,
            Records records,
            Requests requests,
            Agencies agencies,
            Drafts drafts,
            Viewers viewers) {
        this.pages = pages;
        this.people = people;
        this.types = types;
        this.records = records;
        this.requests = requests;
        this.agencies = agencies;
        this.drafts = drafts;
        this.viewers = viewers;
    }

    @GetMapping("/people/{person:[0-9a-f-]{36}}/agencies/ask")
    View show(@PathVariable UUID person, @RequestParam(required = false) @Nullable UUID contact) {
        Kept<?> enquiry = enquiry(person, contact);
        return form(
                enquiry,
                drafts.find("agency.ask." + contact).map(Drafts.Draft::fields).orElse(Map.of()),
                List.of());
    }

    @PostMapping("/people/{person:[0-9a-f-]{36}}/agencies/ask")
    View ask(
            @PathVariable UUID person,
            @RequestParam Map<String, String> sent,
            @RequestParam(required = false) @Nullable UUID contact,
            HttpServletRequest request) {
        Kept<?> enquiry = enquiry(person, contact);
        Map<String, String> typed = new HashMap<>(sent);
        List<Fault> faults = new ArrayList<>();
        Agency agency = agencies.find(typed.getOrDefault("agency", "")).orElse(null);
        if (agency == null) {
            faults.add(new Fault("agency", "Choose the agency"));
        }
        String question = typed.getOrDefault("question", "").strip();
        if (question.isEmpty()) {
            faults.add(new Fault("question", "Write what you ask"));
        }
        String purpose = typed.getOrDefault("purpose", "").strip();
        if (purpose.isEmpty()) {
            faults.add(new Fault("purpose", "Write why you ask, and why they may answer"));
        }
        if (agency == null || !faults.isEmpty()) {
            return form(enquiry, typed, faults);
        }
        PersonBar bar = bar(person);
        UUID share = requests.ask(person, enquiry.id(), agency, about(bar), question, purpose);
        drafts.drop("agency.ask." + contact);
        pages.notice(request, agency.name() + " is asked. Its answer comes to this page.");
        return new RedirectView("/records/agency-share/" + share);
    }

    /** Who the child is, without the age, which is another by the time that it is read. */
    private static String about(PersonBar bar) {
        String born = bar.born().replaceAll(", .*", "");
        return born.isEmpty()
                ? bar.name()
                : bar.name() + ", " + born.substring(0, 1).toLowerCase(Locale.UK) + born.substring(1);
    }

    private View form(Kept<?> enquiry, Map<String, String> typed, List<Fault> faults) {
        PersonBar bar = bar(enquiry.person());
        return pages.of("agency-ask", "Ask an agency")
                .status(faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .under(bar.name(), bar.address())
                .with(new ShareForm(bar, enquiry, agencies.list(), List.of(), false, typed, faults, ""));
    }

    private Kept<?> enquiry(UUID person, @Nullable UUID contact) {
        viewers.require(Right.WRITE_RECORDS);
        if (contact == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return records.find(types.getType("contact"), contact)
                .filter(each -> each.person().equals(person) && each.state().equals("mash-enquiry"))
                .<Kept<?>>map(each -> each)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private PersonBar bar(UUID person) {
        return people.find(person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
