package org.goldenthread.returns.write.daily;

/**
 * A child, or one value of a child, that cannot be sent.
 *
 * @param person the child's pseudonym in the snapshot
 * @param problem what is wrong, without the value itself
 * @param action what to do
 */
public record DailyRefusal(String person, String problem, String action) {}
