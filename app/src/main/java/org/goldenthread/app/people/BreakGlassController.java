package org.goldenthread.app.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.records.Words;
import org.goldenthread.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Opening a file that one may not see, for some hours, with a reason that a manager reviews. */
@Controller
class BreakGlassController {

    private static final int SHORTEST_REASON = 10;
    private static final int HOURS = 12;

    private final JdbcClient jdbc;
    private final Pages pages;
    private final NotYours notYours;
    private final Viewers viewers;
    private final AuditLog audit;

    BreakGlassController(JdbcClient jdbc, Pages pages, NotYours notYours, Viewers viewers, AuditLog audit) {
        this.jdbc = jdbc;
        this.pages = pages;
        this.notYours = notYours;
        this.viewers = viewers;
        this.audit = audit;
    }

    @PostMapping("/people/{person:[0-9a-f-]{36}}/open")
    @Transactional
    public View open(
            @PathVariable UUID person, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        Viewer viewer = viewers.require(Right.BREAK_GLASS);
        if (reason.strip().length() < SHORTEST_REASON) {
            return notYours.page(
                    person,
                    reason,
                    "Write why the child’s safety needs it, in at least " + SHORTEST_REASON + " characters");
        }
        jdbc.sql("""
                        insert into break_glass (id, person, account, post, reason, opened_at, until)
                        values (:id, :person, :account, :post, :reason, acting_at(), acting_at() + make_interval(hours => :hours))
                        """)
                .param("id", UUID.randomUUID())
                .param("person", person)
                .param("account", viewer.account())
                .param("post", viewer.post())
                .param("reason", reason.strip())
                .param("hours", HOURS)
                .update();
        audit.add(viewer.account(), viewer.role().label(), Action.GLASS_BROKEN, person.toString(), reason.strip());
        pages.notice(
                request,
                "The file is open to you for " + HOURS + " hours. A manager reviews each opening and its reason.");
        return new RedirectView("/people/" + person);
    }

    @GetMapping("/work/openings")
    View showOpenings() {
        viewers.require(Right.REVIEW_BREAK_GLASS);
        return pages.of("openings", "Openings to review").with(new OpeningsPage(listOpenings(), ""));
    }

    @PostMapping("/work/openings")
    @Transactional
    public View review(
            @RequestParam UUID id,
            @RequestParam String outcome,
            @RequestParam(defaultValue = "") String remark,
            HttpServletRequest request) {
        Viewer viewer = viewers.require(Right.REVIEW_BREAK_GLASS);
        boolean queried = outcome.equals("QUERIED");
        if (queried && remark.isBlank()) {
            return pages.of("openings", "Openings to review")
                    .status(org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT)
                    .with(new OpeningsPage(listOpenings(), "Write what is queried about the opening"));
        }
        Optional<UUID> person = jdbc.sql("""
                        update break_glass set reviewed_at = acting_at(), reviewed_by = :by, outcome = :outcome, remark = :remark
                        where id = :id and reviewed_at is null returning person
                        """)
                .param("by", viewer.account())
                .param("outcome", queried ? "QUERIED" : "UPHELD")
                .param("remark", remark.strip())
                .param("id", id)
                .query(UUID.class)
                .optional();
        if (person.isEmpty()) {
            pages.notDone(
                    request, "That opening is reviewed already, or it is your own, which somebody else must review.");
        } else {
            // It is of the person, so that their own log holds it.
            audit.add(
                    viewer.account(),
                    viewer.role().label(),
                    Action.GLASS_REVIEWED,
                    person.get().toString(),
                    "opening " + id + ", " + outcome);
            pages.notice(request, "The opening is reviewed.");
        }
        return new RedirectView("/work/openings");
    }

    private List<OpeningsPage.Opening> listOpenings() {
        return jdbc.sql("""
                        select b.id, b.person, b.post, b.reason, b.opened_at, b.until, b.outcome, b.remark, p.given_name, p.family_name
                        from break_glass b left join person p on p.id = b.person
                        order by b.reviewed_at nulls first, b.opened_at desc limit 200
                        """)
                .query((row, number) -> new OpeningsPage.Opening(
                        row.getObject("id", UUID.class),
                        row.getObject("person", UUID.class),
                        name(row.getString("given_name"), row.getString("family_name")),
                        row.getString("post"),
                        row.getString("reason"),
                        Words.moment(instant(row.getObject("opened_at", OffsetDateTime.class))),
                        Words.moment(instant(row.getObject("until", OffsetDateTime.class))),
                        row.getString("outcome") == null ? "" : row.getString("outcome"),
                        row.getString("remark")))
                .list();
    }

    private static String name(@Nullable String given, @Nullable String family) {
        return given == null && family == null ? "A file that you may not see" : (given + " " + family).strip();
    }

    private static Instant instant(OffsetDateTime moment) {
        return moment.toInstant();
    }
}
