package org.goldenthread.app.records;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Role;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.web.Pages;
import org.goldenthread.core.clocks.ClockPause;
import org.goldenthread.core.clocks.ClockRule;
import org.goldenthread.core.clocks.ClockRules;
import org.goldenthread.core.clocks.ClockUnit;
import org.goldenthread.core.clocks.LocalClock;
import org.goldenthread.core.pathways.Move;
import org.goldenthread.core.pathways.Pathway;
import org.goldenthread.core.pathways.Pathways;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Setting local clocks and who decides. Limits of law stand beside them and cannot be set. */
@Controller
class PracticeController {

    private static final int LONGEST = 3650;

    private final Pages pages;
    private final Practice practice;
    private final RecordTypes types;
    private final Settling settling;
    private final Viewers viewers;
    private final AuditLog audit;

    PracticeController(
            Pages pages, Practice practice, RecordTypes types, Settling settling, Viewers viewers, AuditLog audit) {
        this.pages = pages;
        this.practice = practice;
        this.types = types;
        this.settling = settling;
        this.viewers = viewers;
        this.audit = audit;
    }

    @GetMapping("/practice")
    View show() {
        return page("", "", Sent.NOTHING);
    }

    /** What was typed, so that nothing of it is lost where something is wrong with it. */
    private record Sent(String amount, String unit, Set<String> chosen, String reason) {
        static final Sent NOTHING = new Sent("", "", Set.of(), "");
    }

    @PostMapping("/practice/clocks")
    View setClock(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) List<String> paused,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        Viewer viewer = viewers.require(Right.CONFIGURE_PRACTICE);
        LocalClock clock =
                practice.limits().findLocal(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Set<ClockPause> pauses = pauses(id);
        pauses.removeIf(pause -> paused == null || !paused.contains(pause.id()));
        Sent sent = new Sent(amount, unit, pauses.stream().map(ClockPause::id).collect(Collectors.toSet()), reason);
        if (!amount.strip().matches("[0-9]{1,4}")
                || Integer.parseInt(amount.strip()) < 1
                || Integer.parseInt(amount.strip()) > LONGEST) {
            return page("Enter a whole number from 1 to " + LONGEST, id, sent);
        }
        if (Arrays.stream(ClockUnit.values()).noneMatch(each -> each.name().equals(unit))) {
            return page("Choose hours, working days, days, weeks or months", id, sent);
        }
        if (unit.equals(ClockUnit.HOURS.name()) && !pauses.isEmpty()) {
            return page("A clock that is counted in hours cannot stand still. Choose days, or let it run", id, sent);
        }
        if (reason.isBlank()) {
            return page("Say why, or who agreed it", id, sent);
        }
        LocalClock set = new LocalClock(
                id, clock.name(), Integer.parseInt(amount.strip()), ClockUnit.valueOf(unit), reason.strip(), pauses);
        audit.add(
                viewer.account(),
                viewer.role().label(),
                Action.PRACTICE_SET,
                id,
                set.words() + (pauses.isEmpty() ? "" : ", paused while " + ClockPause.words(pauses)) + ". "
                        + set.why());
        practice.setLimit(set, viewer.account());
        Set<String> rules = ClockRules.standard().listRules().stream()
                .filter(rule -> rule.limits().contains(id))
                .map(ClockRule::id)
                .collect(Collectors.toSet());
        int people = rules.isEmpty() ? 0 : settling.settleClocks(rules);
        pages.notice(
                request,
                clock.name() + ": " + set.words()
                        + (pauses.isEmpty() ? "" : ", paused while " + ClockPause.words(pauses))
                        + " from now on, and for "
                        + (people == 1 ? "the one person" : "the " + people + " people")
                        + " for whom the clock runs already.");
        return new RedirectView("/practice");
    }

