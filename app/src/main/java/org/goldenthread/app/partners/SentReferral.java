package org.goldenthread.app.partners;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.goldenthread.app.records.Words;
import org.goldenthread.core.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A referral as an agency sent it.
 *
 * @param contact the contact that the front door made of it; null until it has
 */
public record SentReferral(
        UUID id,
        String reference,
        String agency,
        Instant sentAt,
        String post,
        String givenName,
        String familyName,
        @Nullable LocalDate born,
        String address,
        String attends,
        String family,
        String concern,
        String safeNow,
        String done,
        String consent,
        String whyNotAsked,
        String reach,
        @Nullable UUID contact) {

    static SentReferral read(ResultSet row, int number) throws SQLException {
        return new SentReferral(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getString("agency"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getString("sent_post"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getObject("born", LocalDate.class),
                row.getString("address"),
                row.getString("attends"),
                row.getString("family"),
                row.getString("concern"),
                row.getString("safe_now"),
                row.getString("done"),
                row.getString("consent"),
                row.getString("why_not_asked"),
                row.getString("reach"),
                row.getObject("contact", UUID.class));
    }

    public String child() {
        return (givenName + " " + familyName).strip();
    }

    public String sent() {
        return Words.moment(sentAt);
    }

    /** The day by which the referrer is to be told of a decision: one working day (Working Together to Safeguard Children). */
    public LocalDate due() {
        return WorkingCalendar.englandAndWales().addWorkingDays(LocalDate.ofInstant(sentAt, Words.LONDON), 1);
    }

    public String dueWords() {
        return Words.day(due());
    }

    public String bornWords() {
        return born == null ? "Not known" : Words.day(born);
    }

    public String consentWords() {
        return ConsentAsked.valueOf(consent).label();
    }
}
