package org.goldenthread.app.scorecard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What Part 1 hides, as the council has set it, and every earlier save. */
@Repository
public class DisclosureStore {

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final AuditLog audit;
    private final InstantSource clock;

    DisclosureStore(JdbcClient jdbc, Viewers viewers, AuditLog audit, InstantSource clock) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    /** The rules in force. */
    public SavedDisclosure current() {
        return listVersions().getFirst();
    }

    /** Every save, latest first, and last the rules that come with the product. */
    public List<SavedDisclosure> listVersions() {
        List<SavedDisclosure> versions = new ArrayList<>(
                AsSystem.call(() -> jdbc.sql("""
                        select id, threshold, zeros, profile, exempt, always_hidden, reason, saved_at, saved_by
                        from disclosure_version order by id desc
                        """).query(DisclosureStore::read).list()));
        versions.add(new SavedDisclosure(0, DisclosureRules.standard(), "As it comes with Golden Thread", null, ""));
        return versions;
    }

    /** The saves that some issued report was made with, latest first. */
    public List<SavedDisclosure> listIssued() {
        List<Long> used =
                AsSystem.call(() -> jdbc.sql("select distinct coalesce(disclosure_version, 0) from issued_report")
                        .query(Long.class)
                        .list());
        return listVersions().stream()
                .filter(version -> used.contains(version.id()))
                .toList();
    }

    /** Saves rules as those in force, and logs it. */
    @Transactional
    public void save(DisclosureRules rules, String reason) {
        Viewer viewer = viewers.require(Right.CONFIGURE_INDEX);
        audit.add(
                viewer.account(),
                viewer.role().label(),
                Action.SMALL_NUMBERS_CHANGED,
                Words.range(rules.smallest(), rules.threshold()) + " hidden, "
                        + rules.profile().key(),
                reason);
        jdbc.sql("""
                        insert into disclosure_version
                            (threshold, zeros, profile, exempt, always_hidden, reason, saved_at, saved_by)
                        values (:threshold, :zeros, :profile, :exempt, :hidden, :reason, :at, :by)
                        """)
                .param("threshold", rules.threshold())
                .param("zeros", rules.zeros().key())
                .param("profile", rules.profile().key())
                .param("exempt", String.join(",", new TreeSet<>(rules.exempt())))
                .param("hidden", String.join(",", new TreeSet<>(rules.alwaysHidden())))
                .param("reason", reason)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", viewer.account())
                .update();
    }

    private static SavedDisclosure read(ResultSet row, int number) throws SQLException {
        DisclosureRules rules = DisclosureRules.of(Map.of(
                "threshold", row.getString("threshold"),
                "zeros", row.getString("zeros"),
                "profile", row.getString("profile"),
                "exempt", row.getString("exempt"),
                "always-hidden", row.getString("always_hidden")));
        return new SavedDisclosure(
                row.getLong("id"),
                rules,
                row.getString("reason"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                row.getString("saved_by"));
    }
}
