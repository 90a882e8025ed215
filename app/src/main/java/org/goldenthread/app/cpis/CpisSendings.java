package org.goldenthread.app.cpis;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.app.snapshots.OpenSnapshots;
import org.goldenthread.returns.write.daily.AccessToken;
import org.goldenthread.returns.write.daily.ChangeSender;
import org.goldenthread.returns.write.daily.Contract;
import org.goldenthread.returns.write.daily.DailyChild;
import org.goldenthread.returns.write.daily.Destination;
import org.goldenthread.returns.write.daily.SendOutcome;
import org.goldenthread.returns.write.daily.SendStopped;
import org.goldenthread.returns.write.daily.Witness;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends what has changed since the last accepted sending, or everything, and keeps what became of it. */
@Service
@EnableConfigurationProperties(CpisProperties.class)
class CpisSendings {

    private static final String SYSTEM = "system";
    private static final Contract CONTRACT = new Contract(
            "NHS service", "/cp-is/{authority}/entries", "cp-is", id -> Contract.removal("entry", id, "remove"));

    private final JdbcClient jdbc;
    private final CpisStatuses statuses;
    private final CpisProperties settings;
    private final OpenSnapshots snapshots;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final Path stateFile;

    CpisSendings(
            JdbcClient jdbc,
            CpisStatuses statuses,
            CpisProperties settings,
            OpenSnapshots snapshots,
            AuditLog audit,
            TransactionTemplate transactions,
            InstantSource clock,
            @Value("${goldenthread.home}") Path home) {
        this.jdbc = jdbc;
        this.statuses = statuses;
        this.settings = settings;
        this.snapshots = snapshots;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.stateFile = home.resolve("cp-is.state");
    }

    /** One sending, as the page and the command tell of it. */
    record Sending(
            Instant began,
            @Nullable Instant ended,
            boolean whole,
            boolean done,
            int accepted,
            int removed,
            int unchanged,
            int refused,
            int lacking,
            String problem) {}

    /**
     * @param whole whether everything is sent, and not the changes alone
     * @throws SendStopped where it could not go on, which is kept
     */
    Sending send(boolean whole, CpisProperties to) throws IOException, InterruptedException {
        CpisStatuses.Drawn drawn = statuses.draw();
        long id = begin(whole, drawn.lacking().size());
        Logging logging = new Logging(drawn.entries());
        try {
            Destination destination = destination(to);
            AccessToken token = AccessToken.read(Path.of(to.tokenFile()));
            List<DailyChild> content =
                    drawn.entries().stream().map(entry -> entry.toSend(to)).toList();
            ChangeSender sender = new ChangeSender(destination, stateFile, snapshots.keys(), clock);
            SendOutcome outcome = sender.send(content, token, whole, logging);
            end(id, logging, outcome.unchanged(), "");
        } catch (IOException | RuntimeException problem) {
            String why = problem instanceof SendStopped
                    ? String.valueOf(problem.getMessage())
                    : "The state or the token could not be read or written: "
                            + problem.getClass().getSimpleName();
            end(id, logging, 0, why);
            throw problem;
        }
        return last().orElseThrow();
    }

    private static Destination destination(CpisProperties to) {
        if (to.contact().isBlank()) {
            throw new SendStopped(
                    "Set whom the NHS is to ring about a child, by day and by night (GOLDENTHREAD_CPIS_CONTACT).");
        }
        if (to.tokenFile().isBlank()) {
            throw new SendStopped("Name the file that holds the token (GOLDENTHREAD_CPIS_TOKENFILE).");
        }
        try {
            return new Destination(URI.create(to.endpoint()), to.authority(), CONTRACT);
        } catch (IllegalArgumentException none) {
            throw new SendStopped("The address of the NHS service is none (GOLDENTHREAD_CPIS_ENDPOINT).");
        }
    }

    /** Counts, and logs on each child before anything of them goes. */
    private final class Logging implements Witness {
        private final Map<String, CpisEntry> entries = new HashMap<>();
        private int accepted;
        private int removed;
        private int refused;
        private int pendingSent;
        private int pendingRemoved;

