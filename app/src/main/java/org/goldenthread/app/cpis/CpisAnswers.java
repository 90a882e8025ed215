package org.goldenthread.app.cpis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.app.records.ReceivedRecords;
import org.goldenthread.app.records.Words;
import org.goldenthread.core.identity.NhsNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes what the NHS says back, each answer in one transaction and once. */
@Service
class CpisAnswers {

    private static final String FROM = "NHS (CP-IS)";
    /** In place of a code of the NHS: MESH could not deliver the file. */
    private static final String NOT_DELIVERED = "MESH";

    private final JdbcClient jdbc;
    private final CpisLedger ledger;
    private final ReceivedRecords records;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    CpisAnswers(
            JdbcClient jdbc,
            CpisLedger ledger,
            ReceivedRecords records,
            AuditLog audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.records = records;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came back, as the page tells of it. */
    record Answer(Instant at, String kind, @Nullable Long file, String code, int told, String problem) {}

    /** Under what an answer is known, so that it counts once. */
    static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @return whether it could be read; that it could not is kept too */
    boolean take(byte[] content, String organisation) {
        String digest = digest(content);
        CpisMessage message;
        try {
            message = CpisMessages.read(content, organisation);
        } catch (SmallXml.UnreadableException problem) {
            once(digest, () -> add(digest, "NOT_READ", null, "", 0, Objects.requireNonNull(problem.getMessage())));
            return false;
        }
        once(digest, () -> {
            switch (message) {
                case CpisMessage.Acknowledgement said -> acknowledge(digest, said);
                case CpisMessage.Accesses said -> tellAccesses(digest, said);
                case CpisMessage.InactiveNumbers said -> askForNumbers(digest, said);
            }
        });
        return true;
    }

    /** A file that MESH could not deliver: it is as if the NHS had refused it whole. */
    void notDelivered(byte[] report, long file) {
        String digest = digest(report);
        once(digest, () -> {
            List<Long> rows = ledger.of(file).stream().map(CpisLedger.Row::id).toList();
            ledger.answered(rows, CpisOutcome.REFUSED, NOT_DELIVERED, clock.instant());
            add(digest, "NOT_DELIVERED", file, "", rows.size(), "");
        });
    }

    private void once(String digest, Runnable work) {
        AsSystem.run(() -> transactions.executeWithoutResult(unused -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('cp-is answers', 0))::text")
                    .query(String.class)
                    .single();
            boolean known = jdbc.sql("select exists (select from cpis_answer where digest = ?)")
                    .param(digest)
                    .query(Boolean.class)
                    .single();
            if (!known) {
                work.run();
            }
        }));
    }

    private void acknowledge(String digest, CpisMessage.Acknowledgement said) {
        String code = String.join(" ", said.fileCodes());
        List<CpisLedger.Row> told = ledger.of(said.file());
        boolean open = told.stream()
                .map(row -> row.told().outcome())
                .anyMatch(outcome -> outcome == CpisOutcome.PENDING || outcome == CpisOutcome.SENT);
        if (!open) {
            String problem = said.file() < 0
                    ? "The NHS could not read which file it was"
                    : told.isEmpty() ? "No file of this number was sent" : "The file was answered before";
            add(digest, "ACKNOWLEDGEMENT", said.file(), code, 0, problem);
            return;
        }
        List<CpisAcknowledged.Said> all = CpisAcknowledged.of(said, told);
        int unclear = 0;
        for (CpisAcknowledged.Said each : all) {
            ledger.answered(List.of(each.row().id()), each.outcome(), each.code(), clock.instant());
            unclear += each.outcome() == CpisOutcome.UNCLEAR ? 1 : 0;
            log(said.file(), each);
        }
        add(
                digest,
                "ACKNOWLEDGEMENT",
                said.file(),
                code,
                all.size(),
                unclear == 0 ? "" : "It does not say what became of " + unclear + ", which are sent again");
    }

    /** On each child what was said of it; that a whole file was not taken is no matter of the child's. */
    private void log(long file, CpisAcknowledged.Said said) {
        CpisPlan plan = said.row().told().plan();
        String detail = plan.kind().label() + (plan.isTakenBack() ? ", taken back" : "") + ", file " + file;
        if (said.outcome() == CpisOutcome.ACCEPTED) {
            audit.add("system", "System", Action.ACCEPTED_BY_NHS, plan.person().toString(), detail);
        } else if (said.outcome() == CpisOutcome.REFUSED && !said.code().startsWith("CPF")) {
            String why = CpisCodes.words(said.code());
            audit.add("system", "System", Action.REFUSED_BY_NHS, plan.person().toString(), detail + ": " + why);
            if (CpisCodes.isOfTheNumber(said.code()) && !plan.isTakenBack()) {
                NumberOf whose = plan.kind().isUnborn() ? NumberOf.MOTHER : NumberOf.CHILD;
                askForNumber(
                        plan.person(),
                        said.code(),
                        today(),
                        why,
                        whose,
                        plan.subject().nhsNumber(),
                        "");
            }
        }
    }

    private void tellAccesses(String digest, CpisMessage.Accesses said) {
        int unknown = 0;
        for (CpisMessage.Access access : said.accesses()) {
            List<CpisLedger.ToldOf> people = ledger.toldUnder(access.nhsNumber());
            unknown += people.isEmpty() ? 1 : 0;
            for (CpisLedger.ToldOf each : people) {
                NhsAccess content = new NhsAccess(
                        access.day(),
                        access.time(),
                        access.setting(),
                        access.settingCode(),
                        access.by(),
                        each.mother() ? NumberOf.MOTHER : NumberOf.CHILD);
                records.add(
                        NhsAccess.class, idOf("looked", access.query(), each.person()), each.person(), content, FROM);
            }
        }
        add(
                digest,
                "ACCESS",
                null,
                "",
                said.accesses().size(),
                unknown == 0 ? "" : unknown + " of a number under which nobody was told of");
    }

    private void askForNumbers(String digest, CpisMessage.InactiveNumbers said) {
        int unknown = 0;
        for (CpisMessage.Inactive each : said.numbers()) {
            List<CpisLedger.ToldOf> people = ledger.toldUnder(each.nhsNumber());
            unknown += people.isEmpty() ? 1 : 0;
            for (CpisLedger.ToldOf one : people) {
                NumberOf whose = one.mother() ? NumberOf.MOTHER : NumberOf.CHILD;
                if (whose == NumberOf.MOTHER || stillHas(one.person(), each.nhsNumber())) {
                    askForNumber(
                            one.person(),
                            said.id(),
                            said.day(),
                            "the NHS number is no longer in use",
                            whose,
                            each.nhsNumber(),
                            each.newNumber());
                }
            }
        }
        add(
                digest,
                "INACTIVE_NUMBER",
                null,
                "",
                said.numbers().size(),
                unknown == 0 ? "" : unknown + " under which nobody was told of");
    }

    /** Whether the record has the number still: who put it right already is not asked to. */
    private boolean stillHas(UUID person, String nhsNumber) {
        return jdbc.sql("select nhs_number from person where id = ?")
                .param(person)
                .query(String.class)
                .optional()
                .flatMap(NhsNumber::parse)
                .filter(number -> number.digits().equals(nhsNumber))
                .isPresent();
    }

    private void askForNumber(
            UUID person, String said, LocalDate on, String why, NumberOf whose, String number, String newNumber) {
        // A number that is refused night after night is asked for once.
        UUID id = idOf("check " + number, said, person);
        NhsNumberCheck content = new NhsNumberCheck(on, why, whose, spaced(number), newNumber);
        records.add(NhsNumberCheck.class, id, person, content, FROM);
    }

    private static String spaced(String number) {
        return NhsNumber.parse(number).map(NhsNumber::spaced).orElse(number);
    }

    private static UUID idOf(String what, String said, UUID person) {
        return UUID.nameUUIDFromBytes(("cp-is " + what + " " + said + " " + person).getBytes(StandardCharsets.UTF_8));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Words.LONDON);
    }

    private void add(String digest, String kind, @Nullable Long file, String code, int told, String problem) {
        jdbc.sql("""
                        insert into cpis_answer (at, digest, kind, file_number, code, told, problem)
                        values (:at, :digest, :kind, :file, :code, :told, :problem)
                        """)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("digest", digest)
                .param("kind", kind)
                .param("file", file)
                .param("code", code)
                .param("told", told)
                .param("problem", problem)
                .update();
    }

    /** The latest, latest first. */
    List<Answer> list(int most) {
        return AsSystem.call(() -> jdbc.sql(
                        "select at, kind, file_number, code, told, problem from cpis_answer order by id desc limit ?")
                .param(most)
                .query((row, number) -> new Answer(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("kind"),
                        row.getObject("file_number", Long.class),
                        row.getString("code"),
                        row.getInt("told"),
                        row.getString("problem")))
                .list());
    }

    /** The code with which a file was answered; empty while it is not. */
    Optional<String> codeOf(long file) {
        return AsSystem.call(
                () -> jdbc.sql("select case kind when 'NOT_DELIVERED' then 'MESH' else code end from cpis_answer"
                                + " where file_number = ? and told > 0 order by id limit 1")
                        .param(file)
                        .query(String.class)
                        .optional());
    }

    /** People whose number somebody is to check, where what the NHS said is not marked as checked. */
    Set<UUID> peopleToCheck() {
        return AsSystem.call(
                () -> new LinkedHashSet<>(jdbc.sql("""
                        select distinct person from nhs_number_check where state = 'to-be-checked' and not withdrawn order by person
                        """).query(UUID.class).list()));
    }
}
