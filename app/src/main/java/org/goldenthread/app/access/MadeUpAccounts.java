package org.goldenthread.app.access;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Lets a demo's own work be done by its made-up accounts; nobody else's account can be acted for. */
@Component
public class MadeUpAccounts {

    private final Accounts accounts;
    private final DemoStanding standing;

    MadeUpAccounts(Accounts accounts, DemoStanding standing) {
        this.accounts = accounts;
        this.standing = standing;
    }

    /** @throws IllegalStateException where this is no demo, or the account is none of the demo's */
    public void act(String name, Runnable work) {
        Account account = accounts.findEnabled(name)
                .filter(Account::madeUp)
                .filter(unused -> standing.isDemo())
                .orElseThrow(() -> new IllegalStateException("There is no made-up account " + name + " here."));
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(Viewer.of(account)));
        SecurityContextHolder.setContext(context);
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
