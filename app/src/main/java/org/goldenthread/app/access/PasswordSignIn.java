package org.goldenthread.app.access;

import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs in by account name and password. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private static final int LONGEST_NAME = 100;

    private final Accounts accounts;
    private final SignInThrottle throttle;
    private final AuditLog audit;

    PasswordSignIn(Accounts accounts, SignInThrottle throttle, AuditLog audit) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.audit = audit;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = Accounts.normal(attempt.getName());
        if (name.length() > LONGEST_NAME) {
            throw new BadCredentialsException("There is no such account.");
        }
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        if (throttle.isClosed(name, address)) {
            audit.add(name, "", Action.SIGN_IN_REFUSED, "Too many tries", "");
            throw new LockedException("Too many tries.");
        }
        Account account = accounts.findByPassword(name, String.valueOf(attempt.getCredentials()))
                .orElseThrow(() -> refuse(name, address));
        throttle.succeeded(name);
        audit.add(account.name(), account.role().label(), Action.SIGNED_IN, "By password", "");
        return new SignedIn(Viewer.of(account));
    }

    private BadCredentialsException refuse(String name, String address) {
        throttle.failed(name, address);
        audit.add(name, "", Action.SIGN_IN_REFUSED, "Wrong name or password", "");
        return new BadCredentialsException("Wrong name or password.");
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
