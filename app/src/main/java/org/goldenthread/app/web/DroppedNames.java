package org.goldenthread.app.web;

import org.jspecify.annotations.Nullable;

/** Names of files as a browser sends them. */
public final class DroppedNames {
    /** Systems allow 255 bytes, and a reader may put an ending to it. */
    private static final int LONGEST = 80;

    private DroppedNames() {}

    /** A browser may send a path; only its last part is a name, and nothing odd in it is kept. */
    public static String plain(@Nullable String sent) {
        String name = sent == null ? "" : sent.replace('\\', '/');
        return name.substring(name.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9 ._()-]", "_");
    }

    /** As {@link #plain}, but a name that a file can have on every system: the end of one that is too long, which says what it is. */
    public static String usable(@Nullable String sent) {
        String name = plain(sent);
        if (name.isBlank() || name.equals(".") || name.equals("..")) {
            return "without-name";
        }
        return name.length() > LONGEST ? name.substring(name.length() - LONGEST) : name;
    }
}
