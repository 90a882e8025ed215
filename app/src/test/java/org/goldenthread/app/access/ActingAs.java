package org.goldenthread.app.access;

import java.util.function.Supplier;
import org.goldenthread.app.RunningApplication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Work that a test does as somebody who is signed in, without a page. */
public final class ActingAs {

    private ActingAs() {}

    public static <T> T call(RunningApplication application, String account, Supplier<T> work) {
        Viewer viewer =
                Viewer.of(application.bean(Accounts.class).findEnabled(account).orElseThrow());
        SecurityContextHolder.getContext().setAuthentication(new SignedIn(viewer));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
