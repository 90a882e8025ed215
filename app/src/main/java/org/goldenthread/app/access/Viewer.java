package org.goldenthread.app.access;

import java.io.Serializable;
import java.security.Principal;

/**
 * The person who is signed in.
 *
 * @param madeUp whether the account is one of the demo's
 * @param revision of the account at sign-in; see {@link Account}
 * @param readsOnly whether they came with a token that may only read: they have no right to write then
 */
public record Viewer(
        String account,
        String post,
        Role role,
        boolean mustChoosePassword,
        boolean madeUp,
        int revision,
        boolean readsOnly)
        implements Principal, Serializable {

    private static final long serialVersionUID = 1L;

    static Viewer of(Account account) {
        return new Viewer(
                account.name(),
                account.post(),
                account.role(),
                account.oneTime(),
                account.madeUp(),
                account.revision(),
                false);
    }

    Viewer readingOnly() {
        return new Viewer(account, post, role, mustChoosePassword, madeUp, revision, true);
    }

    @Override
    public String getName() {
        return account;
    }

    public boolean may(Right right) {
        return role.may(right) && !mustChoosePassword && (!readsOnly || right.isToRead());
    }
}
