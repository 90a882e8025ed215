package org.goldenthread.app.snapshots;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.app.web.CouncilName;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which snapshots were loaded, in order; the last is the current one. Where they lie is kept from the data folder on, so that the folder can be moved,
 * copied or restored in another place.
 */
@Repository
public class SnapshotRegister implements CouncilName {

    private static final String SELECT =
            "select id, directory, authority_code, authority, made_up, loaded_at, loaded_by from snapshot";

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Path home;

    SnapshotRegister(JdbcClient jdbc, InstantSource clock, @Value("${goldenthread.home}") Path home) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.home = home.toAbsolutePath().normalize();
    }

    /** Latest first. */
    public List<SnapshotEntry> listEntries() {
        return AsSystem.call(() ->
                jdbc.sql(SELECT + " order by place desc").query(this::read).list());
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
                        .param("directory", fromHome(directory).toString())
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

    private Path fromHome(Path directory) {
        Path whole = directory.toAbsolutePath().normalize();
        return whole.startsWith(home) ? home.relativize(whole) : whole;
    }

    /** What was registered before places were kept from the data folder on is looked for in the folder that it is in now. */
    private Path place(String directory) {
        Path kept = home.resolve(directory);
        Path here = home.resolve("snapshots").resolve(kept.getFileName());
        return Files.exists(kept) || !Files.exists(here) ? kept : here;
    }

    private SnapshotEntry read(ResultSet row, int number) throws SQLException {
        return new SnapshotEntry(
                row.getString("id"),
                place(row.getString("directory")),
                row.getString("authority_code"),
                row.getString("authority"),
                row.getBoolean("made_up"),
                row.getObject("loaded_at", OffsetDateTime.class).toInstant(),
                row.getString("loaded_by"));
    }
}
