package org.goldenthread.app.drafts;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.database.AsSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Drafts of the person who is signed in, one for each form. */
@Repository
public class Drafts {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final InstantSource clock;

    Drafts(JdbcClient jdbc, Viewers viewers, InstantSource clock) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** @param form names the form, such as {@code commentary-2024-03-12b} */
    public void keep(String form, Map<String, String> fields) {
        jdbc.sql("""
                        insert into draft (account, form, body, saved_at) values (:account, :form, :body::jsonb, :at)
                        on conflict (account, form) do update set body = excluded.body, saved_at = excluded.saved_at
                        """)
                .param("account", viewers.getViewer().account())
                .param("form", form)
                .param("body", JSON.writeValueAsString(fields))
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** Keeps what arrived after its session had ended, for the account that the session was of. */
    void keepOf(String account, String form, Map<String, String> fields) {
        AsSystem.run(() -> jdbc.sql("select keep_draft_of(?, ?, ?::jsonb)")
                .params(account, form, JSON.writeValueAsString(fields))
                .query((row, number) -> true)
                .list());
    }

    public Optional<String> find(String form, String field) {
        return jdbc.sql("select body::text from draft where account = ? and form = ?")
                .param(viewers.getViewer().account())
                .param(form)
                .query(String.class)
                .optional()
                .map(body -> JSON.readValue(body, FIELDS).get(field));
    }

    /**
     * A draft as it was left.
     *
     * @param fields by name; each of several answers on a line of its own
     */
    public record Draft(Map<String, String> fields, Instant savedAt) {}

    /** The whole draft of a form. */
    public Optional<Draft> find(String form) {
        return jdbc.sql("select body::text, saved_at from draft where account = ? and form = ?")
                .param(viewers.getViewer().account())
                .param(form)
                .query((row, number) -> new Draft(
                        JSON.readValue(row.getString(1), FIELDS),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** The posts of those who typed into the same form lately, but for oneself. */
    public List<String> listOthers(String form) {
        return jdbc.sql("select post from others_drafting(?) order by saved_at desc")
                .param(form)
                .query((row, number) -> row.getString(1))
                .list();
    }

    public void drop(String form) {
        jdbc.sql("delete from draft where account = ? and form = ?")
                .param(viewers.getViewer().account())
                .param(form)
                .update();
    }
}
