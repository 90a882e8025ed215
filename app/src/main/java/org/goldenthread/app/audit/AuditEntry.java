package org.goldenthread.app.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * One line of the log.
 *
 * @param account who, by account name
 * @param action what was done, such as "looked at the children behind a figure"
 * @param subject what it was done to, such as a measure and a month
 * @param detail anything that tells it apart further; may be empty
 * @param address the network address that it was asked from; empty for what the system did of itself
 */
public record AuditEntry(
        long id,
        Instant at,
        String account,
        String role,
        String action,
        String subject,
        String detail,
        String address) {

    static AuditEntry read(ResultSet row, int unused) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("account"),
                row.getString("role"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("address"));
    }
}
