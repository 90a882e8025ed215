package org.goldenthread.app.signin;

import java.util.List;
import org.goldenthread.app.access.Account;
import org.jspecify.annotations.Nullable;

/**
 * What the sign-in page shows.
 *
 * @param problem why the last try failed; may be empty
 * @param message anything else to say; may be empty
 * @param providerLabel what the button of the council's identity provider says; null without one
 */
public record SignInPage(
        String problem,
        String message,
        List<Account> demoAccounts,
        @Nullable String providerLabel) {}
