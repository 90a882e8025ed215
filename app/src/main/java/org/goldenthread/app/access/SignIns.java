package org.goldenthread.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** The ways of signing in that are open here, and beginning and ending a session. */
@Component
public class SignIns {

    private static final Pattern NUMBERED = Pattern.compile("(.*)-[0-9]+");

    private final Accounts accounts;
    private final DemoStanding standing;
    private final AuditLog audit;
    private final OpenIdProperties openId;
    private final boolean openIdOn;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    SignIns(
            Accounts accounts,
            DemoStanding standing,
            AuditLog audit,
            OpenIdProperties openId,
            ObjectProvider<ClientRegistrationRepository> provider) {
        this.accounts = accounts;
        this.standing = standing;
        this.audit = audit;
        this.openId = openId;
        this.openIdOn = provider.getIfAvailable() != null;
    }

    /** Demo accounts to choose from; none outside the demo. */
    public List<Account> listDemoAccounts() {
        return standing.isOpen()
                ? accounts.listMadeUp().stream()
                        .sorted(java.util.Comparator.comparing(Account::role))
                        .toList()
                : List.of();
    }

    /** Those of them to choose among: not the colleagues of one of them, such as {@code social-worker-7} of {@code social-worker}. */
    public List<Account> listDemoAccountsToChoose() {
        List<Account> all = listDemoAccounts();
        Set<String> names = all.stream().map(Account::name).collect(Collectors.toSet());
        return all.stream()
                .filter(account -> {
                    Matcher numbered = NUMBERED.matcher(account.name());
                    return !numbered.matches() || !names.contains(numbered.group(1));
                })
                .toList();
    }

    /** What the button of the council's identity provider says, where there is one. */
    public Optional<String> findProviderLabel() {
        return openIdOn ? Optional.of(openId.label()) : Optional.empty();
    }

    /** Signs in to a demo account without a password; false where there is none of that name or no demo. */
    public boolean signInToDemo(String name, HttpServletRequest request, HttpServletResponse response) {
        Optional<Account> account = listDemoAccounts().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
        account.ifPresent(found -> {
            begin(found, request, response);
            audit.add(found.name(), found.role().label(), Action.SIGNED_IN, "As a demo account", "");
        });
        return account.isPresent();
    }

    /** Sets the password of whoever is signed in and begins their session anew. */
    public void choosePassword(
            Viewer viewer, String password, HttpServletRequest request, HttpServletResponse response) {
        accounts.setPassword(viewer.account(), password);
        audit.add(viewer.account(), viewer.role().label(), Action.PASSWORD_CHOSEN, "", "");
        begin(accounts.findEnabled(viewer.account()).orElseThrow(), request, response);
    }

    void begin(Account account, HttpServletRequest request, HttpServletResponse response) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        request.getSession(true);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(Viewer.of(account)));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        SecurityContext empty = SecurityContextHolder.createEmptyContext();
        SecurityContextHolder.setContext(empty);
        sessions.saveContext(empty, request, response);
    }
}
