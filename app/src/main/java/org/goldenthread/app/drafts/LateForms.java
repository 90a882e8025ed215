package org.goldenthread.app.drafts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps a form that is sent after its session has ended. It becomes a draft of the account that the session was of, and of
 * nobody else; it is not saved in the record. Whoever signs in with that account next is brought back to the form.
 *
 * <p>It stands before everything that guards the pages, since to those such a form is a stranger's. Nothing is shown here and
 * nothing is done with what was sent but to keep it, and only for who holds the ended session's secret id.
 */
@Component
@Order(LateForms.BEFORE_SECURITY)
final class LateForms extends OncePerRequestFilter {

    static final int BEFORE_SECURITY = -101;
    private static final String ID = "[0-9a-f-]{36}";
    private static final Pattern NEW = Pattern.compile("/people/(" + ID + ")/records/([a-z0-9-]+)/new");
    private static final Pattern CHANGE = Pattern.compile("/records/([a-z0-9-]+)/(" + ID + ")/change");
    private static final String ENDED = "/sign-in?ended";
    private static final String KEPT = "/sign-in?form-kept";

    private final EndedSessions ended;
    private final Drafts drafts;
    private final Map<String, String> comeBack = new ConcurrentHashMap<>();

    LateForms(EndedSessions ended, Drafts drafts) {
        this.ended = ended;
        this.drafts = drafts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        String account =
                session == null ? ended.findAccount(request.getRequestedSessionId()) : EndedSessions.accountOf(session);
        String path = request.getRequestURI();
        if (account != null && session != null && path.equals("/") && comeBack.containsKey(account)) {
            response.sendRedirect(String.valueOf(comeBack.remove(account)));
            return;
        }
        String form = account != null && request.getMethod().equals("POST") ? formOf(request) : null;
        if (account == null || form == null) {
            chain.doFilter(request, response);
        } else if (session == null) {
            response.sendRedirect(keep(account, form, request) ? KEPT : ENDED);
        } else {
            chain.doFilter(request, keepingWhereTheSessionEnds(account, form, request, response));
        }
    }

    /** A session may be found to be too old only on the way, and is ended with what this very request sent. */
    private HttpServletResponse keepingWhereTheSessionEnds(
            String account, String form, HttpServletRequest request, HttpServletResponse response) {
        return new HttpServletResponseWrapper(response) {
            @Override
            public void sendRedirect(String location) throws IOException {
                super.sendRedirect(location.equals(ENDED) && keep(account, form, request) ? KEPT : location);
            }
        };
    }

    private boolean keep(String account, String form, HttpServletRequest request) {
        Map<String, String> typed = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, String.join("\n", values)));
        typed.remove("_csrf");
        if (typed.values().stream().mapToInt(String::length).sum() > DraftsController.LONGEST) {
            return false;
        }
        drafts.keepOf(account, form, typed);
        String follows = request.getParameter("follows");
        comeBack.put(
                account,
                request.getRequestURI() + (follows != null && follows.matches(ID) ? "?follows=" + follows : ""));
        return true;
    }

    /** The name of the form's draft. */
    private static @Nullable String formOf(HttpServletRequest request) {
        Matcher added = NEW.matcher(request.getRequestURI());
        if (added.matches()) {
            String follows = request.getParameter("follows");
            return "new." + added.group(2) + "." + (follows != null && follows.matches(ID) ? follows : added.group(1));
        }
        Matcher changed = CHANGE.matcher(request.getRequestURI());
        return changed.matches() ? "change." + changed.group(1) + "." + changed.group(2) : null;
    }
}
