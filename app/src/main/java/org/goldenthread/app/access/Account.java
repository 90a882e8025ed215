package org.goldenthread.app.access;

import org.jspecify.annotations.Nullable;

/**
 * One person's way in.
 *
 * @param name what they sign in with, in small letters
 * @param post their post; papers and the log show posts
 * @param oneTime whether the password is a secret to be used once, to choose a password with
 * @param madeUp whether it is one of the demo's
 * @param socialWorkNumber registration with Social Work England, such as SW123456; empty where there is none or it is not known
 * @param agency the partner agency that it acts for; null for everybody else, and for a partner's account that is tied to none yet
 * @param revision raised when role, password or standing change; sessions opened before are over
 */
public record Account(
        String name,
        String post,
        Role role,
        boolean oneTime,
        boolean madeUp,
        boolean enabled,
        String socialWorkNumber,
        @Nullable String agency,
        int revision) {}
