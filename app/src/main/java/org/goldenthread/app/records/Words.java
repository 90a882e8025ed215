package org.goldenthread.app.records;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as pages say them, in local time. */
public final class Words {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private Words() {}

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A day as it would be typed into a form, such as 31/3/2024. */
    public static String typed(LocalDate day) {
        return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
    }

    public static String time(LocalTime time) {
        return TIME.format(time);
    }

    public static String moment(LocalDateTime moment) {
        return DAY.format(moment) + ", " + TIME.format(moment);
    }

    public static String moment(Instant moment) {
        return moment(LocalDateTime.ofInstant(moment, LONDON));
    }

    /** The moment at which a day is over: what became known on it is known. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(LONDON).toInstant().minusNanos(1000);
    }
}
