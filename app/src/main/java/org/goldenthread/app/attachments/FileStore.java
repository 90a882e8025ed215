package org.goldenthread.app.attachments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps files; the database lets each be read by whoever may see its record. */
@Repository
class FileStore {

    private static final String COLUMNS =
            "f.attachment, f.number, f.file_name, f.media_type, octet_length(f.content) as size,"
                    + " encode(f.digest, 'hex') as digest, f.added_at, f.added_by_post";

    private final JdbcClient jdbc;

    FileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file with what the attachment is called. */
    record Titled(String title, KeptFile file) {}

    /** Adds a file under that number; what is there already stays. */
    void add(UUID attachment, int number, Incoming file, byte[] digest, String account, String post) {
        jdbc.sql("""
                        insert into attachment_file (attachment, number, file_name, media_type, content, digest, added_at, added_by, added_by_post)
                        values (?, ?, ?, ?, ?, ?, acting_at(), ?, ?) on conflict do nothing
                        """)
                .params(attachment, number, file.name(), file.mediaType(), file.content(), digest, account, post)
                .update();
    }

    /** The files of one attachment, the newest first. */
    List<KeptFile> listFiles(UUID attachment) {
        return jdbc.sql("select " + COLUMNS + " from attachment_file f where attachment = ? order by number desc")
                .param(attachment)
                .query((row, number) -> read(row))
                .list();
    }

    /** The newest file of each attachment of one record. */
    List<Titled> listAttachedTo(UUID record) {
        return listTitled("a.follows = ?", record);
    }

    /** The newest file of each attachment of one person, the latest document first. */
    List<Titled> listOf(UUID person) {
        return listTitled("a.person = ?", person);
    }

    private List<Titled> listTitled(String which, UUID id) {
        return jdbc.sql("select a.title, " + COLUMNS
                        + " from attachment a join attachment_file f on f.attachment = a.id"
                        + " where " + which + " and not a.withdrawn and not exists (select from attachment_file n"
                        + " where n.attachment = a.id and n.number > f.number) order by a.dated desc, f.added_at desc")
                .param(id)
                .query((row, number) -> new Titled(row.getString("title"), read(row)))
                .list();
    }

    /** Whether early help recorded it itself, of that person, so that whoever gives early help sees the files that belong to it. */
    boolean isOfEarlyHelp(UUID record, UUID person) {
        return jdbc.sql("select is_recorded_by_early_help(?, ?)")
                .params(record, person)
                .query(Boolean.class)
                .single();
    }

    Optional<byte[]> findContent(UUID attachment, int number) {
        return jdbc.sql("select content from attachment_file where attachment = ? and number = ?")
                .params(attachment, number)
                .query((row, place) -> row.getBytes(1))
                .optional();
    }

    /** Keeps a file for a day for whoever sent it, until the form that it came with is saved. */
    void hold(UUID id, String account, Incoming file) {
        jdbc.sql("delete from held_file where held_at < acting_at() - interval '1 day'")
                .update();
        jdbc.sql(
                        "insert into held_file (id, account, file_name, media_type, content, held_at) values (?, ?, ?, ?, ?, acting_at())")
                .params(id, account, file.name(), file.mediaType(), file.content())
                .update();
    }

    Optional<Incoming> findHeld(UUID id) {
        return jdbc.sql("select file_name, media_type, content from held_file where id = ?")
                .param(id)
                .query((row, number) -> new Incoming(row.getString(1), row.getString(2), row.getBytes(3)))
                .optional();
    }

    void dropHeld(UUID id) {
        jdbc.sql("delete from held_file where id = ?").param(id).update();
    }

    private static KeptFile read(ResultSet row) throws SQLException {
        return new KeptFile(
                row.getObject("attachment", UUID.class),
                row.getInt("number"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("digest"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getString("added_by_post"));
    }
}
