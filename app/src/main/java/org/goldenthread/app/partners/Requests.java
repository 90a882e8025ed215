package org.goldenthread.app.partners;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
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

    private static final String SELECT =
            "select q.*, d.due_on, d.due_at from agency_request q left join lateral due_of_my_request(q.id) d on true";

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
                Map.of(
                        "agency",
                        agency.name(),
                        "asked",
                        Words.typed(now.toLocalDate()),
                        "askedAt",
                        Words.time(now.toLocalTime())));
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
        return jdbc.sql(SELECT + " order by q.answered_at is not null, q.asked_at desc, q.id limit ? offset ?")
                .params(PAGE_SIZE, from)
                .query(Requests::read)
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
        return jdbc.sql(SELECT + " where q.id = ?")
                .param(id)
                .query(Requests::read)
                .optional();
    }

    /** Logs a look under each child whom they are about, whom the agency itself is not told by any id. */
    void logLooks(List<AgencyRequest> shown) {
        Viewer viewer = viewers.getViewer();
        UUID[] ids = shown.stream().map(AgencyRequest::id).toArray(UUID[]::new);
        AsSystem.call(() -> jdbc.sql(
                                "select person::text || ' ' || id from agency_share where id = any (?) order by id")
                        .param(ids)
                        .query(String.class)
                        .list())
                .forEach(each -> audit.add(
                        viewer.account(),
                        viewer.role().label(),
                        Action.AGENCY_REQUEST_SEEN,
                        each.substring(0, each.indexOf(' ')),
                        "agency-share" + each.substring(each.indexOf(' '))));
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
                                        Words.typed(now.toLocalDate()),
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

    private static AgencyRequest read(ResultSet row, int number) throws SQLException {
        return new AgencyRequest(
                row.getObject("id", UUID.class),
                row.getString("agency"),
                row.getString("about"),
                row.getString("question"),
                row.getString("purpose"),
                Words.moment(moment(row, "asked_at")),
                row.getString("asked_post"),
                due(row),
                row.getObject("answered_at") == null ? null : Words.moment(moment(row, "answered_at")),
                row.getString("answered_post"),
                row.getString("rating"),
                row.getString("answer"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable String due(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("due_on", LocalDate.class);
        return row.getObject("due_at") != null
                ? Words.moment(moment(row, "due_at"))
                : day == null ? null : Words.day(day);
    }
}
