package org.goldenthread.app.retention;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.records.Words;
import org.goldenthread.app.web.Pages;
import org.goldenthread.app.web.Paging;
import org.goldenthread.core.retention.RetentionRule;
import org.goldenthread.core.retention.RetentionRules;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Whose record has been kept its time, proposals to destroy, and the council's own years. */
@Controller
class RetentionController {

    private static final int SIZE = 50;
    private static final int LONGEST = 150;

    private final Pages pages;
    private final Schedule schedule;
    private final Destructions destructions;
    private final Viewers viewers;
    private final AuditLog audit;

    RetentionController(Pages pages, Schedule schedule, Destructions destructions, Viewers viewers, AuditLog audit) {
        this.pages = pages;
        this.schedule = schedule;
        this.destructions = destructions;
        this.viewers = viewers;
        this.audit = audit;
    }

    @GetMapping("/retention")
    View show(@RequestParam(defaultValue = "1") int page) {
        return due(page, Set.of(), "", "");
    }

    @PostMapping("/retention/proposals")
    View propose(
            @RequestParam(required = false) List<UUID> person,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request) {
        Viewer viewer = viewers.require(Right.PLAN_DESTRUCTION);
        Set<UUID> chosen = new HashSet<>(person == null ? List.of() : person);
        // What may be destroyed is worked out anew: something may have happened since the list was shown.
        List<Due> due = schedule.listDue().stream()
                .filter(each -> chosen.contains(each.person()) && each.held().isEmpty())
                .toList();
        if (chosen.isEmpty() || reason.isBlank() || due.size() < chosen.size()) {
            return due(
                    page,
                    chosen,
                    reason,
                    chosen.isEmpty()
                            ? "Choose whose record is to be destroyed"
                            : reason.isBlank()
                                    ? "Say on what ground, such as the schedule that was agreed"
                                    : "Something changed since the list was shown: one of them is held, or something happened"
                                            + " since. Look at the list again");
        }
        UUID id = destructions.propose(due, reason.strip(), viewer);
        pages.notice(request, "Proposed. The director decides; nothing is destroyed before.");
        return new RedirectView("/retention/destructions/" + id);
    }

    private View due(int page, Set<UUID> chosen, String reason, String problem) {
        Viewer viewer = viewers.getViewer();
        List<Due> all = schedule.listDue();
        Paging paging = new Paging(page, all.size(), SIZE, "/retention");
        List<Due> shown = all.subList(paging.from(), Math.min(all.size(), paging.from() + SIZE));
        shown.forEach(each -> audit.add(
                viewer.account(),
                viewer.role().label(),
                Action.RETENTION_SEEN,
                each.person().toString(),
                "kept until " + each.until()));
        return pages.of("retention-due", "Kept their time")
                .status(problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .with(new DuePage(
                        shown.stream()
                                .map(each -> new DuePage.Line(
                                        each.person().toString(),
                                        each.number(),
                                        each.name(),
                                        Words.day(each.until()),
                                        each.rule().title(),
                                        each.rule().law(),
                                        each.held(),
                                        chosen.contains(each.person())))
                                .toList(),
                        all.size(),
                        paging,
                        viewer.may(Right.PLAN_DESTRUCTION),
                        reason,
                        problem));
    }

    @GetMapping("/retention/rules")
    View showRules() {
        return rules("", "");
    }

    @PostMapping("/retention/rules")
    View setYears(
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String years,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        Viewer viewer = viewers.require(Right.PLAN_DESTRUCTION);
        RetentionRule found = RetentionRules.standard().listRules().stream()
                .filter(each -> each.id().equals(rule) && !each.ofLaw())
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!years.strip().matches("[0-9]{1,3}")
                || Integer.parseInt(years.strip()) < 1
                || Integer.parseInt(years.strip()) > LONGEST) {
            return rules("Enter a whole number of years from 1 to " + LONGEST, rule + "-years");
        } else if (reason.isBlank()) {
            return rules("Say why, or who agreed it", rule + "-reason");
        }
        int set = Integer.parseInt(years.strip());
        schedule.set(found, set, reason.strip());
        audit.add(
                viewer.account(), viewer.role().label(), Action.RETENTION_SET, rule, set + " years. " + reason.strip());
        pages.notice(request, found.title() + ": " + set + (set == 1 ? " year" : " years") + " from now on.");
        return new RedirectView("/retention/rules");
    }

    private View rules(String problem, String problemOf) {
        Map<String, Schedule.Setting> settings = schedule.settings();
        return pages.of("retention-rules", "How long records are kept")
                .status(problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .with(new RulesPage(
                        RetentionRules.standard().listRules().stream()
                                .map(rule -> line(rule, settings.get(rule.id())))
                                .toList(),
                        viewers.getViewer().may(Right.PLAN_DESTRUCTION),
                        problem,
                        problemOf));
    }

    private static RulesPage.Line line(RetentionRule rule, Schedule.@Nullable Setting setting) {
        int years = setting == null ? rule.years() : setting.years();
        return new RulesPage.Line(
                rule.id(),
                rule.title(),
                years + (years == 1 ? " year" : " years") + " from " + rule.from()
                        + (rule.yearsAfterDeath() == null
                                ? ""
                                : "; " + rule.yearsAfterDeath() + " years from a death before 18"),
                rule.law(),
                rule.ofLaw(),
                years,
                setting == null ? "" : "Set on " + Words.day(setting.set()) + ": " + setting.reason());
    }
}
