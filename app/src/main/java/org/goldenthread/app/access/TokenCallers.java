package org.goldenthread.app.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Whom an access token of the council's provider speaks for: a worker who has an account here with the very role that the token gives, and
 * nobody else.
 *
 * <p>A token changes no account. An old one, which still bears a role that was taken away, can so give nothing back.
 */
@Component
public class TokenCallers {

    private final OpenIdProperties properties;
    private final Accounts accounts;
    private final AuditLog audit;

    TokenCallers(OpenIdProperties properties, Accounts accounts, AuditLog audit) {
        this.properties = properties;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** The provider's issuer address; empty where none is configured. */
    public String issuer() {
        return properties.issuer();
    }

    /**
     * The worker, as whoever is signed in is held; empty where the token speaks for none.
     *
     * @param claims of a token whose signature, issuer, audience and times were found to be right
     * @param scopes authorities that its scopes give
     * @param writes whether they let it write; otherwise the worker's rights to read are all that it has, in the database too
     */
    public Optional<AbstractAuthenticationToken> find(Map<String, Object> claims, List<String> scopes, boolean writes) {
        Optional<String> name = properties.findName(claims);
        if (name.isEmpty() || isOfASystem(claims)) {
            return Optional.empty();
        }
        Optional<AbstractAuthenticationToken> caller = properties
                .findRole(claims)
                .flatMap(role -> accounts.findEnabled(name.get()).filter(account -> account.role() == role))
                .filter(account -> !account.madeUp() && !account.oneTime())
                .map(Viewer::of)
                .map(viewer -> new SignedIn(writes ? viewer : viewer.readingOnly(), scopes));
        if (caller.isEmpty()) {
            audit.add(
                    Accounts.normal(name.get()),
                    "",
                    Action.SIGN_IN_REFUSED,
                    "A token of the API, without an account of the role that it gives",
                    "");
        }
        return caller;
    }

    /** RFC 9068, section 2.2: where nobody granted the access the subject is the client itself. Microsoft's tokens say so as well. */
    private static boolean isOfASystem(Map<String, Object> claims) {
        Object subject = claims.get("sub");
        return subject == null
                || subject.equals(claims.get("client_id"))
                || subject.equals(claims.get("azp"))
                || subject.equals(claims.get("appid"))
                || "app".equals(claims.get("idtyp"));
    }
}
