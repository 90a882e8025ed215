package org.goldenthread.app.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.goldenthread.app.access.ActingAccounts;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.app.records.Words;
import org.goldenthread.core.clocks.ClockRule;
import org.goldenthread.core.clocks.ClockRules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes and takes back the secret addresses, and reads what is due behind one with the rights of the account that it is of. */
@Service
class CalendarFeeds {

    private static final int SECRET_BYTES = 32;
    private static final int MOST = 1_000;

    /** Nobody's calendar is to hold what is owed to a child of ten at 16. */
    private static final String[] KNOWN_AHEAD = ClockRules.standard().listRules().stream()
            .filter(ClockRule::isKnownAhead)
            .map(ClockRule::id)
            .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final ActingAccounts accounts;
    private final AuditLog audit;
    private final InstantSource clock;

    CalendarFeeds(JdbcClient jdbc, Viewers viewers, ActingAccounts accounts, AuditLog audit, InstantSource clock) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** The feed of whoever is signed in, but for its address, which is known to whoever holds it alone. */
    record Standing(Instant madeAt, boolean saysNumber) {}

    private record Feed(String account, boolean saysNumber) {}

    Optional<Standing> findStanding() {
        return jdbc.sql("select made_at, says_number from calendar_feed where account = acting_account()")
                .query((row, number) ->
                        new Standing(row.getObject(1, OffsetDateTime.class).toInstant(), row.getBoolean(2)))
                .optional();
    }

    /**
     * Makes a new address for whoever is signed in; an earlier one leads nowhere from now on.
     *
     * @return the secret part of the address, which is kept nowhere here
     */
    @Transactional
    public String make(boolean saysNumber) {
        Viewer viewer = viewers.require(Right.SEE_RECORDS);
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        jdbc.sql("""
                        insert into calendar_feed (account, digest, made_at, says_number) values (acting_account(), ?, acting_at(), ?)
                        on conflict (account) do update set digest = excluded.digest, made_at = excluded.made_at, says_number = excluded.says_number
                        """).params(digest(secret), saysNumber).update();
        log(viewer, "address made");
        return secret;
    }

    @Transactional
    public void takeBack() {
        Viewer viewer = viewers.require(Right.SEE_RECORDS);
        jdbc.sql("delete from calendar_feed where account = acting_account()").update();
        log(viewer, "address taken back");
    }

    /** The calendar behind an address; empty where the address is none, or its account may no longer see records. */
    Optional<String> read(String secret) {
        Optional<Feed> feed =
                AsSystem.call(() -> jdbc.sql("select account, says_number from calendar_feed where digest = ?")
                        .param(digest(secret))
                        .query((row, number) -> new Feed(row.getString(1), row.getBoolean(2)))
                        .optional());
        return feed.flatMap(each -> accounts.callFor(each.account(), Right.SEE_RECORDS, () -> {
            List<DueDate> due = listDue(each.saysNumber());
            log(viewers.getViewer(), "read, " + due.size() + " due dates");
            return CalendarText.of("Due dates", due);
        }));
    }

    private List<DueDate> listDue(boolean saysNumber) {
        return jdbc.sql("""
                        select w.clock, w.about, w.sequence, w.due_on, w.due_at, w.known_from, p.local_number,
                            (select count(*) from watched_clock o where o.person = w.person and o.clock = w.clock and o.about = w.about
                                and o.sequence = w.sequence and o.id < w.id) as changed
                        from watched_clock w join person p on p.id = w.person
                        where w.known_until is null and w.met_on is null and w.void_on is null and w.paused_since is null
                            and not (w.clock = any (?) and w.started_on > ?)
                            and w.person in (select a.person from allocation a
                                where a.account = acting_account() and a.ended is null and not a.withdrawn)
                        order by w.due_on, w.id limit ?
                        """)
                .param(KNOWN_AHEAD)
                .param(LocalDate.ofInstant(clock.instant(), Words.LONDON))
                .param(MOST)
                .query((row, number) -> {
                    String what = ClockRules.standard()
                            .getRule(row.getString("clock"))
                            .name();
                    OffsetDateTime at = row.getObject("due_at", OffsetDateTime.class);
                    return new DueDate(
                            row.getString("clock") + "." + row.getString("about") + "." + row.getInt("sequence")
                                    + "@golden-thread",
                            row.getInt("changed"),
                            saysNumber ? row.getString("local_number") + ": " + what : what,
                            "The last " + (at == null ? "day" : "moment")
                                    + " in time. Open Golden Thread for the rest.",
                            row.getObject("due_on", LocalDate.class),
                            at == null ? null : at.toInstant(),
                            row.getObject("known_from", OffsetDateTime.class).toInstant());
                })
                .list();
    }

    private void log(Viewer viewer, String detail) {
        audit.add(viewer.account(), viewer.role().label(), Action.WORK_SEEN, "calendar", detail);
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
