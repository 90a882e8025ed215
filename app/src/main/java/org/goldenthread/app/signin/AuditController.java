package org.goldenthread.app.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditChain;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.audit.ChainReport;
import org.goldenthread.app.web.Pages;
import org.goldenthread.app.web.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The log, whether it is what was sealed, and one person's part of it. */
@Controller
class AuditController {

    /** The id as it stands on the person's page or in its address. */
    private static final Pattern PERSON = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Pages pages;
    private final Viewers viewers;
    private final AuditLog audit;
    private final AuditChain chain;
    private final AtomicBoolean verifying = new AtomicBoolean();

    AuditController(Pages pages, Viewers viewers, AuditLog audit, AuditChain chain) {
        this.pages = pages;
        this.viewers = viewers;
        this.audit = audit;
        this.chain = chain;
    }

    @GetMapping("/audit")
    View show(@RequestParam(defaultValue = "") String action, @RequestParam(defaultValue = "1") int page) {
        return page(action, page, null, "", "");
    }

    @PostMapping("/audit/verify")
    View verify(HttpServletRequest request) {
        Viewer viewer = viewers.require(Right.SEE_AUDIT);
        // It reads the whole log: one at a time is enough for everybody.
        if (!verifying.compareAndSet(false, true)) {
            pages.notDone(request, "The chain is being verified already. Try again in a minute.");
            return new RedirectView("/audit");
        }
        try {
            ChainReport report = chain.verify("");
            audit.add(
                    viewer.account(),
                    viewer.role().label(),
                    Action.CHAIN_VERIFIED,
                    report.isWhole() ? "Whole" : "Broken",
                    report.lines().getLast());
            return page("", 1, report, "", "");
        } finally {
            verifying.set(false);
        }
    }

    @GetMapping("/audit/of")
    View findPerson(@RequestParam(defaultValue = "") String person) {
        Matcher id = PERSON.matcher(person);
        if (!id.find()) {
            return page(
                    "",
                    1,
                    null,
                    person,
                    "Enter the person’s id, like 0b8f2c7e-5d3a-4c1b-9e6f-7a2d4c8b1e90, or the address of their page");
        }
        return new RedirectView("/audit/of/" + UUID.fromString(id.group()) + ".csv");
    }

    /** What a person who asks for their own data is told of who looked: nothing of the others in it. */
    @GetMapping("/audit/of/{person:[0-9a-f-]{36}}.csv")
    ResponseEntity<byte[]> download(@PathVariable UUID person) {
        Viewer viewer = viewers.require(Right.SEE_AUDIT);
        audit.add(viewer.account(), viewer.role().label(), Action.PERSON_LOG_DOWNLOADED, person.toString(), "");
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("who-looked-" + person + ".csv")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(PersonLogFile.csv(audit.listOf(person)));
    }

    private View page(String action, int page, @Nullable ChainReport report, String person, String problem) {
        String base =
                action.isEmpty() ? "/audit" : "/audit?action=" + URLEncoder.encode(action, StandardCharsets.UTF_8);
        Paging paging = new Paging(page, audit.countEntries(action), AuditLog.PAGE_SIZE, base);
        return pages.of("audit", "Audit log")
                .status(problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .with(new AuditPage(
                        audit.listEntries(paging.page(), action),
                        action,
                        paging,
                        chain.findLatest().orElse(null),
                        report,
                        person,
                        problem));
    }
}
