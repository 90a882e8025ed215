package org.goldenthread.app.partners;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goldenthread.app.access.Agencies;
import org.goldenthread.app.access.Agency;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Role;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.drafts.Drafts;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Kept;
import org.goldenthread.app.records.PersonBar;
import org.goldenthread.app.records.PersonBars;
import org.goldenthread.app.records.RecordType;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.Records;
import org.goldenthread.app.records.RefusedException;
import org.goldenthread.app.records.TypedRecords;
import org.goldenthread.app.records.Words;
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

/** Shares a record with an agency, from the record's own page. */
@Controller
class ShareController {

    /** Those who chair meetings, and so may give others the record of one; a core group is led by the child's own worker. */
    private static final Set<Role> CHAIRS = Set.of(
            Role.REVIEWING_OFFICER, Role.TEAM_MANAGER, Role.FRONT_DOOR_MANAGER, Role.SERVICE_MANAGER, Role.DIRECTOR);

    private final Pages pages;
    private final PersonBars people;
    private final RecordTypes types;
    private final Records records;
    private final TypedRecords typedRecords;
    private final Sharings sharings;
    private final Agencies agencies;
    private final Drafts drafts;
    private final Viewers viewers;

    ShareController(
            Pages pages,
            PersonBars people,
            RecordTypes types,
            Records records,
            TypedRecords typedRecords,
            Sharings sharings,
            Agencies agencies,
            Drafts drafts,
            Viewers viewers) {
        this.pages = pages;
        this.people = people;
        this.types = types;
        this.records = records;
        this.typedRecords = typedRecords;
        this.sharings = sharings;
        this.agencies = agencies;
        this.drafts = drafts;
        this.viewers = viewers;
    }

    @GetMapping("/people/{person:[0-9a-f-]{36}}/agencies/share")
    View shareForm(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable UUID record) {
        Kept<?> shared = shareable(person, kind, record);
        return form(
                shared,
                drafts.find("agency.share." + record)
                        .map(Drafts.Draft::fields)
                        .orElse(Map.of("started", Words.typed(records.today()))),
                List.of());
    }

    @PostMapping("/people/{person:[0-9a-f-]{36}}/agencies/share")
    View share(
            @PathVariable UUID person,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable UUID record,
            HttpServletRequest request) {
        Kept<?> shared = shareable(person, kind, record);
        Map<String, String> typed = new HashMap<>(sent);
        typed.put("kind", shared.type().table());
        List<Fault> faults = new ArrayList<>();
        Agency agency = agencies.find(typed.getOrDefault("agency", "")).orElse(null);
        if (agency == null) {
            faults.add(new Fault("agency", "Choose the agency"));
        }
        if (!typed.getOrDefault("sharedVersion", "").equals(String.valueOf(shared.version()))) {
            faults.add(new Fault("purpose", "It was changed while you had this open. Read it again, then share it"));
        } else if (!sharings.mayShareWords(person, shared.type().table(), shared.id(), shared.version())) {
            faults.add(
                    new Fault(
                            "purpose",
                            "An address of which nobody has said that it may be disclosed stands in its words. Take it out first"));
        }
        if (AgencySharing.isMeeting(shared.type().table()) && !mayShareMeeting(shared)) {
            faults.add(new Fault(
                    "agency", "The chair of the meeting shares its record; ask a manager or the reviewing officer"));
        }
        faults.addAll(consentFaults(person, typed));
        try {
            AgencySharing content = typedRecords.read(types.getType(AgencySharing.class), typed);
            if (agency != null && faults.isEmpty()) {
                Kept<AgencySharing> kept = records.add(
                        types.getType(AgencySharing.class),
                        List.of(person),
                        shared.id(),
                        content,
                        PartnerController.token(typed));
                drafts.drop("agency.share." + record);
                tell(request, agency, kept);
                return new RedirectView("/people/" + person + "/agencies");
            }
        } catch (RefusedException refused) {
            Set<String> named = faults.stream().map(Fault::field).collect(Collectors.toSet());
            refused.faults().stream()
                    .filter(fault -> !named.contains(fault.field()))
                    .forEach(faults::add);
        }
        return form(shared, typed, faults);
    }

    private void tell(HttpServletRequest request, Agency agency, Kept<AgencySharing> kept) {
        if (sharings.listHolding(kept.person()).contains(kept.id())) {
            pages.notice(request, "It is shared with " + agency.name() + ".");
        } else if (kept.content().started().isAfter(records.today())) {
            pages.notice(
                    request,
                    "It is shared with " + agency.name() + " from "
                            + Words.day(kept.content().started()) + ".");
        } else {
            pages.notDone(
                    request,
                    agency.name()
                            + " does not see it: the consent does not hold today, or the sharing has ended. Share it again on another basis if there is one.");
        }
    }

    /** A consent is of this child and holds; another basis rests on none. */
    private List<Fault> consentFaults(UUID person, Map<String, String> typed) {
        if (!"CONSENT".equals(typed.get("basis"))) {
            typed.put("consent", "");
            return List.of();
        }
        boolean own = consents(person).stream()
                .anyMatch(each -> each.id().toString().equals(typed.getOrDefault("consent", "")));
        return own ? List.of() : List.of(new Fault("consent", "Choose the consent that it rests on, or another basis"));
    }

    private View form(Kept<?> shared, Map<String, String> typed, List<Fault> faults) {
        PersonBar bar = bar(shared.person());
        return pages.of("agency-share-form", "Share with an agency")
                .status(faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .under(bar.name(), bar.address())
                .with(new ShareForm(
                        bar,
                        shared,
                        agencies.list(),
                        consents(shared.person()),
                        AgencySharing.isMeeting(shared.type().table()),
                        typed,
                        faults,
                        PartnerController.token(typed).toString()));
    }

    private List<Kept<?>> consents(UUID person) {
        return records.listOf(types.getType("sharing-consent"), person).stream()
                .filter(kept -> kept.type()
                        .findField("decision")
                        .map(field -> !field.text(kept.content()).equals("REFUSED"))
                        .orElse(false))
                .<Kept<?>>map(kept -> kept)
                .toList();
    }

    private Kept<?> shareable(UUID person, String kind, @Nullable UUID record) {
        viewers.require(Right.WRITE_RECORDS);
        RecordType<?> type = types.findType(kind)
                .filter(each -> sharings.listKinds().contains(each.table()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (record == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return records.find(type, record)
                .filter(each -> each.person().equals(person) && !each.withdrawn())
                .<Kept<?>>map(each -> each)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private boolean mayShareMeeting(Kept<?> shared) {
        return shared.type().id().equals("core-group")
                || CHAIRS.contains(viewers.getViewer().role());
    }

    private PersonBar bar(UUID person) {
        return people.find(person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
