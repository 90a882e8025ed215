package org.goldenthread.app.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.records.Words;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Destruction of records: proposed by one, decided by another. The database destroys and looks through itself for what is left in one
 * transaction; what it did is the certificate.
 */
@Service
class Destructions {

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final JsonMapper json;

    Destructions(JdbcClient jdbc, AuditLog audit, JsonMapper json) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.json = json;
    }

    /** Why a destruction could not be made, in words for whoever decided it. */
    static final class NotDestroyed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotDestroyed(String why, Throwable cause) {
            super(why, cause);
        }
    }

    List<Destruction> list() {
        return jdbc.sql("""
                        select d.*, (select count(*) from destruction_person p where p.destruction = d.id) as people from destruction d
                        order by d.state <> 'PROPOSED', d.proposed_at desc limit 500
                        """).query((row, number) -> read(row)).list();
    }

    Optional<Destruction> find(UUID id) {
        return jdbc.sql(
                        "select d.*, (select count(*) from destruction_person p where p.destruction = d.id) as people from destruction d where id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    List<Proposed> listPeople(UUID id) {
        return jdbc.sql("select * from destruction_person where destruction = ? order by local_number")
                .param(id)
                .query((row, number) -> new Proposed(
                        row.getObject("person", UUID.class),
                        row.getString("local_number"),
                        row.getString("rule"),
                        Words.day(row.getObject("kept_until", LocalDate.class))))
                .list();
    }

    private Destruction read(ResultSet row) throws SQLException {
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        String found = row.getString("found");
        return new Destruction(
                row.getObject("id", UUID.class),
                row.getString("state"),
                row.getString("reason"),
                Words.moment(row.getObject("proposed_at", OffsetDateTime.class).toInstant()) + ", "
                        + row.getString("proposed_post"),
                row.getString("proposed_by"),
                decided == null ? "" : Words.moment(decided.toInstant()) + ", " + row.getString("decided_post"),
                row.getString("remark"),
                found == null ? null : certificate(json.readTree(found)),
                row.getLong("people"));
    }

    private static Certificate certificate(JsonNode found) {
        return new Certificate(
                found.get("people").asInt(),
                counts(found.get("removed")),
                counts(found.get("written_elsewhere")),
                found.get("tables").asInt());
    }

    private static Map<String, Long> counts(JsonNode node) {
        Map<String, Long> counts = new TreeMap<>();
        node.properties()
                .forEach(each -> counts.put(each.getKey(), each.getValue().asLong()));
        return counts;
    }

    /** Proposes to destroy the records of these people, whose time is over and who are not held. */
    @Transactional
    public UUID propose(List<Due> people, String reason, Viewer viewer) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into destruction (id, reason, proposed_at, proposed_by, proposed_post)
                        values (:id, :reason, acting_at(), acting_account(), :post)
                        """)
                .param("id", id)
                .param("reason", reason)
                .param("post", viewer.post())
                .update();
        for (Due due : people) {
            jdbc.sql("""
                            insert into destruction_person (destruction, person, local_number, rule, kept_until)
                            values (:id, :person, :number, :rule, :until)
                            """)
                    .param("id", id)
                    .param("person", due.person())
                    .param("number", due.number())
                    .param("rule", due.rule().title())
                    .param("until", due.until())
                    .update();
            log(viewer, Action.DESTRUCTION_PROPOSED, due.person(), id);
        }
        return id;
    }

    /** @return whether it was still to be decided */
    @Transactional
    public boolean refuse(UUID id, String remark, Viewer viewer) {
        int changed = jdbc.sql("""
                        update destruction set state = 'REFUSED', decided_at = acting_at(), decided_by = acting_account(), decided_post = :post,
                            remark = :remark
                        where id = :id and state = 'PROPOSED' and proposed_by <> acting_account()
                        """)
                .param("post", viewer.post())
                .param("remark", remark)
                .param("id", id)
                .update();
        if (changed == 1) {
            listPeople(id).forEach(each -> log(viewer, Action.DESTRUCTION_REFUSED, each.person(), id));
        }
        return changed == 1;
    }

    /** @throws NotDestroyed saying why nothing was destroyed */
    @Transactional
    public void destroy(UUID id, String remark, Viewer viewer) {
        try {
            jdbc.sql("select destroy_people(?, ?, ?)")
                    .params(id, viewer.post(), remark)
                    .query((row, number) -> true)
                    .single();
        } catch (DataAccessException refused) {
            String state = refused.getMostSpecificCause() instanceof SQLException cause
                    ? String.valueOf(cause.getSQLState())
                    : "";
            throw switch (state) {
                case "GT001" -> new NotDestroyed("It was decided already.", refused);
                case "GT002" ->
                    new NotDestroyed(
                            "A legal hold was set on one of these records since it was proposed. Refuse the proposal, or wait"
                                    + " until the hold is lifted.",
                            refused);
                case "GT003" ->
                    new NotDestroyed(
                            "Somebody works with one of these people again since it was proposed. Refuse the proposal.",
                            refused);
                case "GT004" ->
                    new NotDestroyed(
                            "These records are still told of elsewhere in the database, so nothing was destroyed. Tell your"
                                    + " administrator: " + leftIn(refused),
                            refused);
                case "42501" -> new NotDestroyed("Whoever proposed it does not decide it.", refused);
                default -> refused;
            };
        }
        listPeople(id).forEach(each -> log(viewer, Action.RECORD_DESTROYED, each.person(), id));
    }

    /** The columns in which something is left, as the database names them; it names nobody. */
    private static String leftIn(DataAccessException refused) {
        String said = String.valueOf(refused.getMostSpecificCause().getMessage());
        return said.lines().findFirst().orElse("").replaceFirst("^.*told of in ", "");
    }

    private void log(Viewer viewer, Action action, UUID person, UUID destruction) {
        audit.add(viewer.account(), viewer.role().label(), action, person.toString(), "destruction " + destruction);
    }
}
