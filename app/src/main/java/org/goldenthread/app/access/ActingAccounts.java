package org.goldenthread.app.access;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Does work for an account that nobody is signed in with, with its rights and no others: for what a secret address or a token stands for. */
@Component
public class ActingAccounts {

    private final Accounts accounts;
    private final DemoStanding standing;

    ActingAccounts(Accounts accounts, DemoStanding standing) {
        this.accounts = accounts;
        this.standing = standing;
    }

    /**
     * The work done for the account of that name; empty where there is none that is switched on and has chosen its password.
     *
     * @param right without which the account does no such work
     */
    public <T> Optional<T> callFor(String account, Right right, Supplier<T> work) {
        Optional<Viewer> viewer = accounts.findEnabled(account)
                .filter(each -> !each.madeUp() || standing.isOpen())
                .map(Viewer::of)
                .filter(each -> each.may(right));
        if (viewer.isEmpty()) {
            return Optional.empty();
        }
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(viewer.get()));
        SecurityContextHolder.setContext(context);
        try {
            return Optional.of(work.get());
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
