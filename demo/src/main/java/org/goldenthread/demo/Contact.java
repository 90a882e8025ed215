package org.goldenthread.demo;

import java.time.LocalDate;

/**
 * A contact with the front door, or an early help assessment.
 *
 * @param earlyHelp whether it is an assessment of early help
 * @param completed day the assessment was completed; the day of the contact otherwise
 * @param source who made the contact (code of the census), or the organisation that made the assessment
 */
record Contact(LocalDate day, boolean earlyHelp, LocalDate completed, String source) {}
