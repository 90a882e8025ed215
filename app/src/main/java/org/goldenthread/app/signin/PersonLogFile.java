package org.goldenthread.app.signin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.app.audit.AuditEntry;

/**
 * One person's part of the log, for their own request to see their data: when, which role, what was done, and to what kind of
 * record. No account, no network address, and nothing that anybody typed, because that may tell of others.
 */
final class PersonLogFile {

    private static final Pattern KIND_OF_RECORD = Pattern.compile("([a-z][a-z-]*) [0-9a-f]{8}-[0-9a-f-]{27}.*");

    private PersonLogFile() {}

    static byte[] csv(List<AuditEntry> entries) {
        // A spreadsheet takes the text for UTF-8 where this mark comes first.
        StringBuilder text = new StringBuilder("\uFEFF");
        line(text, "When (United Kingdom time)", "Role", "What was done", "Kind of record");
        entries.forEach(entry -> line(
                text, AuditPage.SORTABLE_TIME.format(entry.at()), entry.role(), entry.action(), kind(entry.detail())));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String kind(String detail) {
        Matcher matcher = KIND_OF_RECORD.matcher(detail);
        if (!matcher.matches()) {
            return "";
        }
        String words = matcher.group(1).replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    // All four are the application's own words.
    private static void line(StringBuilder text, String... cells) {
        text.append('"').append(String.join("\",\"", cells)).append("\"\r\n");
    }
}
