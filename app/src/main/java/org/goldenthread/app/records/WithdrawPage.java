package org.goldenthread.app.records;

/**
 * A record to withdraw as entered in error, or to restore.
 *
 * @param why what was typed
 * @param problem what is wrong with it; empty for nothing
 */
public record WithdrawPage(PersonBar bar, Kept<?> record, String why, String problem) {}
