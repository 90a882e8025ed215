package org.goldenthread.app.partners;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goldenthread.app.access.Agencies;
import org.goldenthread.app.access.Agency;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.records.Kept;
import org.goldenthread.app.records.PersonBar;
import org.goldenthread.app.records.PersonBars;
import org.goldenthread.app.records.RecordType;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.Records;
import org.goldenthread.app.records.StaleException;
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

/** What of a child is shared with agencies, who looked, and taking it back. */
@Controller
class SharingController {

    private final Pages pages;
    private final PersonBars people;
    private final RecordTypes types;
    private final Records records;
    private final Sharings sharings;
    private final Agencies agencies;
    private final Viewers viewers;
    private final AuditLog audit;

    SharingController(
            Pages pages,
            PersonBars people,
            RecordTypes types,
            Records records,
            Sharings sharings,
            Agencies agencies,
            Viewers viewers,
            AuditLog audit) {
        this.pages = pages;
        this.people = people;
        this.types = types;
        this.records = records;
        this.sharings = sharings;
        this.agencies = agencies;
        this.viewers = viewers;
        this.audit = audit;
    }

    @GetMapping("/people/{person:[0-9a-f-]{36}}/agencies")
    View show(@PathVariable UUID person) {
        Viewer viewer = viewers.getViewer();
        PersonBar bar = bar(person);
        audit.add(
                viewer.account(), viewer.role().label(), Action.PERSON_SEEN, person.toString(), "shared with agencies");
        return page(bar, "");
    }

    /** Takes a sharing back: from today the agency no longer sees it. */
    @PostMapping("/people/{person:[0-9a-f-]{36}}/agencies/end")
    View end(
            @PathVariable UUID person,
            @RequestParam(required = false) @Nullable UUID sharing,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String why,
            HttpServletRequest request) {
        RecordType<AgencySharing> type = types.getType(AgencySharing.class);
        Kept<AgencySharing> kept = Optional.ofNullable(sharing)
                .flatMap(id -> records.find(type, id))
                .filter(each -> each.person().equals(person))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (why.isBlank()) {
            return page(bar(person), "Say why it is taken back");
        }
        AgencySharing was = kept.content();
        LocalDate today = records.today();
        try {
            records.change(
                    type,
                    kept.id(),
                    version,
                    new AgencySharing(
                            was.agency(),
                            was.kind(),
                            was.sharedVersion(),
                            was.purpose(),
                            was.basis(),
                            was.consent(),
                            was.tookPart(),
                            was.started(),
                            today.isBefore(was.started()) ? was.started() : today,
                            why.strip()),
                    why);
            pages.notice(request, "It is no longer shared.");
            return new RedirectView("/people/" + person + "/agencies");
        } catch (StaleException stale) {
            return page(
                    bar(person), "It was changed by somebody else while you had it open. It stands below as it is now");
        }
    }

    private View page(PersonBar bar, String problem) {
        UUID person = bar.id();
        Set<UUID> holding = sharings.listHolding(person);
        Map<UUID, List<String>> looks = sharings.listLooks(person);
        Map<String, String> names = agencies.list().stream().collect(Collectors.toMap(Agency::id, Agency::name));
        List<SharedPage.Line> lines = records.listOf(types.getType(AgencySharing.class), person).stream()
                .map(kept -> line(kept, holding.contains(kept.id()), names, looks))
                .toList();
        return pages.of("person-agencies", "Shared with agencies")
                .status(problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .under(bar.name(), bar.address())
                .with(new SharedPage(bar, lines, viewers.getViewer().may(Right.WRITE_RECORDS), problem));
    }

    private SharedPage.Line line(
            Kept<AgencySharing> kept, boolean holds, Map<String, String> names, Map<UUID, List<String>> looks) {
        AgencySharing sharing = kept.content();
        String kind = sharing.kind().replace('_', '-');
        return new SharedPage.Line(
                kept.id().toString(),
                kept.version(),
                names.getOrDefault(sharing.agency(), sharing.agency()),
                types.getType(kind).title() + ", version " + sharing.sharedVersion(),
                "/records/" + kind + "/" + kept.follows(),
                sharing.purpose(),
                sharing.basis().label(),
                "From " + Words.day(sharing.started())
                        + (sharing.ended() == null
                                ? ""
                                : ", ended " + Words.day(sharing.ended())
                                        + (sharing.whyEnded().isBlank() ? "" : ": " + sharing.whyEnded())),
                kept.post(),
                holds,
                sharing.ended() == null,
                looks.getOrDefault(kept.id(), List.of()));
    }

    private PersonBar bar(UUID person) {
        return people.find(person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
