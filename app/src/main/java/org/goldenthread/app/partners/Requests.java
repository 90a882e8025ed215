package org.goldenthread.app.partners;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.access.Agency;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.app.records.AnsweredRecords;
import org.goldenthread.app.records.TypedRecords;
import org.goldenthread.app.records.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What agencies are asked in MASH enquiries, and their answers. */
@Service
class Requests {

    static final int PAGE_SIZE = 20;

    private final JdbcClient jdbc;
    private final TypedRecords typed;
    private final AnsweredRecords answered;
    private final TransactionTemplate transactions;
    private final Viewers viewers;
    private final AuditLog audit;
    private final InstantSource clock;

    Requests(
            JdbcClient jdbc,
            TypedRecords typed,
            AnsweredRecords answered,
            TransactionTemplate transactions,
            Viewers viewers,
            AuditLog audit,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.typed = typed;
        this.answered = answered;
        this.transactions = transactions;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Asks an agency on behalf of a contact: its share of the enquiry, without an answer yet, and the request that the agency sees. */
    @Transactional
    UUID ask(UUID person, UUID contact, Agency agency, String about, String question, String purpose) {
        Viewer viewer = viewers.getViewer();
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Words.LONDON);
        UUID share = typed.add(
                "agency-share",
                List.of(person),
                contact,
                Map.of("agency", agency.name(), "asked", day(now), "askedAt", Words.time(now.toLocalTime())));
        jdbc.sql("""
                        insert into agency_request (id, agency, about, question, purpose, asked_at, asked_by, asked_post)
                        values (?, ?, ?, ?, ?, acting_at(), acting_account(), ?)
                        """)
                .params(share, agency.id(), about, question, purpose, viewer.post())
                .update();
        audit.add(
                viewer.account(),
                viewer.role().label(),
                Action.AGENCY_ASKED,
                person.toString(),
                "agency-share " + share + ", " + agency.id());
        return share;
    }

    /** Those put to the agency of whoever is signed in, what is not answered first. */
    List<AgencyRequest> list(int from) {
        return jdbc.sql(
                        "select * from agency_request order by answered_at is not null, asked_at desc, id limit ? offset ?")
                .params(PAGE_SIZE, from)
                .query(this::read)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from agency_request").query(Long.class).single();
    }

    long countOpen() {
        return jdbc.sql("select count(*) from agency_request where answered_at is null")
                .query(Long.class)
                .single();
    }

    Optional<AgencyRequest> find(UUID id) {
        return jdbc.sql("select * from agency_request where id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    /** Logs a look under the child whom it is about, whom the agency itself is not told by any id. */
    void logLook(AgencyRequest request, Action action) {
        Viewer viewer = viewers.getViewer();
        UUID person = AsSystem.call(() -> jdbc.sql("select person from agency_share where id = ?")
                .param(request.id())
                .query(UUID.class)
                .single());
        audit.add(
                viewer.account(),
                viewer.role().label(),
                action,
                person.toString(),
                "agency-share " + request.id() + ", " + request.agency());
    }

    /**
     * Answers a request of one's own agency, once: the answer is the agency's share of the enquiry from then on.
     *
     * @param rating red, amber or green, as a priority is named
     * @return false where it is answered already
     */
    boolean answer(AgencyRequest request, String rating, String answer) {
        Viewer viewer = viewers.getViewer();
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Words.LONDON);
        return AsSystem.callFor(
                viewer.account(),
                () -> Boolean.TRUE.equals(transactions.execute(unused -> {
                    int counted = jdbc.sql("""
                                    update agency_request set answered_at = acting_at(), answered_by = acting_account(), answered_post = ?,
                                        rating = ?, answer = ?
                                    where id = ? and answered_at is null
                                    """)
                            .params(viewer.post(), rating, answer, request.id())
                            .update();
                    if (counted == 1) {
                        answered.complete(
                                "agency-share",
                                request.id(),
                                Map.of(
                                        "answered",
                                        day(now),
                                        "answeredAt",
                                        Words.time(now.toLocalTime()),
                                        "rating",
                                        rating,
                                        "information",
                                        answer),
                                "Answered by the agency");
                    }
                    return counted == 1;
                })));
    }

    private static String day(LocalDateTime moment) {
        return moment.getDayOfMonth() + "/" + moment.getMonthValue() + "/" + moment.getYear();
    }

    private AgencyRequest read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new AgencyRequest(
                id,
                row.getString("agency"),
                row.getString("about"),
                row.getString("question"),
                row.getString("purpose"),
                Words.moment(moment(row, "asked_at")),
                row.getString("asked_post"),
                due(id),
                row.getObject("answered_at") == null ? null : Words.moment(moment(row, "answered_at")),
                row.getString("answered_post"),
                row.getString("rating"),
                row.getString("answer"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private @Nullable String due(UUID id) {
        return jdbc.sql("select due_on, due_at from due_of_my_request(?)")
                .param(id)
                .query((row, number) -> row.getObject("due_at") == null
                        ? Words.day(row.getObject("due_on", java.time.LocalDate.class))
                        : Words.moment(moment(row, "due_at")))
                .optional()
                .orElse(null);
    }
}
