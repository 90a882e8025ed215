package org.goldenthread.app.correcting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.returns.correct.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Returns being corrected, their files and every change of them, in the database. */
@Repository
class WorkStore {
    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final InstantSource clock;

    WorkStore(JdbcClient jdbc, Viewers viewers, InstantSource clock) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** Latest first. */
    List<Work> listWorks() {
        return jdbc.sql("select * from return_work order by opened_at desc, id")
                .query(WorkStore::work)
                .list();
    }

    Optional<Work> findWork(UUID id) {
        return jdbc.sql("select * from return_work where id = ?")
                .param(id)
                .query(WorkStore::work)
                .optional();
    }

    private static Work work(ResultSet row, int number) throws SQLException {
        return new Work(
                row.getObject("id", UUID.class),
                row.getString("return_name"),
                row.getInt("year"),
                row.getString("authority"),
                row.getInt("children"),
                row.getInt("problems_at_first"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("opened_by"),
                row.getString("post"));
    }

    @Transactional
    void add(UUID id, String returnName, int year, String authority, int children, int problems, List<WorkFile> files) {
        Viewer viewer = viewers.require(Right.CORRECT_RETURNS);
        jdbc.sql("""
                        insert into return_work (id, return_name, year, authority, children, problems_at_first, opened_at, opened_by, post)
                        values (:id, :name, :year, :authority, :children, :problems, :at, :by, :post)
                        """)
                .param("id", id)
                .param("name", returnName)
                .param("year", year)
                .param("authority", authority)
                .param("children", children)
                .param("problems", problems)
                .param("at", now())
                .param("by", viewer.account())
                .param("post", viewer.post())
                .update();
        for (int place = 0; place < files.size(); place++) {
            WorkFile file = files.get(place);
            jdbc.sql("insert into return_file (work, place, kind, name, content) values (?, ?, ?, ?, ?)")
                    .params(id, place, file.kind().name(), file.name(), file.content())
                    .update();
        }
    }

    List<WorkFile> listFiles(UUID work) {
        return jdbc.sql("select kind, name, content from return_file where work = ? order by place")
                .param(work)
                .query((row, number) -> new WorkFile(
                        WorkFile.Kind.valueOf(row.getString("kind")), row.getString("name"), row.getBytes("content")))
                .list();
    }

    /** In the order in which they were made. */
    List<ChangeSet> listChanges(UUID work) {
        return jdbc.sql("""
                        select one.*, exists (select from return_change other where other.work = one.work and other.undoes = one.number) undone
                        from return_change one where one.work = ? order by one.number
                        """).param(work).query(WorkStore::changeSet).list();
    }

    private static ChangeSet changeSet(ResultSet row, int number) throws SQLException {
        int undoes = row.getInt("undoes");
        return new ChangeSet(
                row.getInt("number"),
                ChangesJson.read(row.getString("changes")),
                row.getString("what"),
                row.getString("child"),
                undoes == 0 ? null : undoes,
                row.getBoolean("undone"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                row.getString("post"));
    }

    /**
     * Keeps a set of changes.
     *
     * @throws org.springframework.dao.DuplicateKeyException where somebody else was first with that number
     */
    void addChanges(UUID work, int number, List<Change> changes, String what, String child, @Nullable Integer undoes) {
        Viewer viewer = viewers.require(Right.CORRECT_RETURNS);
        jdbc.sql("""
                        insert into return_change (work, number, changes, what, child, undoes, made_at, made_by, post)
                        values (:work, :number, :changes::jsonb, :what, :child, :undoes, :at, :by, :post)
                        """)
                .param("work", work)
                .param("number", number)
                .param("changes", ChangesJson.write(changes))
                .param("what", what)
                .param("child", child)
                .param("undoes", undoes)
                .param("at", now())
                .param("by", viewer.account())
                .param("post", viewer.post())
                .update();
    }

    int countChanges(UUID work) {
        return jdbc.sql("select coalesce(max(number), 0) from return_change where work = ?")
                .param(work)
                .query(Integer.class)
                .single();
    }

    /** Removes a return with its files and changes. Explanations stay, for next year's return. */
    void remove(UUID work) {
        viewers.require(Right.CORRECT_RETURNS);
        jdbc.sql("delete from return_work where id = ?").param(work).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
