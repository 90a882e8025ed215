package org.goldenthread.app.access;

import java.util.List;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What an administrator does with accounts. */
@Service
@PreAuthorize("hasAuthority('MANAGE_ACCOUNTS')")
public class AccountKeeping {

    private final Accounts accounts;
    private final Agencies agencies;
    private final Viewers viewers;
    private final AuditLog audit;

    AccountKeeping(Accounts accounts, Agencies agencies, Viewers viewers, AuditLog audit) {
        this.accounts = accounts;
        this.agencies = agencies;
        this.viewers = viewers;
        this.audit = audit;
    }

    public List<Account> listAccounts() {
        return accounts.listAccounts();
    }

    /**
     * Makes an account, or changes one of that name, and gives it a new one-time secret.
     *
     * @param agency the partner agency that it acts for; null for every other role
     * @return the secret; it is kept nowhere
     */
    public String save(String name, String post, Role role, @Nullable String agency) {
        String secret = Secrets.make();
        accounts.save(name, post, role, agency, secret, true, false);
        log(
                name,
                "Given the role " + role.label() + (agency == null ? "" : " for the agency " + agency)
                        + " and a new secret");
        return secret;
    }

    /** @return whether it is new */
    public boolean addAgency(Agency agency) {
        boolean added = agencies.add(agency);
        if (added) {
            log(agency.id(), "Added the partner agency " + agency.name());
        }
        return added;
    }

    public void setEnabled(String name, boolean enabled) {
        accounts.setEnabled(name, enabled);
        log(name, enabled ? "Switched on" : "Switched off");
    }

    /** @param number registration with Social Work England, SW and digits; empty to take it away */
    public void setSocialWorkNumber(String name, String number) {
        accounts.setSocialWorkNumber(name, number);
        log(name, number.isEmpty() ? "Without a Social Work England number" : "Given a Social Work England number");
    }

    private void log(String name, String detail) {
        Viewer viewer = viewers.getViewer();
        audit.add(viewer.account(), viewer.role().label(), Action.ACCOUNT_CHANGED, name, detail);
    }
}
