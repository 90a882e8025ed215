package org.goldenthread.app.cpis;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.app.records.Words;
import org.goldenthread.returns.write.daily.SendStopped;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what has changed since what stands as told, or everything, as one numbered file, and keeps what it said. What was written down and not
 * handed over whole does not stand as told: all of it goes again in the next file, under a number of its own.
 */
@Service
@EnableConfigurationProperties(CpisProperties.class)
class CpisSendings {

    private static final String SYSTEM = "system";
    /** A sending that has taken longer was cut off. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final CpisStatuses statuses;
    private final CpisProperties settings;
    private final CpisLedger ledger;
    private final CpisAnswers answers;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    CpisSendings(
            JdbcClient jdbc,
            CpisStatuses statuses,
            CpisProperties settings,
            CpisLedger ledger,
            CpisAnswers answers,
            AuditLog audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.statuses = statuses;
        this.settings = settings;
        this.ledger = ledger;
        this.answers = answers;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * One sending, as the page and the command tell of it.
     *
     * @param file the number of its file; null where there was none
     * @param told how many plans and periods of care the file told
     * @param removed how many it took back
     * @param refused how many a service refused at once, of sendings before there were files
     */
    record Sending(
            Instant began,
            @Nullable Instant ended,
            @Nullable Long file,
            boolean whole,
            boolean done,
            int told,
            int removed,
            int unchanged,
            int refused,
            int lacking,
            String problem) {}

    /** A file with what it says. */
    private record Numbered(long number, CpisChanges changes, byte[] content) {}

    /**
     * @param whole whether everything is sent, and not the changes alone
     * @throws SendStopped where it could not go on, which is kept; or something is not set yet, which is not
     */
    Sending send(boolean whole, CpisProperties to) throws IOException, InterruptedException {
        List<String> missing = to.missing();
        if (!missing.isEmpty()) {
            throw new SendStopped("Nothing is sent until this is set: " + String.join("; ", missing) + ".");
        }
        CpisStatuses.Drawn drawn = statuses.draw();
        long id = begin(whole, drawn.lacking().size());
        try {
            CpisCarrier carrier = CpisCarrier.of(to);
            Optional<Numbered> file = number(id, whole, drawn.entries(), to);
            if (file.isPresent()) {
                carry(id, carrier, file.orElseThrow(), to);
            }
        } catch (IOException | RuntimeException problem) {
            end(
                    id,
                    problem instanceof SendStopped
                            ? String.valueOf(problem.getMessage())
                            : "A file or the token could not be read or written: "
                                    + problem.getClass().getSimpleName());
            throw problem;
        }
        return last().orElseThrow();
    }

    private void carry(long id, CpisCarrier carrier, Numbered file, CpisProperties to)
            throws IOException, InterruptedException {
        Optional<byte[]> answer = carrier.carry(file.number(), file.content());
        AsSystem.run(() -> transactions.executeWithoutResult(unused -> {
            ledger.handedOver(file.number(), clock.instant());
            end(id, "");
        }));
        answer.ifPresent(said -> answers.take(said, to.organisation()));
    }

    /** One sending at a time, whether the server or the command begins it. */
    private long begin(boolean whole, int lacking) {
        OffsetDateTime now = now();
        return Objects.requireNonNull(AsSystem.call(() -> transactions.execute(unused -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('cp-is sending', 0))::text")
                    .query(String.class)
                    .single();
            boolean underWay = jdbc.sql("""
                            select exists (select from cpis_sending where ended is null and began > :lately and began <= :now)
                            """)
                    .param("lately", now.minus(LONGEST))
                    .param("now", now)
                    .query(Boolean.class)
                    .single();
            if (underWay) {
                throw new SendStopped("Another sending is under way, or was cut off within the last "
                        + LONGEST.toMinutes() + " minutes. Try again after that.");
            }
            return jdbc.sql("""
                            insert into cpis_sending (began, asked_by, is_whole, lacking) values (:began, :by, :whole, :lacking) returning id
                            """)
                    .param("began", now)
                    .param("by", SYSTEM)
                    .param("whole", whole)
                    .param("lacking", lacking)
                    .query(Long.class)
                    .single();
        })));
    }

    /** Writes down what goes, and on each child that it goes, before anything does; empty where there is nothing to tell. */
    private Optional<Numbered> number(long id, boolean whole, List<CpisEntry> stands, CpisProperties to) {
        Instant created = clock.instant();
        LocalDate today = LocalDate.ofInstant(created, Words.LONDON);
        return Objects.requireNonNull(AsSystem.call(() -> transactions.execute(unused -> {
            boolean all = whole || !to.saidOfCouncil().equals(lastSaidOfCouncil());
            CpisChanges changes = CpisChanges.find(stands, ledger.all(), all, today, created);
            if (changes.records().isEmpty()) {
                jdbc.sql("update cpis_sending set unchanged = :unchanged, ended = :now, is_done = true where id = :id")
                        .param("unchanged", changes.unchanged())
                        .param("now", now())
                        .param("id", id)
                        .update();
                return Optional.<Numbered>empty();
            }
            long number = jdbc.sql("select greatest(coalesce(max(file_number) + 1, 1), :first) from cpis_sending")
                    .param("first", to.firstFile())
                    .query(Long.class)
                    .single();
            byte[] content = CpisFile.write(to, number, created, changes.records());
            jdbc.sql("""
                            update cpis_sending set file_number = :number, said_of_council = :council, digest = :digest, told = :told,
                                removed = :removed, unchanged = :unchanged where id = :id
                            """)
                    .param("number", number)
                    .param("council", to.saidOfCouncil())
                    .param("digest", CpisAnswers.digest(content))
                    .param("told", changes.told())
                    .param("removed", changes.takenBack())
                    .param("unchanged", changes.unchanged())
                    .param("id", id)
                    .update();
            ledger.add(number, changes.records());
            changes.all()
                    .forEach(plan -> audit.add(
                            SYSTEM,
                            "System",
                            Action.SHARED_WITH_NHS,
                            plan.person().toString(),
                            plan.kind().label() + ": " + (plan.isTakenBack() ? "taken back" : "sent") + ", file "
                                    + number));
            return Optional.of(new Numbered(number, changes, content));
        })));
    }

    private String lastSaidOfCouncil() {
        return jdbc.sql(
                        "select said_of_council from cpis_sending where is_done and file_number is not null order by id desc limit 1")
                .query(String.class)
                .optional()
                .orElse("");
    }

    private void end(long id, String problem) {
        AsSystem.run(() -> jdbc.sql("""
                        update cpis_sending set ended = :ended, is_done = :done, problem = :problem where id = :id
                        """)
                .param("ended", now())
                .param("done", problem.isEmpty())
                .param("problem", problem)
                .param("id", id)
                .update());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
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
                        select began, ended, file_number, is_whole, is_done, told, removed, unchanged, refused, lacking, problem
                        from cpis_sending order by id desc limit ?
                        """)
                .param(most)
                .query((row, number) -> new Sending(
                        row.getObject("began", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("ended", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null),
                        row.getObject("file_number", Long.class),
                        row.getBoolean("is_whole"),
                        row.getBoolean("is_done"),
                        row.getInt("told"),
                        row.getInt("removed"),
                        row.getInt("unchanged"),
                        row.getInt("refused"),
                        row.getInt("lacking"),
                        row.getString("problem")))
                .list());
    }
}
