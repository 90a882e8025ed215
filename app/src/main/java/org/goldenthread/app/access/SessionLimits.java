package org.goldenthread.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session twelve hours after it began whatever is done in it, and at once when its account is switched off or
 * changed; and keeps whoever signed in with a one-time secret at the page where a password is chosen.
 */
final class SessionLimits extends OncePerRequestFilter {

    static final Duration LONGEST = Duration.ofHours(12);
    static final String BEGAN = "golden thread session began";
    static final String CHOOSE_PASSWORD = "/account/password";

    private final Accounts accounts;
    private final Viewers viewers;
    private final DemoStanding standing;
    private final InstantSource clock;

    SessionLimits(Accounts accounts, Viewers viewers, DemoStanding standing, InstantSource clock) {
        this.accounts = accounts;
        this.viewers = viewers;
        this.standing = standing;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Viewer viewer = viewers.findViewer().orElse(null);
        if (viewer == null || request.getRequestURI().startsWith("/assets/")) {
            chain.doFilter(request, response);
            return;
        }
        if (isTooOld(request.getSession()) || !stillStands(viewer)) {
            SecurityContextHolder.clearContext();
            request.getSession().invalidate();
            response.sendRedirect(viewer.madeUp() && !standing.isDemo() ? "/sign-in?demo-ended" : "/sign-in?ended");
            return;
        }
        String path = request.getRequestURI();
        if (viewer.mustChoosePassword() && !path.equals(CHOOSE_PASSWORD) && !path.equals("/sign-out")) {
            response.sendRedirect(CHOOSE_PASSWORD);
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isTooOld(HttpSession session) {
        if (session.getAttribute(BEGAN) instanceof Instant began) {
            return clock.instant().isAfter(began.plus(LONGEST));
        }
        session.setAttribute(BEGAN, clock.instant());
        return false;
    }

    private boolean stillStands(Viewer viewer) {
        return accounts.findEnabled(viewer.account())
                .filter(account -> account.revision() == viewer.revision())
                .filter(account -> !account.madeUp() || standing.isOpen())
                .isPresent();
    }
}
