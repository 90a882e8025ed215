package org.goldenthread.app.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.records.Duty;
import org.goldenthread.app.records.Kept;
import org.goldenthread.app.records.PersonBar;
import org.goldenthread.app.records.RefusedException;
import org.goldenthread.app.records.Words;
import org.goldenthread.app.web.Pages;
import org.goldenthread.core.calendar.DateText;
import org.goldenthread.core.codes.CodeSet;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Allocating a person, and restricting their file. */
@Controller
class AccessController {

    private final Pages pages;
    private final People people;
    private final Teams teams;
    private final Access access;
    private final SealedIdentities identities;
    private final NotYours notYours;
    private final Viewers viewers;
    private final AuditLog audit;

    AccessController(
            Pages pages,
            People people,
            Teams teams,
            Access access,
            SealedIdentities identities,
            NotYours notYours,
            Viewers viewers,
            AuditLog audit) {
        this.pages = pages;
        this.people = people;
        this.teams = teams;
        this.access = access;
        this.identities = identities;
        this.notYours = notYours;
        this.viewers = viewers;
        this.audit = audit;
    }

    private static final CodeSet WHY = CodeSet.of("ssda903", "SW_REASON");

    /** What was sent and refused. */
    private record Sent(
            String problem,
            String field,
            String whom,
            String duty,
            String from,
            String reasonChanged,
            String reason,
            String ask) {
        private static final Sent NOTHING = new Sent("", "", "", "", "", "", "", "");
    }

    @GetMapping("/people/{person:[0-9a-f-]{36}}/access")
    View show(@PathVariable UUID person) {
        Viewer viewer = viewers.getViewer();
        audit.add(viewer.account(), viewer.role().label(), Action.PERSON_SEEN, person.toString(), "access");
        return page(person, Sent.NOTHING);
    }

    @PostMapping("/people/{person:[0-9a-f-]{36}}/access/allocate")
    View allocate(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String whom,
            @RequestParam(defaultValue = "ALLOCATED_WORKER") Duty duty,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String reasonChanged,
            @RequestParam UUID token,
            HttpServletRequest request) {
        viewers.require(Right.ALLOCATE);
        String[] parts = whom.split("\\|", 2);
        Optional<LocalDate> day = from.isBlank()
                ? Optional.of(people.today())
                : DateText.read(from).date();
        String problem = whom.isBlank()
                ? "Choose a team or a worker"
                : day.isEmpty() ? "Enter the first day as a date, like 31/3/2024" : "";
        if (problem.isEmpty() && day.isPresent()) {
            try {
                access.allocate(
                        person,
                        new Allocation(
                                parts[0],
                                parts.length > 1 && !parts[1].isEmpty() ? parts[1] : null,
                                duty,
                                day.get(),
                                null,
                                WHY.findLabel(reasonChanged).isPresent() ? reasonChanged : ""),
                        token);
                pages.notice(request, "Allocated. Whoever is allocated, and their team, see the file.");
                return new RedirectView("/people/" + person + "/access");
            } catch (RefusedException refused) {
                problem = refused.faults().getFirst().message();
            } catch (DataIntegrityViolationException overlapping) {
                problem = "Somebody has that duty on that day already. Begin the new one later, or end the other first";
            }
        }
        return page(
                person,
                new Sent(problem, whom.isBlank() ? "whom" : "from", whom, duty.name(), from, reasonChanged, "", ""));
    }

    @PostMapping("/people/{person:[0-9a-f-]{36}}/access/end")
    View end(@PathVariable UUID person, @RequestParam UUID allocation, HttpServletRequest request) {
        viewers.require(Right.ALLOCATE);
        access.endAllocation(person, allocation, people.today());
        pages.notice(request, "The allocation ended today.");
        return new RedirectView("/people/" + person + "/access");
    }

