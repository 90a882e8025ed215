package org.goldenthread.app.nightlist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.app.records.Field;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.Words;
import org.goldenthread.core.codes.CodeSet;
import org.goldenthread.core.identity.NhsNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The children who are on a plan, looked after or flagged. It is read past the policies, since a list that leaves out the restricted would tell
 * the duty team that a child is not known; what is restricted is left out of it here, in the query itself.
 */
@Repository
class KnownChildren {

    private final JdbcClient jdbc;
    private final RecordTypes types;
    private final InstantSource clock;

    KnownChildren(JdbcClient jdbc, RecordTypes types, InstantSource clock) {
        this.jdbc = jdbc;
        this.types = types;
        this.clock = clock;
    }

    List<KnownChild> list() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.LONDON);
        return AsSystem.call(() -> jdbc.sql("""
                        with known as (
                            select person from child_protection_plan where state = 'in-force' and not withdrawn and began <= :today
                            union select person from period_of_care where not withdrawn and began <= :today and (ended is null or ended > :today)
                            union select person from safety_flag where not withdrawn and started <= :today and (ended is null or ended >= :today))
                        select p.id, p.local_number, r.id is not null as restricted, coalesce(r.ask, '') as ask,
                            p.family_name, p.given_name, p.known_as, p.born, p.expected, p.nhs_number,
                            array(select coalesce(nullif(c.latest_category, ''), c.first_category) || '|' || c.began from child_protection_plan c
                                where c.person = p.id and c.state = 'in-force' and not c.withdrawn and c.began <= :today order by c.began) as plans,
                            (select l.status || '|' || l.started from legal_status l where l.person = p.id and not l.withdrawn
                                and l.started <= :today and (l.ended is null or l.ended > :today) limit 1) as legal,
                            (select c.began from period_of_care c where c.person = p.id and not c.withdrawn
                                and c.began <= :today and (c.ended is null or c.ended > :today)) as care,
                            array(select f.kind || '|' || f.what_to_do from safety_flag f where f.person = p.id and not f.withdrawn
                                and f.started <= :today and (f.ended is null or f.ended >= :today) order by f.started) as flags,
                            -- Where one of them must not be disclosed, none is: the others may lead there.
                            (select bool_or(a.must_not_be_disclosed) from address a where a.person = p.id and not a.withdrawn
                                and (a.ended is null or a.ended > :today)) as secret,
                            (select a.lines || ' ' || a.postcode from address a where a.person = p.id and not a.withdrawn
                                and (a.started is null or a.started <= :today) and (a.ended is null or a.ended > :today)
                                order by (a.kind = 'PLACEMENT') desc, (a.kind = 'HOME') desc, a.started desc nulls last limit 1) as address,
                            (select coalesce(c.post, 'Nobody yet') || ', ' || t.name from allocation a join team t on t.id = a.team
                                left join account c on c.name = a.account
                                where a.person = p.id and a.ended is null and not a.withdrawn and a.duty = 'ALLOCATED_WORKER' limit 1) as worker
                        from known k join person p on p.id = k.person
                        left join lateral (select r.id, r.ask from restriction r where r.person = p.id and r.ended is null and not r.withdrawn limit 1) r on true
                        where not p.withdrawn and p.died is null
                        order by restricted, lower(p.family_name), lower(p.given_name), p.local_number
                        """)
                .param("today", today)
                .query((row, number) -> read(row))
                .list());
    }

    private KnownChild read(ResultSet row) throws SQLException {
        UUID person = row.getObject("id", UUID.class);
        String number = row.getString("local_number");
        if (row.getBoolean("restricted")) {
            return new KnownChild(
                    person,
                    number,
                    "Restricted record",
                    "",
                    "",
                    List.of(),
                    "",
                    List.of(),
                    "Ask: " + row.getString("ask"));
        }
        LocalDate born = row.getObject("born", LocalDate.class);
        LocalDate expected = row.getObject("expected", LocalDate.class);
        String knownAs = row.getString("known_as");
        String nhs = row.getString("nhs_number");
        String worker = row.getString("worker");
        return new KnownChild(
                person,
                number,
                row.getString("family_name") + ", " + row.getString("given_name")
                        + (knownAs.isEmpty() ? "" : " (" + knownAs + ")"),
                born != null ? Words.day(born) : expected != null ? "Expected " + Words.day(expected) : "Not known",
                NhsNumber.parse(nhs).map(NhsNumber::spaced).orElse(nhs),
                status(row),
                row.getBoolean("secret")
                        ? "Must not be disclosed; ask the duty manager"
                        : row.getString("address") == null
                                ? ""
                                : row.getString("address").strip().replaceAll("\\s*\\R\\s*", ", "),
                flags(row),
                worker == null ? "Allocated to nobody" : worker);
    }

    private static List<String> status(ResultSet row) throws SQLException {
        List<String> status = new ArrayList<>();
        for (Object plan : (Object[]) row.getArray("plans").getArray()) {
            String[] parts = String.valueOf(plan).split("\\|", 2);
            status.add("Child protection plan, "
                    + CodeSet.of("cin", "CategoryOfAbuse").findLabel(parts[0]).orElse(parts[0]) + ", since "
                    + Words.day(LocalDate.parse(parts[1])));
        }
        LocalDate care = row.getObject("care", LocalDate.class);
        String legal = row.getString("legal");
        if (care != null) {
            String[] parts = legal == null ? new String[] {"", ""} : legal.split("\\|", 2);
            status.add("Looked after since " + Words.day(care)
                    + (parts[0].isEmpty()
                            ? ""
                            : ": "
                                    + CodeSet.of("ssda903", "LS")
                                            .findLabel(parts[0])
                                            .orElse(parts[0]) + " since " + Words.day(LocalDate.parse(parts[1]))));
        }
        return status;
    }

    private List<String> flags(ResultSet row) throws SQLException {
        Field kinds = types.getType("safety-flag").findField("kind").orElseThrow();
        return Arrays.stream((Object[]) row.getArray("flags").getArray())
                .map(flag -> String.valueOf(flag).split("\\|", 2))
                .map(parts -> kinds.options(LocalDate.EPOCH).stream()
                                .filter(option -> option.value().equals(parts[0]))
                                .map(Field.Option::label)
                                .findFirst()
                                .orElse(parts[0])
                        + ": " + parts[1])
                .toList();
    }
}
