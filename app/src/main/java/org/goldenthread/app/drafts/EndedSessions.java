package org.goldenthread.app.drafts;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.goldenthread.app.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Whose the sessions were that ended lately, so that what is still sent from one is known to be theirs. */
@Component
class EndedSessions implements HttpSessionListener {

    private static final int MOST = 5000;

    private final Map<String, String> accounts = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    });

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        String account = accountOf(event.getSession());
        if (account != null) {
            accounts.put(event.getSession().getId(), account);
        }
    }

    @Nullable String findAccount(@Nullable String session) {
        return session == null ? null : accounts.get(session);
    }

    static @Nullable String accountOf(HttpSession session) {
        return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                                instanceof SecurityContext context
                        && context.getAuthentication() != null
                        && context.getAuthentication().getPrincipal() instanceof Viewer viewer
                ? viewer.account()
                : null;
    }
}
