package org.goldenthread.returns.write;

import java.time.LocalDate;

/**
 * What is wanted of an export.
 *
 * @param year collection year by its end: 2026 is 2025-26; of a return that is of a day the one that holds the day
 * @param asAt day that the return is drawn up to: the end of the collection year, or an earlier day for a return in the year
 * @param format one of the export's formats
 */
public record ExportRequest(int year, LocalDate asAt, String format) {}
