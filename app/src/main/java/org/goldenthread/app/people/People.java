package org.goldenthread.app.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.records.PersonBar;
import org.goldenthread.app.records.PersonBars;
import org.goldenthread.app.records.Words;
import org.goldenthread.core.identity.NhsNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads people for the head of every page, in one query each. */
@Repository
class People implements PersonBars {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    People(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<PersonBar> find(UUID person) {
        return jdbc.sql("""
                        select p.id, p.given_name, p.family_name, p.known_as, p.born, p.expected, p.died, p.local_number, p.nhs_number,
                            p.interpreter_needed, p.first_language, p.withdrawn,
                            is_restricted(p.id) restricted, has_right('SEE_SOCIAL_CARE') social_care,
                            exists (select from address a where a.person = p.id and a.ended is null and not a.withdrawn
                                and a.must_not_be_disclosed) secret_address,
                            array(select coalesce(c.post, 'Nobody yet') || ', ' || t.name || ' (' || lower(replace(a.duty, '_', ' ')) || ')'
                                from allocation a join team t on t.id = a.team left join team_posts(a.team) c on c.account = a.account
                                where a.person = p.id and a.ended is null and not a.withdrawn order by a.duty) workers,
                            array(select case c.decision when 'REFUSED' then 'no agreement to' else 'agreement to some' end
                                    || ' sharing with ' || c.with_whom
                                from sharing_consent c
                                where c.person = p.id and not c.withdrawn and c.decision <> 'GIVEN' and c.decided <= :today
                                    and (c.until is null or c.until >= :today) and (c.withdrawn_on is null or c.withdrawn_on > :today)
                                order by c.decided) unshared,
                            array(select f.kind || '|' || f.what_to_do from safety_flag f
                                where f.person = p.id and not f.withdrawn and f.started <= :today and (f.ended is null or f.ended >= :today)
                                order by f.started) flags
                        from person p where p.id = :person
                        """)
                .param("person", person)
                .param("today", today())
                .query(this::bar)
                .optional();
    }

    @Override
    public List<PersonBar.Relative> siblings(UUID person) {
        return listFamily(person).stream()
                .filter(member -> member.kind().isSibling() && member.other().visible())
                .map(member -> new PersonBar.Relative(
                        member.other().id(),
                        member.other().name(),
                        member.kind().label()))
                .toList();
    }

    /**
     * One of the family.
     *
     * @param record the relationship's id
     * @param forwards whether it is written on this person's page; otherwise it is read from its other end
     */
    record Member(
            UUID record,
            boolean forwards,
            RelationshipKind kind,
            @Nullable Boolean parentalResponsibility,
            @Nullable LocalDate started,
            @Nullable LocalDate ended,
            Other other) {

        String words() {
            return forwards ? kind.label() : kind.fromTheOtherEnd();
        }
    }

    /** The family as the genogram draws it; those whose file may not be seen are drawn without a name. */
    Genogram genogram(UUID person) {
        Genogram.Kin subject = jdbc.sql(
                        "select given_name, family_name, known_as, born, expected, sex, died from person where id = ?")
                .param(person)
                .query((row, number) -> new Genogram.Kin(
                        RelationshipKind.OTHER, true, name(row), row.getString("sex"), row.getObject("died") != null))
                .single();
        List<Genogram.Kin> kin = jdbc.sql("""
                        select r.kind, r.person = :person forwards, p.id seen, p.given_name, p.family_name, p.known_as, p.born, p.expected,
                            p.sex, p.died
                        from relationship r
                        left join person p on p.id = case when r.person = :person then r.other else r.person end
                        where (r.person = :person or r.other = :person) and not r.withdrawn and r.ended is null
                            and r.kind not in ('FRIEND', 'OTHER')
                        order by r.kind, p.born
                        """)
                .param("person", person)
                .query((row, number) -> {
                    boolean seen = row.getObject("seen") != null;
                    return new Genogram.Kin(
                            RelationshipKind.valueOf(row.getString("kind")),
                            row.getBoolean("forwards"),
                            seen ? name(row) : "Not yours to see",
                            seen ? row.getString("sex") : "",
                            seen && row.getObject("died") != null);
                })
                .list();
        return Genogram.of(subject.name(), subject.sex(), subject.died(), kin);
    }

    /** The other person of a relationship, as far as they may be seen. */
    record Other(UUID id, String name, String born, boolean visible) {}

    /** Family and relationships from both ends, those that last first. */
    List<Member> listFamily(UUID person) {
        return jdbc.sql("""
                        select r.id, r.person = :person forwards, r.kind, r.parental_responsibility, r.started, r.ended,
                            case when r.person = :person then r.other else r.person end other, p.id seen, p.given_name, p.family_name,
                            p.known_as, p.born, p.expected
                        from relationship r
                        left join person p on p.id = case when r.person = :person then r.other else r.person end
                        where (r.person = :person or r.other = :person) and not r.withdrawn
                        order by r.ended nulls first, r.kind, p.born
                        """)
                .param("person", person)
                .query((row, number) -> new Member(
                        row.getObject("id", UUID.class),
                        row.getBoolean("forwards"),
                        RelationshipKind.valueOf(row.getString("kind")),
                        row.getObject("parental_responsibility", Boolean.class),
                        row.getObject("started", LocalDate.class),
                        row.getObject("ended", LocalDate.class),
                        other(row)))
                .list();
    }

    private Other other(ResultSet row) throws SQLException {
        UUID id = row.getObject("other", UUID.class);
        if (row.getObject("seen", UUID.class) == null) {
            return new Other(id, "Somebody whose file you may not see", "", false);
        }
        LocalDate born = row.getObject("born", LocalDate.class);
        LocalDate expected = row.getObject("expected", LocalDate.class);
        return new Other(id, name(row), Ages.words(born, expected, null, today()), true);
    }

    /** Whether whoever is signed in is named in the restriction of this file that adoption asks for. */
    boolean isNamedForAdoption(UUID person) {
        return jdbc.sql("select is_named_for_adoption(?)")
                .param(person)
                .query(Boolean.class)
                .single();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Words.LONDON);
    }

