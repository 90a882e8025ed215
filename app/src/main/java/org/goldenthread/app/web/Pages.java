package org.goldenthread.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.app.access.DemoStanding;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** Makes pages: a template, what it shows, and what every page shares. */
@Component
public class Pages {

    private static final String NOTICE = "golden thread notice";
    private static final String NOT_DONE = "golden thread notice of what was not done";

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.goldenthread.app.pages");
    private final Viewers viewers;
    private final DemoStanding standing;
    private final CouncilName council;
    private volatile String lastName = "";
    private volatile boolean lastDemo;

    Pages(Viewers viewers, DemoStanding standing, CouncilName council) {
        this.viewers = viewers;
        this.standing = standing;
        this.council = council;
        templates.setTrimControlStructures(true);
        templates.setBinaryStaticContent(true);
    }

    /**
     * A page to be filled in.
     *
     * @param template name of the template, without its ending
     * @param title what the page is called
     */
    public Making of(String template, String title) {
        return new Making(template, title);
    }

    /** Something to say at the top of the next page that this person sees. */
    public void notice(HttpServletRequest request, String words) {
        request.getSession().setAttribute(NOTICE, words);
    }

    /** Something that was asked for and not done, to be said at the top of the next page that this person sees, with why. */
    public void notDone(HttpServletRequest request, String words) {
        request.getSession().setAttribute(NOT_DONE, words);
    }

    /** A page on its way; use it as a Spring view. */
    public final class Making implements View {

        private final String template;
        private final String title;
        private final List<Page.Crumb> crumbs = new ArrayList<>();
        private HttpStatusCode status = HttpStatus.OK;
        private boolean wide;
        private @Nullable Integer refreshSeconds;
        private Object content = "";

        private Making(String template, String title) {
            this.template = template;
            this.title = title;
        }

        /** What the template shows: its one parameter besides the page. */
        public Making with(Object shown) {
            content = shown;
            return this;
        }

        public Making status(HttpStatusCode code) {
            status = code;
            return this;
        }

        private boolean saysOutage() {
            return status.value() == HttpStatus.SERVICE_UNAVAILABLE.value();
        }

        public Making wide() {
            wide = true;
            return this;
        }

        public Making refreshingEvery(int seconds) {
            refreshSeconds = seconds;
            return this;
        }

        public Making under(String label, String address) {
            crumbs.add(new Page.Crumb(label, address));
            return this;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> unused, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            Utf8ByteOutput output = new Utf8ByteOutput();
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("page", page(this, request));
            parameters.put("content", content);
            templates.render(template + ".jte", parameters, output);
            response.setStatus(status.value());
            response.setContentType(getContentType());
            response.setContentLength(output.getContentLength());
            // A page may hold what only this person may see: no cache keeps it.
            response.setHeader("Cache-Control", "no-store");
            output.writeTo(response.getOutputStream());
        }
    }

    private Page page(Making making, HttpServletRequest request) {
        Viewer viewer = viewers.findViewer().orElse(null);
        String path = pathOf(request);
        String notDone = take(request, NOT_DONE);
        CsrfToken csrf = request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token : null;
        return new Page(
                making.title,
                nameNow(making),
                isDemoNow(making),
                path,
                viewer,
                navigation(viewer, path),
                csrf == null ? "_csrf" : csrf.getParameterName(),
                csrf == null ? "" : csrf.getToken(),
                making.refreshSeconds,
                notDone.isEmpty() ? take(request, NOTICE) : notDone,
                notDone.isEmpty(),
                making.wide,
                List.copyOf(making.crumbs));
    }

    /**
     * While the database does not answer a page must be there that says so: it is headed as the last one was, and does not wait
     * for the database once more.
     */
    private String nameNow(Making making) {
        if (!making.saysOutage()) {
            lastName = council.name();
        }
        return lastName;
    }

    private boolean isDemoNow(Making making) {
        if (!making.saysOutage()) {
            lastDemo = standing.isDemo();
        }
        return lastDemo;
    }

    private static List<Page.NavigationItem> navigation(@Nullable Viewer viewer, String path) {
        List<Page.NavigationItem> items = new ArrayList<>();
        if (viewer == null) {
            return items;
        }
        add(items, viewer, path, Right.SEE_RECORDS, "Work", "/work");
        add(items, viewer, path, Right.SEARCH_PEOPLE, "Find a person", "/people");
        add(items, viewer, path, Right.FIND_EVERY_CHILD, "Referrals from agencies", "/agency-referrals");
        if (viewer.may(Right.ACT_FOR_AGENCY)) {
            items.add(new Page.NavigationItem("Your agency", "/agency", path.equals("/agency")));
            add(items, viewer, path, Right.ACT_FOR_AGENCY, "What you sent", "/agency/referrals");
            add(items, viewer, path, Right.ACT_FOR_AGENCY, "What you are asked", "/agency/requests");
            add(items, viewer, path, Right.ACT_FOR_AGENCY, "Shared with you", "/agency/shares");
        }
        add(items, viewer, path, Right.BREAK_GLASS, "Tonight’s list", "/night-list");
        if (viewer.may(Right.PLAN_DESTRUCTION) || viewer.may(Right.DECIDE_DESTRUCTION)) {
            items.add(new Page.NavigationItem("Retention", "/retention", path.startsWith("/retention")));
        }
        add(items, viewer, path, Right.SEE_CPIS, "Sent to the NHS", "/cp-is");
        add(items, viewer, path, Right.CONFIGURE_PRACTICE, "Local clocks and deciders", "/practice");
        add(items, viewer, path, Right.MOVE_IN, "Moving in", "/moving-in");
        add(items, viewer, path, Right.SEE_CHILDREN, "What changed", "/changes");
        add(items, viewer, path, Right.SEE_PART_1, "Scorecard", "/scorecard");
        add(items, viewer, path, Right.SEE_PART_1, "Issued reports", "/reports");
        add(items, viewer, path, Right.LOAD_RETURNS, "Load returns", "/loading");
        add(items, viewer, path, Right.CORRECT_RETURNS, "Statutory returns", "/returns");
        add(items, viewer, path, Right.DRAW_RETURNS, "Returns from the record", "/record-returns");
        if (viewer.may(Right.CORRECT_RETURNS) || viewer.may(Right.CONFIGURE_PRACTICE)) {
            items.add(new Page.NavigationItem("Lists for the checks", "/check-lists", path.startsWith("/check-lists")));
        }
        add(items, viewer, path, Right.CONFIGURE_INDEX, "Set up the index", "/index");
        add(items, viewer, path, Right.CONFIGURE_INDEX, "Small numbers", "/small-numbers");
        add(items, viewer, path, Right.MANAGE_ACCOUNTS, "Accounts", "/accounts");
        add(items, viewer, path, Right.MANAGE_ACCOUNTS, "Teams", "/teams");
        add(items, viewer, path, Right.SEE_AUDIT, "Audit log", "/audit");
        return items;
    }

    private static void add(
            List<Page.NavigationItem> items, Viewer viewer, String path, Right right, String label, String address) {
        if (viewer.may(right)) {
            boolean current =
                    path.startsWith(address) || (address.equals("/scorecard") && path.matches("/part-[12]/.*"));
            items.add(new Page.NavigationItem(label, address, current));
        }
    }

    private static String pathOf(HttpServletRequest request) {
        return request.getAttribute("jakarta.servlet.error.request_uri") instanceof String original
                ? original
                : request.getRequestURI();
    }

    private static String take(HttpServletRequest request, String name) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(name) instanceof String words)) {
            return "";
        }
        session.removeAttribute(name);
        return words;
    }
}
