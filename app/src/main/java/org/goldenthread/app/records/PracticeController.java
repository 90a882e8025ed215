package org.goldenthread.app.records;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.goldenthread.core.clocks.ClockRule;
import org.goldenthread.core.clocks.ClockRules;
import org.goldenthread.core.clocks.ClockUnit;
import org.goldenthread.core.clocks.LocalClock;
import org.goldenthread.core.pathways.Move;
import org.goldenthread.core.pathways.Pathway;
import org.goldenthread.core.pathways.Pathways;
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
        return page("", "");
    }

    @PostMapping("/practice/clocks")
    View setClock(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        Viewer viewer = viewers.require(Right.CONFIGURE_PRACTICE);
        LocalClock clock =
                practice.limits().findLocal(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!amount.strip().matches("[0-9]{1,4}")
                || Integer.parseInt(amount.strip()) < 1
                || Integer.parseInt(amount.strip()) > LONGEST) {
            return page("Enter a whole number from 1 to " + LONGEST, id);
        }
        if (Arrays.stream(ClockUnit.values()).noneMatch(each -> each.name().equals(unit))) {
            return page("Choose hours, working days, days, weeks or months", id);
        }
        if (reason.isBlank()) {
            return page("Say why, or who agreed it", id);
        }
        LocalClock set = new LocalClock(
                id, clock.name(), Integer.parseInt(amount.strip()), ClockUnit.valueOf(unit), reason.strip());
        audit.add(viewer.account(), viewer.role().label(), Action.PRACTICE_SET, id, set.words() + ". " + set.why());
        practice.setLimit(set, viewer.account());
        Set<String> rules = ClockRules.standard().listRules().stream()
                .filter(rule -> rule.limits().contains(id))
                .map(ClockRule::id)
                .collect(Collectors.toSet());
        int people = rules.isEmpty() ? 0 : settling.settleClocks(rules);
        pages.notice(
                request,
                clock.name() + ": " + set.words() + " from now on, and for "
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
            return page(problem, pathway + "." + move);
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

    private View page(String problem, String problemOf) {
        Map<String, String> clocksSet = practice.clocksSet();
        Map<String, String> movesSet = practice.movesSet();
        List<PracticePage.Local> clocks = practice.limits().listLocal().stream()
                .map(clock -> new PracticePage.Local(
                        clock.id(),
                        clock.name(),
                        clock.limit(),
                        clock.unit().name(),
                        clock.words(),
                        clocksSet.getOrDefault(clock.id(), clock.why())))
                .toList();
        List<PracticePage.Of> pathways = new ArrayList<>();
        for (Pathway standard : Pathways.standard().listPathways()) {
            Pathway decided = practice.pathway(standard);
            pathways.add(new PracticePage.Of(
                    types.findType(standard.id()).map(RecordType::title).orElse(standard.id()),
                    decided.listMoves().stream()
                            .map(move -> new PracticePage.Decided(
                                    standard.id(),
                                    move.id(),
                                    move.label(),
                                    move.law(),
                                    move.fixed(),
                                    List.copyOf(move.deciders()),
                                    Deciders.words(move.deciders()),
                                    movesSet.getOrDefault(standard.id() + "." + move.id(), "")))
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
