package org.goldenthread.app.access;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets to be used once, to choose a password with. */
final class Secrets {

    private static final int BYTES = 15;

    private Secrets() {}

    static String make() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
