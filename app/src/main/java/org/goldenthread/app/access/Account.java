package org.goldenthread.app.access;

/**
 * One person's way in.
 *
 * @param name what they sign in with, in small letters
 * @param post their post; papers and the log show posts
 * @param oneTime whether the password is a secret to be used once, to choose a password with
 * @param madeUp whether it is one of the demo's
 * @param socialWorkNumber registration with Social Work England, such as SW123456; empty where there is none or it is not known
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
        int revision) {}
