package org.goldenthread.app.audit;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.goldenthread.app.database.AsSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Adds to the log, and reads it for those who may. */
@Repository
public class AuditLog {

    public static final int PAGE_SIZE = 50;

    private static final ScopedValue<String> ASKED_FROM = ScopedValue.newInstance();

    private final JdbcClient jdbc;
    private final InstantSource clock;

    AuditLog(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Logs an act. Call it before what it logs is shown, so that nothing is shown unlogged.
     *
     * @param account who acts
     * @param role their role, as its label
     */
    public void add(String account, String role, Action action, String subject, String detail) {
        AsSystem.run(() -> jdbc.sql("""
                        insert into audit_log (at, account, role, action, subject, detail, address)
                        values (:at, :account, :role, :action, :subject, :detail, :address)
                        """)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("account", account)
                .param("role", role)
                .param("action", action.label())
                .param("subject", subject)
                .param("detail", detail)
                .param("address", address())
                .update());
    }

    /**
     * A page of the log, latest first.
     *
     * @param page from 1
     * @param action the label of the one kind of act to show; empty for all
     */
    public List<AuditEntry> listEntries(int page, String action) {
        return jdbc.sql("""
                        select id, at, account, role, action, subject, detail, address from audit_log
                        where :action = '' or action = :action
                        order by id desc limit :size offset :skip
                        """)
                .param("action", action)
                .param("size", PAGE_SIZE)
                .param("skip", (long) PAGE_SIZE * (page - 1))
                .query(AuditEntry::read)
                .list();
    }

    /** Every entry that is of one person, earliest first. */
    public List<AuditEntry> listOf(UUID person) {
        return jdbc.sql("""
                        select id, at, account, role, action, subject, detail, address from audit_log
                        where subject = any (array(select merged::text from person_redirect where kept = :id union all select :person))
                        order by at, id
                        """)
                .param("id", person)
                .param("person", person.toString())
                .query(AuditEntry::read)
                .list();
    }

    /** How many entries {@link #listEntries} pages through. */
    public long countEntries(String action) {
        return jdbc.sql("select count(*) from audit_log where :action = '' or action = :action")
                .param("action", action)
                .query(Long.class)
                .single();
    }

    /** The same work, done on whatever thread: what it logs bears the network address that it is asked from now. */
    public <A, T> Function<A, T> carrying(Function<A, T> work) {
        String asked = address();
        return argument -> ScopedValue.where(ASKED_FROM, asked).call(() -> work.apply(argument));
    }

    private static String address() {
        if (ASKED_FROM.isBound()) {
            return ASKED_FROM.get();
        }
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? String.valueOf(attributes.getRequest().getRemoteAddr())
                : "";
    }
}
