package org.goldenthread.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Signs in whom the council's own identity provider has let through, with the role that one of its claims maps to.
 *
 * <p>The provider says who it is and what they do here; somebody whose claim maps to no role is turned away, and so is an
 * account that an administrator has switched off.
 */
@Component
class OpenIdSignIn implements AuthenticationSuccessHandler {

    private final OpenIdProperties properties;
    private final Accounts accounts;
    private final SignIns signIns;
    private final AuditLog audit;

    OpenIdSignIn(OpenIdProperties properties, Accounts accounts, SignIns signIns, AuditLog audit) {
        this.properties = properties;
        this.accounts = accounts;
        this.signIns = signIns;
        this.audit = audit;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        Optional<Account> account =
                authentication.getPrincipal() instanceof OidcUser user ? admit(user) : Optional.empty();
        if (account.isEmpty()) {
            signIns.end(request, response);
            response.sendRedirect("/sign-in?no-role");
            return;
        }
        signIns.begin(account.get(), request, response);
        audit.add(account.get().name(), account.get().role().label(), Action.SIGNED_IN, "By OpenID Connect", "");
        response.sendRedirect("/");
    }

    private Optional<Account> admit(OidcUser user) {
        String name = properties.findName(user.getClaims()).orElse(String.valueOf(user.getSubject()));
        Optional<Role> role = properties.findRole(user.getClaims());
        if (role.isEmpty()) {
            audit.add(Accounts.normal(name), "", Action.SIGN_IN_REFUSED, "No claim that maps to a role", "");
            return Optional.empty();
        }
        String post = properties.findPost(user.getClaims()).orElse(role.get().label());
        return accounts.admitFromProvider(name, post, role.get());
    }
}
