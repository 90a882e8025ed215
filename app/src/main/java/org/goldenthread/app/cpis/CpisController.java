package org.goldenthread.app.cpis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.app.records.Words;
import org.goldenthread.app.web.Pages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** What the NHS was told, and whose number must be put right before it can be. */
@Controller
class CpisController {

    private static final int SENDINGS_SHOWN = 14;

    private final Pages pages;
    private final CpisStatuses statuses;
    private final CpisSendings sendings;
    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final AuditLog audit;

    CpisController(
            Pages pages,
            CpisStatuses statuses,
            CpisSendings sendings,
            JdbcClient jdbc,
            Viewers viewers,
            AuditLog audit) {
        this.pages = pages;
        this.statuses = statuses;
        this.sendings = sendings;
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.audit = audit;
    }

    @GetMapping("/cp-is")
    View show() {
        Viewer viewer = viewers.require(Right.SEE_CPIS);
        CpisStatuses.Drawn drawn = statuses.draw();
        List<Problem> problems = new ArrayList<>();
        drawn.lacking()
                .forEach(each -> problems.add(
                        new Problem(each.person(), each.kind().label(), each.whose() + " " + each.problem())));
        sendings.last().stream()
                .flatMap(last -> sendings.refusedSince(last.began()))
                .forEach(each -> problems.add(new Problem(each.getKey(), "Refused", each.getValue())));
        return pages.of("cp-is", "Sent to the NHS")
                .with(new CpisPage(
                        sendings.settings().endpoint(),
                        Words.time(sendings.settings().at()),
                        Arrays.stream(CpisKind.values())
                                .map(kind -> count(drawn.entries(), kind))
                                .toList(),
                        sendings.list(SENDINGS_SHOWN).stream()
                                .map(CpisController::line)
                                .toList(),
                        children(viewer, problems)));
    }

    private static CpisPage.Count count(List<CpisEntry> entries, CpisKind kind) {
        return new CpisPage.Count(
                kind.label(),
                entries.stream()
                        .filter(each -> each.kind() == kind && each.end() == null)
                        .count(),
                entries.stream()
                        .filter(each -> each.kind() == kind && each.end() != null)
                        .count());
    }

    private static CpisPage.Line line(CpisSendings.Sending sending) {
        return new CpisPage.Line(
                Words.moment(sending.began()),
                sending.whole() ? "Everything" : "Changes",
                sending.accepted(),
                sending.removed(),
                sending.unchanged(),
                sending.refused(),
                sending.lacking(),
                sending.done()
                        ? "Done"
                        : sending.ended() == null ? "Under way, or cut off" : "Stopped. " + sending.problem());
    }

    private record Problem(UUID person, String kind, String problem) {}

    /** Named by the council's number alone; of a restricted file it is said whom to ask. That each child is listed is logged first. */
    private List<CpisPage.Child> children(Viewer viewer, List<Problem> problems) {
        problems.forEach(each -> audit.add(
                viewer.account(),
                viewer.role().label(),
                Action.CPIS_SEEN,
                each.person().toString(),
                each.problem()));
        Map<UUID, String> numbers = new HashMap<>();
        Map<UUID, String> asks = new HashMap<>();
        AsSystem.run(() -> jdbc.sql("""
                        select p.id, p.local_number, r.ask from person p
                        left join lateral (select r.ask from restriction r
                            where r.person = p.id and r.ended is null and not r.withdrawn limit 1) r on true
                        where p.id = any (?)
                        """)
                .param(problems.stream().map(Problem::person).toArray(UUID[]::new))
                .query(row -> {
                    UUID person = row.getObject("id", UUID.class);
                    numbers.put(person, row.getString("local_number"));
                    if (row.getString("ask") != null) {
                        asks.put(person, row.getString("ask"));
                    }
                }));
        List<CpisPage.Child> children = new ArrayList<>();
        for (Problem each : problems) {
            String ask = asks.get(each.person());
            String number = ask == null
                    ? numbers.getOrDefault(each.person(), "No longer on record")
                    : "Restricted record. Ask: " + ask;
            boolean linked = ask == null && numbers.containsKey(each.person()) && viewer.may(Right.SEE_RECORDS);
            children.add(new CpisPage.Child(
                    number, linked ? "/people/" + each.person() : null, each.kind(), each.problem()));
        }
        return children;
    }
}
