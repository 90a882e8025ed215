package org.goldenthread.app.scorecard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.measures.scorecard.IndexDefinition;
import org.goldenthread.publication.Layout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The index as the council has it, and every earlier save. */
@Repository
public class IndexStore {

    private static final String ID = "council";
    private static final String STANDARD = "2024";

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final AuditLog audit;
    private final InstantSource clock;

    IndexStore(JdbcClient jdbc, Viewers viewers, AuditLog audit, InstantSource clock) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    /** The index in force. */
    public SavedIndex current() {
        return listVersions().getFirst();
    }

    /** Every save, latest first, and last the one that comes with the product. */
    public List<SavedIndex> listVersions() {
        List<SavedIndex> versions = new ArrayList<>(AsSystem.call(() -> jdbc.sql(
                        "select id, title, csv, layout, note, saved_at, saved_by from index_version order by id desc")
                .query(IndexStore::read)
                .list()));
        versions.add(new SavedIndex(
                0, IndexDefinition.standard(STANDARD), Layout.standard(), "As it comes with Golden Thread", null, ""));
        return versions;
    }

    /**
     * Saves an index as the one in force.
     *
     * @param csv in the form of {@link IndexDefinition#parse}
     * @param layout in the form of {@link Layout#parse}
     * @param note what the save changes
     * @throws IllegalArgumentException saying which line cannot be read and why
     */
    public void save(String title, String csv, String layout, String note) {
        Viewer viewer = viewers.require(Right.CONFIGURE_INDEX);
        IndexDefinition definition = IndexDefinition.parse(ID, title, csv, "the index");
        Layout parsed = Layout.parse(layout);
        audit.add(viewer.account(), viewer.role().label(), Action.INDEX_CHANGED, title, note);
        jdbc.sql("""
                        insert into index_version (title, csv, layout, note, saved_at, saved_by)
                        values (:title, :csv, :layout, :note, :at, :by)
                        """)
                .param("title", title)
                .param("csv", definition.toCsv())
                .param("layout", parsed.asText())
                .param("note", note)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", viewer.account())
                .update();
    }

    private static SavedIndex read(ResultSet row, int number) throws SQLException {
        return new SavedIndex(
                row.getLong("id"),
                IndexDefinition.parse(ID, row.getString("title"), row.getString("csv"), "the saved index"),
                Layout.parse(row.getString("layout")),
                row.getString("note"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                row.getString("saved_by"));
    }
}
