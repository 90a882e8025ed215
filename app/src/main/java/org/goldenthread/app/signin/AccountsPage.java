package org.goldenthread.app.signin;

import java.util.List;
import org.goldenthread.app.access.Account;

/**
 * What the accounts page shows; name, post and role are what was typed, so that a refused form loses nothing.
 *
 * @param secret a one-time secret to pass on, shown once; may be empty
 */
public record AccountsPage(
        List<Account> accounts,
        String problem,
        String name,
        String post,
        String role,
        String secretFor,
        String secret) {}
