package org.goldenthread.app.nightlist;

/** The form in which tonight's list is asked for. */
public record NightListPage(String problem) {}
