package org.goldenthread.app.records;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.drafts.Drafts;
import org.goldenthread.app.web.Pages;
import org.goldenthread.core.calendar.DateText;
import org.goldenthread.core.pathways.IllegalMoveException;
import org.goldenthread.core.pathways.Move;
import org.goldenthread.core.pathways.Pathway;
import org.jspecify.annotations.Nullable;
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

/** One record: read, decided on, withdrawn, and its earlier versions. */
@Controller
class RecordController {

    private final Pages pages;
    private final RecordTypes types;
    private final Records records;
    private final Deciding deciding;
    private final Chronicle chronicle;
    private final ClockLines clockLines;
    private final PersonBars people;
    private final Viewers viewers;
    private final AuditLog audit;
    private final Drafts drafts;
    private final List<Remarks> remarks;
    private final List<NextSteps> nextSteps;
    private final Enclosures enclosures;

    RecordController(
            Pages pages,
            RecordTypes types,
            Records records,
            Deciding deciding,
            Chronicle chronicle,
            ClockLines clockLines,
            PersonBars people,
            Viewers viewers,
            AuditLog audit,
            Drafts drafts,
            List<Remarks> remarks,
            List<NextSteps> nextSteps,
            Enclosures enclosures) {
        this.pages = pages;
        this.types = types;
        this.records = records;
        this.deciding = deciding;
        this.chronicle = chronicle;
        this.clockLines = clockLines;
        this.people = people;
        this.viewers = viewers;
        this.audit = audit;
        this.drafts = drafts;
        this.remarks = remarks;
        this.nextSteps = nextSteps;
        this.enclosures = enclosures;
    }

    /** What was tried and refused. */
    private record Tried(String move, String reason, String on, List<Fault> faults) {
        private static final Tried NOTHING = new Tried("", "", "", List.of());
    }

    @GetMapping("/records/{kind}/{id:[0-9a-f-]{36}}")
    View show(@PathVariable String kind, @PathVariable UUID id) {
        return show(
                type(kind),
                id,
                drafts.find(draft(id))
                        .map(Drafts.Draft::fields)
                        .map(kept -> new Tried(
                                kept.getOrDefault("move", ""),
                                kept.getOrDefault("reason", ""),
                                kept.getOrDefault("on", ""),
                                List.of()))
                        .orElse(Tried.NOTHING));
    }

    @PostMapping("/records/{kind}/{id:[0-9a-f-]{36}}/decide")
    View decide(
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String move,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String on,
            HttpServletRequest request) {
        return decide(type(kind), id, version, move, reason, on, request);
    }

    private <C extends Content> View decide(
            RecordType<C> type,
            UUID id,
            int version,
            String move,
            String reason,
            String on,
            HttpServletRequest request) {
        List<Fault> faults = new ArrayList<>();
        if (move.isEmpty()) {
            faults.add(new Fault("move", "Choose what is decided"));
        }
        LocalDate day = day(on, faults);
        if (faults.isEmpty() && day != null) {
            try {
                Kept<C> kept = records.move(type, id, version, move, day, reason);
                drafts.drop(draft(id));
                pages.notice(request, type.title() + ": " + Pathway.wordsWithin(kept.state()) + ".");
                return new RedirectView(kept.address());
            } catch (RefusedException refused) {
                faults.addAll(refused.faults());
            } catch (StaleException | IllegalMoveException changed) {
                faults.add(new Fault(
                        "move",
                        "This was changed by somebody else while you had it open. Read it as it is now, then decide"));
            }
        }
        return show(type, id, new Tried(move, reason, on, faults));
    }

    private @Nullable LocalDate day(String on, List<Fault> faults) {
        if (on.isBlank() || on.strip().equalsIgnoreCase("today")) {
            return records.today();
        }
        Optional<LocalDate> day = DateText.read(on).date();
        if (day.isEmpty()) {
            faults.add(new Fault("on", "The day of the decision must be a date, like 31/3/2024"));
        }
        return day.orElse(null);
    }

