package org.goldenthread.app.reference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which lists were loaded, and the council's own code, in the database. */
@Repository
class ListStore {

    private static final String AUTHORITY = "authority code";

    private final JdbcClient jdbc;
    private final InstantSource clock;

    ListStore(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The list of a kind that is used; empty where none was loaded, or the last was taken back. */
    Optional<KeptList> findCurrent(ListKind kind) {
        return jdbc.sql("select * from council_list where kind = ? order by place desc limit 1")
                .param(kind.name())
                .query((row, number) ->
                        row.getObject("taken_back_at") == null ? Optional.of(read(row)) : Optional.<KeptList>empty())
                .optional()
                .flatMap(found -> found);
    }

    /** The ids of the latest lists of a kind, latest first, those taken back too. */
    List<UUID> listLatest(ListKind kind, int most) {
        return jdbc.sql("select id from council_list where kind = ? order by place desc limit ?")
                .params(kind.name(), most)
                .query((row, number) -> UUID.fromString(row.getString("id")))
                .list();
    }

    private static KeptList read(ResultSet row) throws SQLException {
        return new KeptList(
                row.getObject("id", UUID.class),
                ListKind.valueOf(row.getString("kind")),
                row.getString("file_name"),
                row.getObject("own_date", LocalDate.class),
                row.getInt("entries"),
                row.getInt("left_out"),
                row.getObject("loaded_at", OffsetDateTime.class).toInstant(),
                row.getString("loaded_by"),
                row.getString("post"));
    }

    void add(KeptList list) {
        jdbc.sql("""
                        insert into council_list (id, kind, file_name, own_date, entries, left_out, loaded_at, loaded_by, post)
                        values (:id, :kind, :name, :day, :entries, :leftOut, :at, :by, :post)
                        """)
                .param("id", list.id())
                .param("kind", list.kind().name())
                .param("name", list.fileName())
                .param("day", list.ownDate())
                .param("entries", list.entries())
                .param("leftOut", list.leftOut())
                .param("at", OffsetDateTime.ofInstant(list.loadedAt(), ZoneOffset.UTC))
                .param("by", list.loadedBy())
                .param("post", list.post())
                .update();
    }

    /** @return false where it was taken back before, or there is none */
    boolean takeBack(UUID id, String account) {
        return jdbc.sql("update council_list set taken_back_at = :at, taken_back_by = :by"
                                + " where id = :id and taken_back_at is null")
                        .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .param("by", account)
                        .param("id", id)
                        .update()
                > 0;
    }

    /** The council's own code of nine characters as somebody set it. */
    Optional<String> findAuthority() {
        return jdbc.sql("select value from setting where name = ?")
                .param(AUTHORITY)
                .query(String.class)
                .optional()
                .filter(code -> !code.isEmpty());
    }

    void setAuthority(String code) {
        jdbc.sql(
                        "insert into setting (name, value) values (?, ?) on conflict (name) do update set value = excluded.value")
                .params(AUTHORITY, code)
                .update();
    }
}
