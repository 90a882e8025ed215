package org.goldenthread.app.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Writes an iCalendar object as RFC 5545 has it. What is due on a day is an event of the whole day, which is that day in every time zone; what
 * is due at a moment is written in universal time, which needs no table of time zones and no guess in the hour that summer time takes or gives.
 */
final class CalendarText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** In octets, without the line's end (section 3.1). */
    private static final int LONGEST_LINE = 75;

    private final StringBuilder text = new StringBuilder();

    private CalendarText() {}

    static String of(String name, List<DueDate> due) {
        CalendarText calendar = new CalendarText();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Golden Thread//Due dates//EN");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("METHOD:PUBLISH");
        calendar.line("NAME:" + escaped(name));
        calendar.line("X-WR-CALNAME:" + escaped(name));
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        calendar.line("X-PUBLISHED-TTL:PT1H");
        due.forEach(calendar::event);
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void event(DueDate due) {
        line("BEGIN:VEVENT");
        line("UID:" + escaped(due.uid()));
        line("DTSTAMP:" + MOMENT.format(due.knownSince()));
        line("LAST-MODIFIED:" + MOMENT.format(due.knownSince()));
        line("SEQUENCE:" + due.sequence());
        Instant at = due.at();
        if (at == null) {
            line("DTSTART;VALUE=DATE:" + DAY.format(due.on()));
            line("DTEND;VALUE=DATE:" + DAY.format(due.on().plusDays(1)));
        } else {
            line("DTSTART:" + MOMENT.format(at));
        }
        line("SUMMARY:" + escaped(due.summary()));
        line("DESCRIPTION:" + escaped(due.description()));
        line("CLASS:CONFIDENTIAL");
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    /** Section 3.3.11. */
    private static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\r\n|\r|\n", "\\\\n");
    }

    /** A long line goes on in the next after a blank; no letter is cut through. */
    private void line(String whole) {
        int room = LONGEST_LINE;
        int used = 0;
        for (int place = 0; place < whole.length(); ) {
            int letter = whole.codePointAt(place);
            String written = Character.toString(letter);
            int size = written.getBytes(StandardCharsets.UTF_8).length;
            if (used + size > room) {
                text.append("\r\n ");
                used = 1;
            }
            text.append(written);
            used += size;
            place += Character.charCount(letter);
        }
        text.append("\r\n");
    }
}
