package org.goldenthread.app.cpis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        List<CpisPage.Child> cannot = new ArrayList<>();
        for (CpisStatuses.Lacking each : drawn.lacking()) {
            cannot.add(child(viewer, each.person(), each.kind().label(), each.whose() + " " + each.problem()));
        }
        sendings.last().stream()
                .flatMap(last -> sendings.refusedSince(last.began()))
                .forEach(each -> cannot.add(child(viewer, each.getKey(), "Refused", each.getValue())));
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
                        cannot));
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

    /** Named by the council's number alone; of a restricted file it is said whom to ask. That the child is listed is logged first. */
    private CpisPage.Child child(Viewer viewer, UUID person, String kind, String problem) {
        audit.add(viewer.account(), viewer.role().label(), Action.CPIS_SEEN, person.toString(), problem);
        return AsSystem.call(() -> jdbc.sql("""
                        select p.local_number, coalesce((select r.ask from restriction r
                            where r.person = p.id and r.ended is null and not r.withdrawn limit 1), '') as ask,
                            exists (select from restriction r where r.person = p.id and r.ended is null and not r.withdrawn) as restricted
                        from person p where p.id = ?
                        """)
                .param(person)
                .query((row, number) -> row.getBoolean("restricted")
                        ? new CpisPage.Child("Restricted record. Ask: " + row.getString("ask"), null, kind, problem)
                        : new CpisPage.Child(
                                row.getString("local_number"),
                                viewer.may(Right.SEE_RECORDS) ? "/people/" + person : null,
                                kind,
                                problem))
                .optional()
                .orElseGet(() -> new CpisPage.Child("No longer on record", null, kind, problem)));
    }
}
