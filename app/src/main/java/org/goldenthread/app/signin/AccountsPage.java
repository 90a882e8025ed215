package org.goldenthread.app.signin;

import java.util.List;
import org.goldenthread.app.access.Account;
import org.goldenthread.app.access.Agency;

/**
 * What the accounts page shows; name, post, role and agency are what was typed, so that a refused form loses nothing.
 *
 * @param secret a one-time secret to pass on, shown once; may be empty
 */
public record AccountsPage(
        List<Account> accounts,
        List<Agency> agencies,
        String problem,
        String name,
        String post,
        String role,
        String agency,
        String secretFor,
        String secret) {

    /** What an account's agency is called; empty where it is of none. */
    public String agencyOf(Account account) {
        return agencies.stream()
                .filter(each -> each.id().equals(account.agency()))
                .map(Agency::name)
                .findFirst()
                .orElse("");
    }
}