    @PostMapping("/practice/deciders")
    View setDeciders(
            @RequestParam(defaultValue = "") String pathway,
            @RequestParam(defaultValue = "") String move,
            @RequestParam(required = false) List<String> deciders,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        Viewer viewer = viewers.require(Right.CONFIGURE_PRACTICE);
        Move found = Pathways.standard()
                .findPathway(pathway)
                .flatMap(each -> each.findMove(move))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Set<String> chosen = new LinkedHashSet<>(deciders == null ? List.of() : deciders);
        Set<String> known = new LinkedHashSet<>();
        roles().forEach(role -> known.add(role.value()));
        chosen.retainAll(known);
        String problem = found.fixed()
                ? "The law says who decides this, so it cannot be set"
                : chosen.isEmpty() ? "Choose who decides" : reason.isBlank() ? "Say why, or who agreed it" : "";
        if (!problem.isEmpty()) {
            return page(problem, pathway + "." + move, new Sent("", "", chosen, reason));
        }
        audit.add(
                viewer.account(),
                viewer.role().label(),
                Action.PRACTICE_SET,
                pathway + " " + move,
                String.join(" ", chosen) + ". " + reason.strip());
        practice.setDeciders(pathway, move, chosen, reason.strip(), viewer.account());
        pages.notice(request, found.label() + ": decided by " + Deciders.words(chosen) + " from now on.");
        return new RedirectView("/practice");
    }

    /** While what the clocks of a limit may stand still. */
    private static Set<ClockPause> pauses(String limit) {
        return ClockRules.standard().listRules().stream()
                .filter(rule -> rule.limits().contains(limit))
                .flatMap(rule -> rule.pausedBy().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ClockPause.class)));
    }

    private static PracticePage.Local local(LocalClock clock, Map<String, String> set, @Nullable Sent sent) {
        return new PracticePage.Local(
                clock.id(),
                clock.name(),
                sent == null ? String.valueOf(clock.limit()) : sent.amount(),
                sent == null ? clock.unit().name() : sent.unit(),
                clock.words(),
                pauses(clock.id()).stream()
                        .map(pause -> new PracticePage.Pause(
                                pause.id(),
                                pause.words(),
                                sent == null
                                        ? clock.pausedBy().contains(pause)
                                        : sent.chosen().contains(pause.id())))
                        .toList(),
                ClockPause.words(clock.pausedBy()),
                sent == null ? "" : sent.reason(),
                set.getOrDefault(clock.id(), clock.why()));
    }

    private View page(String problem, String problemOf, Sent sent) {
        Map<String, String> clocksSet = practice.clocksSet();
        Map<String, String> movesSet = practice.movesSet();
        List<PracticePage.Local> clocks = practice.limits().listLocal().stream()
                .map(clock -> local(clock, clocksSet, clock.id().equals(problemOf) ? sent : null))
                .toList();
        List<PracticePage.Of> pathways = new ArrayList<>();
        for (Pathway standard : Pathways.standard().listPathways()) {
            Pathway decided = practice.pathway(standard);
            pathways.add(new PracticePage.Of(
                    types.findType(standard.id()).map(RecordType::title).orElse(standard.id()),
                    decided.listMoves().stream()
                            .map(move -> {
                                String id = standard.id() + "." + move.id();
                                boolean wrong = id.equals(problemOf);
                                return new PracticePage.Decided(
                                        standard.id(),
                                        move.id(),
                                        move.label(),
                                        move.law(),
                                        move.fixed(),
                                        List.copyOf(wrong ? sent.chosen() : move.deciders()),
                                        Deciders.words(move.deciders()),
                                        wrong ? sent.reason() : "",
                                        movesSet.getOrDefault(id, ""));
                            })
                            .toList()));
        }
        return pages.of("practice", "Local clocks and deciders")
                .status(problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .with(new PracticePage(clocks, units(), pathways, roles(), problem, problemOf));
    }

    private static List<PracticePage.Unit> units() {
        return Arrays.stream(ClockUnit.values())
                .map(unit -> new PracticePage.Unit(
                        unit.name(), unit.name().toLowerCase(Locale.ROOT).replace('_', ' ')))
                .toList();
    }

    private static List<PracticePage.Decider> roles() {
        return Arrays.stream(Role.values())
                .filter(role -> role.may(Right.WRITE_RECORDS))
                .map(role -> new PracticePage.Decider(role.decider(), role.label()))
                .toList();
    }
}