    @PostMapping("/people/{person:[0-9a-f-]{36}}/access/restrict")
    View restrict(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "OTHER") RestrictionKind kind,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String ask,
            @RequestParam(required = false) List<String> members,
            HttpServletRequest request) {
        viewers.require(Right.RESTRICT);
        if (reason.isBlank() || ask.isBlank()) {
            return page(
                    person,
                    new Sent(
                            reason.isBlank() ? "Write why the file is restricted" : "Write whom to ask, as a post",
                            reason.isBlank() ? "reason" : "ask",
                            "",
                            "",
                            "",
                            "",
                            reason,
                            ask));
        }
        access.restrict(
                person,
                new Restriction(kind, reason.strip(), ask.strip(), people.today(), null),
                members == null ? List.of() : members);
        pages.notice(request, "The file is restricted to those named. Everybody else is told whom to ask.");
        return new RedirectView("/people/" + person + "/access");
    }

    @PostMapping("/people/{person:[0-9a-f-]{36}}/access/lift")
    View lift(@PathVariable UUID person, HttpServletRequest request) {
        viewers.require(Right.RESTRICT);
        access.lift(person, people.today());
        pages.notice(request, "The restriction is lifted.");
        return new RedirectView("/people/" + person + "/access");
    }

    @PostMapping("/people/{person:[0-9a-f-]{36}}/access/members")
    View member(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String add,
            @RequestParam(defaultValue = "") String remove) {
        Viewer viewer = viewers.require(Right.RESTRICT);
        access.findRestriction(person).ifPresent(restriction -> {
            if (!add.isBlank()) {
                access.addMember(restriction.id(), add);
            } else if (!remove.isBlank() && !remove.equals(viewer.account())) {
                access.removeMember(restriction.id(), remove);
            }
            audit.add(
                    viewer.account(),
                    viewer.role().label(),
                    Action.RECORD_CHANGED,
                    person.toString(),
                    "restriction " + restriction.id() + (add.isBlank() ? ", without " + remove : ", with " + add));
        });
        return new RedirectView("/people/" + person + "/access");
    }

    private View page(UUID person, Sent sent) {
        Optional<PersonBar> bar = people.find(person);
        if (bar.isEmpty()) {
            return notYours.page(person, "", "");
        }
        Viewer viewer = viewers.getViewer();
        List<Teams.Team> all = teams.listTeams();
        return pages.of("person-access", "Who works with them, and who sees the file")
                .status(sent.problem().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .under(bar.get().name(), bar.get().address())
                .with(new AccessPage(
                        bar.get(),
                        lines(person, all),
                        choices(all),
                        Arrays.stream(Duty.values())
                                .map(duty -> new AccessPage.Choice(duty.name(), duty.label()))
                                .toList(),
                        WHY.listCodes().stream()
                                .map(code -> new AccessPage.Choice(code.value(), code.label()))
                                .toList(),
                        Arrays.stream(RestrictionKind.values())
                                .map(kind -> new AccessPage.Choice(kind.name(), kind.label()))
                                .toList(),
                        access.findRestriction(person).map(this::limited).orElse(null),
                        viewer.may(Right.ALLOCATE),
                        viewer.may(Right.RESTRICT),
                        viewer.may(Right.SEAL_IDENTITY) || identities.isNamed(person),
                        UUID.randomUUID().toString(),
                        sent.problem(),
                        sent.field(),
                        sent.whom(),
                        sent.duty(),
                        sent.from(),
                        sent.reasonChanged(),
                        sent.reason(),
                        sent.ask()));
    }

    private List<AccessPage.Line> lines(UUID person, List<Teams.Team> all) {
        List<AccessPage.Line> lines = new ArrayList<>();
        for (Kept<Allocation> kept : access.listAllocations(person)) {
            Allocation allocation = kept.content();
            Optional<Teams.Team> team = all.stream()
                    .filter(each -> each.id().equals(allocation.team()))
                    .findFirst();
            String worker = team.stream()
                    .flatMap(each -> each.members().stream())
                    .filter(member -> member.account().equals(allocation.account()))
                    .map(Teams.Member::post)
                    .findFirst()
                    .orElse(allocation.account() == null ? "Nobody yet" : allocation.account());
            lines.add(new AccessPage.Line(
                    kept.id(),
                    allocation.duty().label(),
                    team.map(Teams.Team::name).orElse(allocation.team()),
                    worker,
                    Words.day(allocation.started()),
                    allocation.ended() == null ? "" : Words.day(allocation.ended()),
                    allocation.ended() == null));
        }
        return lines;
    }

    private static List<AccessPage.TeamChoice> choices(List<Teams.Team> all) {
        return all.stream()
                .map(team -> new AccessPage.TeamChoice(
                        team.id(),
                        team.name(),
                        team.members().stream()
                                .map(member -> new AccessPage.Choice(team.id() + "|" + member.account(), member.post()))
                                .toList()))
                .toList();
    }

    private AccessPage.Limited limited(Kept<Restriction> kept) {
        Restriction restriction = kept.content();
        return new AccessPage.Limited(
                restriction.kind().label(),
                restriction.reason(),
                restriction.ask(),
                Words.day(restriction.started()),
                access.listMembers(kept.id()).stream()
                        .map(member -> new AccessPage.Choice(member.account(), member.post()))
                        .toList());
    }
}