        Logging(List<CpisEntry> all) {
            all.forEach(entry -> entries.put(entry.id(), entry));
        }

        @Override
        public void beforeBatch(List<String> sent, List<String> toRemove) {
            AsSystem.run(() -> transactions.executeWithoutResult(unused -> {
                sent.forEach(id -> log(Action.SHARED_WITH_NHS, id, "sent"));
                toRemove.forEach(id -> log(Action.SHARED_WITH_NHS, id, "taken back"));
            }));
            pendingSent = sent.size();
            pendingRemoved = toRemove.size();
        }

        @Override
        public void accepted() {
            accepted += pendingSent;
            removed += pendingRemoved;
        }

        @Override
        public void refused(String id, String problem) {
            refused++;
            log(Action.REFUSED_BY_NHS, id, problem);
        }

        private void log(Action action, String id, String detail) {
            CpisEntry entry = entries.get(id);
            String subject = entry == null ? personOf(id) : entry.person().toString();
            audit.add(
                    SYSTEM,
                    "System",
                    action,
                    subject,
                    (entry == null ? "CP-IS" : entry.kind().label()) + ": " + detail);
        }
    }

    /** Of whom an entry was that is no more to be told; the record of it may have been destroyed. */
    private String personOf(String id) {
        UUID record = UUID.fromString(id.substring(0, 36));
        return AsSystem.call(() ->
                jdbc.sql("""
                        select person::text from child_protection_plan where id = :id
                        union all select person::text from period_of_care where id = :id
                        """).param("id", record).query(String.class).optional().orElse("CP-IS"));
    }

    private long begin(boolean whole, int lacking) {
        return AsSystem.call(() -> jdbc.sql("""
                        insert into cpis_sending (began, asked_by, is_whole, lacking) values (:began, :by, :whole, :lacking) returning id
                        """)
                .param("began", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", SYSTEM)
                .param("whole", whole)
                .param("lacking", lacking)
                .query(Long.class)
                .single());
    }

    private void end(long id, Logging logging, int unchanged, String problem) {
        AsSystem.run(() -> jdbc.sql("""
                        update cpis_sending set ended = :ended, is_done = :done, accepted = :accepted, removed = :removed,
                            unchanged = :unchanged, refused = :refused, problem = :problem where id = :id
                        """)
                .param("ended", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("done", problem.isEmpty())
                .param("accepted", logging.accepted)
                .param("removed", logging.removed)
                .param("unchanged", unchanged)
                .param("refused", logging.refused)
                .param("problem", problem)
                .param("id", id)
                .update());
    }

    CpisProperties settings() {
        return settings;
    }

    Optional<Sending> last() {
        return list(1).stream().findFirst();
    }

    /** The latest sendings, latest first. */
    List<Sending> list(int most) {
        return AsSystem.call(() -> jdbc.sql("""
                        select began, ended, is_whole, is_done, accepted, removed, unchanged, refused, lacking, problem
                        from cpis_sending order by id desc limit ?
                        """)
                .param(most)
                .query((row, number) -> new Sending(
                        row.getObject("began", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("ended", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null),
                        row.getBoolean("is_whole"),
                        row.getBoolean("is_done"),
                        row.getInt("accepted"),
                        row.getInt("removed"),
                        row.getInt("unchanged"),
                        row.getInt("refused"),
                        row.getInt("lacking"),
                        row.getString("problem")))
                .list());
    }

    /** The children whom the receiver refused in the last sending, with why. */
    Stream<Map.Entry<UUID, String>> refusedSince(Instant began) {
        return AsSystem.call(
                        () -> jdbc.sql("select subject, detail from audit_log where action = ? and at >= ? order by id")
                                .params(Action.REFUSED_BY_NHS.label(), OffsetDateTime.ofInstant(began, ZoneOffset.UTC))
                                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                                .list())
                .stream()
                .filter(each -> each.getKey().length() == 36)
                .map(each -> Map.entry(UUID.fromString(each.getKey()), each.getValue()));
    }
}
