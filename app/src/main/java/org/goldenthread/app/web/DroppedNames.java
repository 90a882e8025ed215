package org.goldenthread.app.web;

import org.jspecify.annotations.Nullable;

/** Names of files as a browser sends them. */
public final class DroppedNames {
    private DroppedNames() {}

    /** A browser may send a path; only its last part is a name, and nothing odd in it is kept. */
    public static String plain(@Nullable String sent) {
        String name = sent == null ? "" : sent.replace('\\', '/');
        return name.substring(name.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9 ._()-]", "_");
    }
}
