package org.goldenthread.app.snapshots;

import java.time.LocalDate;

/** First and last day that a local count is of. */
public record LocalPeriod(LocalDate start, LocalDate end) {}