    @GetMapping("/records/{kind}/{id:[0-9a-f-]{36}}/versions")
    View showVersions(@PathVariable String kind, @PathVariable UUID id) {
        return showVersions(type(kind), id);
    }

    private <C extends Content> View showVersions(RecordType<C> type, UUID id) {
        Kept<C> record = get(type, id);
        log(record, "versions");
        return pages.of("record-versions", "Versions of " + lower(type.title()))
                .under(bar(record).name(), bar(record).address())
                .under(type.title(), record.address())
                .with(new VersionsPage(bar(record), record, VersionsPage.versions(records.listVersions(type, id))));
    }

    @GetMapping("/records/{kind}/{id:[0-9a-f-]{36}}/withdraw")
    View showWithdraw(@PathVariable String kind, @PathVariable UUID id) {
        Kept<?> record = get(type(kind), id);
        if (!deciding.mayWithdraw(viewers.getViewer(), record)) {
            throw new AccessDeniedException("A " + kind + " in this state is not theirs to withdraw.");
        }
        return withdrawPage(record, "", "");
    }

    @PostMapping("/records/{kind}/{id:[0-9a-f-]{36}}/withdraw")
    View withdraw(
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam boolean withdrawn,
            @RequestParam(defaultValue = "") String why,
            HttpServletRequest request) {
        return withdraw(type(kind), id, version, withdrawn, why, request);
    }

    private <C extends Content> View withdraw(
            RecordType<C> type, UUID id, int version, boolean withdrawn, String why, HttpServletRequest request) {
        try {
            Kept<C> kept = records.withdraw(type, id, version, withdrawn, why);
            pages.notice(
                    request,
                    withdrawn
                            ? type.title() + " withdrawn. It can be restored from its page."
                            : type.title() + " restored.");
            return new RedirectView(kept.address());
        } catch (RefusedException refused) {
            return withdrawPage(get(type, id), why, refused.faults().getFirst().message());
        } catch (StaleException stale) {
            return withdrawPage(
                    get(type, id), why, "This was changed by somebody else while you had it open. Read it again first");
        }
    }