    private PersonBar bar(ResultSet row, int number) throws SQLException {
        List<String> alerts = new ArrayList<>();
        if (row.getBoolean("withdrawn")) {
            alerts.add("Merged: what was recorded here is on another record of the same person");
        }
        for (Object flag : (Object[]) row.getArray("flags").getArray()) {
            String[] parts = String.valueOf(flag).split("\\|", 2);
            alerts.add(SafetyKind.valueOf(parts[0]).label() + ": " + parts[1]);
        }
        if (row.getBoolean("restricted")) {
            alerts.add("Restricted: only named people see this file");
        }
        if (row.getBoolean("secret_address")) {
            alerts.add("The address must not be disclosed");
        }
        if (row.getBoolean("interpreter_needed")) {
            String language = row.getString("first_language");
            alerts.add("Interpreter needed" + (language.isBlank() ? "" : ": " + language));
        }
        if (!row.getBoolean("social_care")) {
            alerts.add("You see what early help recorded, and not the social care file");
        }
        for (Object unshared : (Object[]) row.getArray("unshared").getArray()) {
            alerts.add("Consent to share: " + unshared);
        }
        LocalDate died = row.getObject("died", LocalDate.class);
        String nhs = row.getString("nhs_number");
        return new PersonBar(
                row.getObject("id", UUID.class),
                name(row),
                Ages.words(
                        row.getObject("born", LocalDate.class),
                        row.getObject("expected", LocalDate.class),
                        died,
                        today()),
                row.getString("local_number"),
                NhsNumber.parse(nhs).map(NhsNumber::spaced).orElse(nhs),
                alerts,
                Arrays.stream((Object[]) row.getArray("workers").getArray())
                        .map(String::valueOf)
                        .toList(),
                row.getBoolean("social_care"));
    }

    private static String name(ResultSet row) throws SQLException {
        return Person.name(
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("known_as"),
                row.getObject("expected", LocalDate.class));
    }
}
