package org.goldenthread.app.partners;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.access.Agency;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.records.Words;
import org.goldenthread.core.calendar.DateText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Referrals from agencies, as far as whoever is signed in may see them: a partner those of their own agency, the front door those that wait. */
@Repository
class Referrals {

    static final int PAGE_SIZE = 20;

    private static final String UNDECIDED = "With the front door";

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final AuditLog audit;

    Referrals(JdbcClient jdbc, Viewers viewers, AuditLog audit) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.audit = audit;
    }

    /**
     * Sends a referral.
     *
     * @param token made when the form was opened: what is sent twice counts once
     */
    @Transactional
    UUID send(Agency agency, Map<String, String> typed, UUID token) {
        Viewer viewer = viewers.getViewer();
        UUID id = UUID.randomUUID();
        int counted = jdbc.sql("insert into submission (account, token, record, at) values (?, ?, ?, acting_at())"
                        + " on conflict do nothing")
                .params(viewer.account(), token, id)
                .update();
        if (counted == 0) {
            return jdbc.sql("select record from submission where account = ? and token = ?")
                    .params(viewer.account(), token)
                    .query(UUID.class)
                    .single();
        }
        jdbc.sql("""
                        insert into agency_referral (id, agency, sent_at, sent_by, sent_post, given_name, family_name, born, address, attends,
                            family, concern, safe_now, done, consent, why_not_asked, reach)
                        values (:id, :agency, acting_at(), acting_account(), :post, :givenName, :familyName, :born, :address, :attends,
                            :family, :concern, :safeNow, :done, :consent, :whyNotAsked, :reach)
                        """)
                .param("id", id)
                .param("agency", agency.id())
                .param("post", viewer.post())
                .params(texts(typed))
                .param("born", born(typed))
                .update();
        log(Action.AGENCY_REFERRAL_SENT, id.toString(), agency.id());
        return id;
    }

    private static Map<String, String> texts(Map<String, String> typed) {
        Map<String, String> texts = new HashMap<>();
        ReferralForm.QUESTIONS.stream()
                .filter(question -> !question.name().equals("born"))
                .forEach(question -> texts.put(
                        question.name(), typed.getOrDefault(question.name(), "").strip()));
        return texts;
    }

    private static @Nullable LocalDate born(Map<String, String> typed) {
        return DateText.read(typed.getOrDefault("born", "")).date().orElse(null);
    }

    Optional<SentReferral> find(UUID id) {
        return jdbc.sql("select * from agency_referral where id = ?")
                .param(id)
                .query(SentReferral::read)
                .optional();
    }

    /** A referral with what its referrer is told of the decision. */
    record Decided(SentReferral referral, String outcome) {}

    /** Those of one's own agency, the last sent first. */
    List<Decided> list(int from) {
        return jdbc.sql("""
                        select r.*, o.state, o.decided from agency_referral r left join lateral outcome_of_my_referral(r.id) o on true
                        order by r.sent_at desc, r.id limit ? offset ?
                        """)
                .params(PAGE_SIZE, from)
                .query((row, number) -> new Decided(SentReferral.read(row, number), outcome(row)))
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from agency_referral")
                .query(Long.class)
                .single();
    }

    /** Those of which no contact is made yet, the longest waiting first. */
    List<SentReferral> listWaiting(int from) {
        return jdbc.sql("select * from agency_referral where contact is null order by sent_at, id limit ? offset ?")
                .params(PAGE_SIZE, from)
                .query(SentReferral::read)
                .list();
    }

    long countWaiting() {
        return jdbc.sql("select count(*) from agency_referral where contact is null")
                .query(Long.class)
                .single();
    }

    /** What the referrer is told of the decision; that it is with the front door as long as there is none, whoever the child is. */
    String outcome(UUID id) {
        return jdbc.sql("select state, decided from outcome_of_my_referral(?)")
                .param(id)
                .query((row, number) -> outcome(row))
                .optional()
                .orElse(UNDECIDED);
    }

    private static String outcome(ResultSet row) throws SQLException {
        String state = row.getString("state");
        LocalDate decided = row.getObject("decided", LocalDate.class);
        return state == null ? UNDECIDED : words(state) + (decided == null ? "" : ", " + Words.day(decided));
    }

    private static String words(String state) {
        return switch (state) {
            case "accepted-as-referral" -> "Accepted as a referral to children’s social care";
            case "early-help" -> "Passed to early help";
            case "information-and-advice" -> "Information and advice given";
            default -> "No further action";
        };
    }

    /** Ties a referral to the contact that was made of it; false where somebody else did first. */
    boolean take(UUID id, UUID contact) {
        return jdbc.sql("update agency_referral set contact = ? where id = ? and contact is null")
                        .params(contact, id)
                        .update()
                == 1;
    }

    void log(Action action, String subject, String detail) {
        Viewer viewer = viewers.getViewer();
        audit.add(viewer.account(), viewer.role().label(), action, subject, detail);
    }
}
