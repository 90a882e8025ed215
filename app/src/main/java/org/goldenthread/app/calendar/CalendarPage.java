package org.goldenthread.app.calendar;

/**
 * One's own calendar feed.
 *
 * @param address the new address, shown once; empty otherwise
 * @param madeAt when the present address was made, in words; empty where there is none
 */
public record CalendarPage(String address, String madeAt, boolean saysNumber) {}