    private View withdrawPage(Kept<?> record, String why, String problem) {
        return pages.of(
                        "record-withdraw",
                        (record.withdrawn() ? "Restore " : "Withdraw ")
                                + lower(record.type().title()))
                .status(problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .under(bar(record).name(), bar(record).address())
                .under(record.type().title(), record.address())
                .with(new WithdrawPage(bar(record), record, why, problem));
    }

    private <C extends Content> View show(RecordType<C> type, UUID id, Tried tried) {
        Kept<C> record = get(type, id);
        log(record, "");
        Viewer viewer = viewers.getViewer();
        List<RecordPage.Choice> choices = new ArrayList<>();
        List<RecordPage.Choice> waiting = new ArrayList<>();
        Optional<Pathway> pathway = deciding.pathway(type);
        if (pathway.isPresent() && !record.withdrawn()) {
            for (Move move : pathway.get().movesFrom(record.state())) {
                boolean decides = Deciding.decides(viewer, move) && viewer.may(type.right());
                (decides ? choices : waiting)
                        .add(new RecordPage.Choice(
                                move,
                                decides ? deciding.lacking(record, move, viewer) : List.of(),
                                Deciders.words(move.deciders())));
            }
        }
        PersonBar bar = bar(record);
        Enclosures.Enclosed enclosed = enclosures.of(record);
        List<RecordPage.Start> starts = new ArrayList<>(starts(record, pathway));
        starts.addAll(enclosed.starts());
        nextSteps.forEach(each -> starts.addAll(each.of(record)));
        RecordPage page = new RecordPage(
                bar,
                record,
                clockLines.of(
                        chronicle.listClocks(record.person(), null), record.id().toString()),
                remarks.stream().flatMap(each -> each.of(record).stream()).toList(),
                choices,
                waiting,
                enclosed.files(),
                made(record, pathway),
                steps(record),
                starts,
                deciding.mayChange(viewer, record),
                deciding.mayWithdraw(viewer, record),
                tried.faults(),
                tried.move(),
                tried.reason(),
                tried.on(),
                null);
        return pages.of("record", type.title())
                .status(tried.faults().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .under(bar.name(), bar.address())
                .with(page);
    }

    private List<RecordPage.MadeLine> made(Kept<?> record, Optional<Pathway> pathway) {
        return pathway.isEmpty()
                ? List.of()
                : records.listMoves(record.id()).stream()
                        .map(made -> new RecordPage.MadeLine(
                                pathway.get()
                                        .findMove(made.move())
                                        .map(Move::label)
                                        .orElse(made.move()),
                                Pathway.words(made.to()),
                                Words.day(made.on()),
                                made.reason(),
                                made.post(),
                                Words.moment(made.madeAt())))
                        .toList();
    }

    /** What the record came of, then what came of it. */
    private List<RecordPage.Step> steps(Kept<?> record) {
        List<RecordPage.Step> steps = new ArrayList<>();
        records.findFollowed(record.type(), record.follows()).ifPresent(before -> steps.add(step(before)));
        for (RecordType<?> next : types.listTypes()) {
            if (next.follows().contains(record.type().id())) {
                records.listFollowing(next, record.id()).forEach(after -> steps.add(step(after)));
            }
        }
        return steps;
    }

    private static RecordPage.Step step(Kept<?> record) {
        return new RecordPage.Step(record.type().title(), summary(record), record.stateWords(), record.address());
    }

    /** Of what has no state there are often many of one kind, such as visits: the day tells them apart. */
    private static String summary(Kept<?> record) {
        String summary = record.content().summary();
        return record.stateWords().isEmpty()
                ? record.content().happenings().stream()
                        .findFirst()
                        .map(happening -> summary + ", " + Words.day(happening.on()))
                        .orElse(summary)
                : summary;
    }

    private List<RecordPage.Start> starts(Kept<?> record, Optional<Pathway> pathway) {
        List<RecordPage.Start> starts = new ArrayList<>();
        Viewer viewer = viewers.getViewer();
        for (RecordType<?> next : types.listTypes()) {
            if (!next.follows().contains(record.type().id()) || record.withdrawn() || !viewer.may(next.right())) {
                continue;
            }
            boolean begunByMove = pathway.isPresent()
                    && pathway.get().listMoves().stream()
                            .anyMatch(move -> move.begins().equals(next.id()));
            boolean now = begunByMove
                    ? pathway.get().listMoves().stream()
                                    .anyMatch(move -> move.begins().equals(next.id())
                                            && move.to().equals(record.state()))
                            && records.listFollowing(next, record.id()).isEmpty()
                    : true;
            if (now && deciding.mayBegin(viewer, next)) {
                starts.add(new RecordPage.Start(
                        (begunByMove ? "Begin the " : "Add ") + lower(next.title()),
                        "/people/" + record.person() + "/records/" + next.id() + "/new?follows=" + record.id()));
            }
        }
        return starts;
    }

    private PersonBar bar(Kept<?> record) {
        return people.find(record.person()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private RecordType<?> type(String kind) {
        return types.findType(kind).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private <C extends Content> Kept<C> get(RecordType<C> type, UUID id) {
        return records.find(type, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private void log(Kept<?> record, String detail) {
        Viewer viewer = viewers.getViewer();
        audit.add(
                viewer.account(),
                viewer.role().label(),
                Action.RECORD_SEEN,
                record.person().toString(),
                record.type().id() + " " + record.id() + (detail.isEmpty() ? "" : ", " + detail));
    }

    private static String draft(UUID id) {
        return "decide." + id;
    }

    private static String lower(String title) {
        return Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }
}
