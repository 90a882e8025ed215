package org.goldenthread.app.supervision;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Records;
import org.goldenthread.app.records.RefusedException;
import org.goldenthread.app.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** A supervision session, of one child or of several in one go: each child’s part goes to that child’s record alone. */
@Controller
class SupervisionController {

    /** What is asked of the session and not of each child. */
    private static final Set<String> OF_SESSION = Set.of("held", "supervisor", "attended");

    private final Pages pages;
    private final SupervisedChildren children;
    private final SupervisionSessions sessions;
    private final Records records;
    private final Viewers viewers;
    private final AuditLog audit;

    SupervisionController(
            Pages pages,
            SupervisedChildren children,
            SupervisionSessions sessions,
            Records records,
            Viewers viewers,
            AuditLog audit) {
        this.pages = pages;
        this.children = children;
        this.sessions = sessions;
        this.records = records;
        this.viewers = viewers;
        this.audit = audit;
    }

    @GetMapping("/supervision")
    View show(@RequestParam(required = false) List<UUID> child) {
        Viewer viewer = viewer();
        List<SupervisedChildren.Child> all = children.list(viewer);
        audit.add(viewer.account(), viewer.role().label(), Action.WORK_SEEN, "supervision", all.size() + " children");
        List<SupervisedChildren.Child> chosen = chosen(all, child == null ? List.of() : child);
        LocalDate today = records.today();
        String held = today.getDayOfMonth() + "/" + today.getMonthValue() + "/" + today.getYear();
        Map<String, String> sent = Map.of("held", held, "supervisor", viewer.may(Right.ALLOCATE) ? viewer.post() : "");
        return page(all, chosen, sent, List.of(), UUID.randomUUID().toString(), HttpStatus.OK);
    }

    @PostMapping("/supervision")
    View keep(
            @RequestParam(required = false) List<UUID> child,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request) {
        Viewer viewer = viewer();
        List<SupervisedChildren.Child> all = children.list(viewer);
        List<SupervisedChildren.Child> chosen = chosen(all, child == null ? List.of() : child);
        UUID token;
        try {
            token = UUID.fromString(sent.getOrDefault("token", ""));
        } catch (IllegalArgumentException none) {
            token = UUID.randomUUID();
        }
        Map<SupervisedChildren.Child, Map<String, String>> answers = new LinkedHashMap<>();
        chosen.forEach(each -> answers.put(each, answers(each, sent, chosen.size())));
        List<SupervisionPage.Problem> problems = problems(answers);
        if (chosen.isEmpty() || !problems.isEmpty()) {
            return page(all, chosen, sent, problems, token.toString(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        sessions.keep(answers, token);
        pages.notice(
                request,
                chosen.size() == 1
                        ? "The supervision is recorded."
                        : "The group supervision is recorded, for each of " + chosen.size() + " children.");
        return new RedirectView("/work");
    }

    private Viewer viewer() {
        viewers.require(Right.SEE_SOCIAL_CARE);
        return viewers.require(Right.WRITE_RECORDS);
    }

    private static List<SupervisedChildren.Child> chosen(List<SupervisedChildren.Child> all, List<UUID> wanted) {
        Set<UUID> left = new LinkedHashSet<>(wanted);
        List<SupervisedChildren.Child> chosen =
                all.stream().filter(each -> left.remove(each.person())).toList();
        if (!left.isEmpty()) {
            throw new AccessDeniedException("A child of the session is not allocated to them or to their team.");
        }
        return chosen;
    }

    private static Map<String, String> answers(SupervisedChildren.Child child, Map<String, String> sent, int together) {
        Map<String, String> answers =
                OF_SESSION.stream().collect(Collectors.toMap(name -> name, name -> sent.getOrDefault(name, "")));
        answers.put("kind", together == 1 ? "INDIVIDUAL" : "GROUP");
        for (String name : List.of("ownWords", "discussion", "actions")) {
            answers.put(name, sent.getOrDefault(name + "-" + child.person(), ""));
        }
        return answers;
    }

    private List<SupervisionPage.Problem> problems(Map<SupervisedChildren.Child, Map<String, String>> answers) {
        Map<String, String> problems = new LinkedHashMap<>();
        for (Map.Entry<SupervisedChildren.Child, RefusedException> refused :
                sessions.faults(answers).entrySet()) {
            for (Fault fault : refused.getValue().faults()) {
                boolean ofSession = OF_SESSION.contains(fault.field());
                problems.putIfAbsent(
                        ofSession
                                ? fault.field()
                                : fault.field() + "-" + refused.getKey().person(),
                        fault.message()
                                + (ofSession ? "" : ", for " + refused.getKey().name()));
            }
        }
        List<SupervisionPage.Problem> all = new ArrayList<>();
        problems.forEach((at, words) -> all.add(new SupervisionPage.Problem(at, words)));
        return all;
    }

    private View page(
            List<SupervisedChildren.Child> all,
            List<SupervisedChildren.Child> chosen,
            Map<String, String> sent,
            List<SupervisionPage.Problem> problems,
            String token,
            HttpStatus status) {
        return pages.of("supervision", "Record supervision")
                .under("Work", "/work")
                .status(status)
                .with(new SupervisionPage(
                        all.stream()
                                .map(each -> new SupervisionPage.Choice(
                                        each.person().toString(), each.name(), each.worker()))
                                .toList(),
                        chosen.stream()
                                .map(each -> new SupervisionPage.Section(
                                        each.person().toString(),
                                        each.name(),
                                        sent.getOrDefault("ownWords-" + each.person(), ""),
                                        sent.getOrDefault("discussion-" + each.person(), ""),
                                        sent.getOrDefault("actions-" + each.person(), "")))
                                .toList(),
                        sent.getOrDefault("held", ""),
                        sent.getOrDefault("supervisor", ""),
                        sent.getOrDefault("attended", ""),
                        problems,
                        token));
    }
}
