package org.goldenthread.app.retention;

import java.time.LocalDate;
import java.util.UUID;
import org.goldenthread.core.retention.RetentionRule;

/**
 * Somebody whose record has been kept its time.
 *
 * @param name "Restricted record" where it is restricted: whoever keeps the schedule need not know who that is
 * @param held why it must be kept all the same; empty where it need not
 */
public record Due(UUID person, String number, String name, LocalDate until, RetentionRule rule, String held) {}
