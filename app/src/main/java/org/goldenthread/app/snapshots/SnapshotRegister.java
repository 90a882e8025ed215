package org.goldenthread.app.snapshots;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.app.web.CouncilName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which snapshots were loaded, in order; the last is the current one. */
@Repository
public class SnapshotRegister implements CouncilName {

    private static final String SELECT =
            "select id, directory, authority_code, authority, made_up, loaded_at, loaded_by from snapshot";

    private final JdbcClient jdbc;
    private final InstantSource clock;

    SnapshotRegister(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Latest first. */
    public List<SnapshotEntry> listEntries() {
        return AsSystem.call(() -> jdbc.sql(SELECT + " order by place desc")
                .query(SnapshotRegister::read)
                .list());
    }

    public Optional<SnapshotEntry> findCurrent() {
        return listEntries().stream().findFirst();
    }

    /** The one loaded before the current one. */
    public Optional<SnapshotEntry> findPrevious() {
        return listEntries().stream().skip(1).findFirst();
    }

    public Optional<SnapshotEntry> findEntry(String id) {
        return listEntries().stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** Adds a snapshot as the current one; false where it is registered already, since loading twice changes nothing. */
    public boolean add(
            String id, Path directory, String authorityCode, String authority, boolean madeUp, String loadedBy) {
        return AsSystem.call(() -> jdbc.sql("""
                        insert into snapshot (id, directory, authority_code, authority, made_up, loaded_at, loaded_by)
                        values (:id, :directory, :code, :authority, :madeUp, :at, :by) on conflict (id) do nothing
                        """)
                        .param("id", id)
                        .param("directory", directory.toString())
                        .param("code", authorityCode)
                        .param("authority", authority)
                        .param("madeUp", madeUp)
                        .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .param("by", loadedBy)
                        .update())
                > 0;
    }

    @Override
    public String name() {
        return findCurrent().map(SnapshotEntry::authority).orElse("Children’s services");
    }

    private static SnapshotEntry read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new SnapshotEntry(
                row.getString("id"),
                Path.of(row.getString("directory")),
                row.getString("authority_code"),
                row.getString("authority"),
                row.getBoolean("made_up"),
                row.getObject("loaded_at", OffsetDateTime.class).toInstant(),
                row.getString("loaded_by"));
    }
}
