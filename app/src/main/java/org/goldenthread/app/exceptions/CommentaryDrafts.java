package org.goldenthread.app.exceptions;

import java.time.YearMonth;
import java.util.Locale;

/** Names of the drafts of commentaries. */
final class CommentaryDrafts {

    private CommentaryDrafts() {}

    static String name(YearMonth month, String number) {
        return "commentary-" + month + "-" + number.toLowerCase(Locale.ROOT);
    }
}
