package org.goldenthread.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Looks into the database, past every policy, for what was acknowledged and for what is half there. */
final class WholeRecord {

    /** Each finds what is half done; none may find anything. */
    private static final Map<String, String> HALVES = new LinkedHashMap<>();

    static {
        HALVES.put("a clock of no record", """
                select c.about::text from watched_clock c where not exists (select from contact r where r.id = c.about)""");
        HALVES.put("an event of no record", """
                select e.record::text from event e where not exists (select from person r where r.id = e.record)
                    and not exists (select from contact r where r.id = e.record) and not exists (select from case_note r where r.id = e.record)""");
        HALVES.put("a contact without its event", """
                select r.id::text from contact r where 1 <> (select count(*) from event e
                    where e.record = r.id and e.name = 'contact-received' and e.known_until is null)""");
        HALVES.put("a case note without its event", """
                select r.id::text from case_note r where 1 <> (select count(*) from event e
                    where e.record = r.id and e.name = 'case-note' and e.known_until is null)""");
        HALVES.put("a contact whose clock does not stand as its decision does", """
                select r.id::text from contact r where 1 <> (select count(*) from watched_clock c where c.about = r.id
                    and c.clock = 'contact-decision' and c.known_until is null and (c.met_on is null) = (r.state = 'awaiting-decision'))""");
        HALVES.put("a state without its move", """
                select r.id::text from contact r where (select count(*) from pathway_move m where m.record = r.id)
                    <> case r.state when 'awaiting-decision' then 0 when 'information-and-advice' then 1 else -1 end""");
        HALVES.put("a decision without its event", """
                select m.record::text from pathway_move m where 1 <> (select count(*) from event e
                    where e.record = m.record and e.name = 'contact-decided' and e.known_until is null)""");
        HALVES.put("a submission that saved nothing", """
                select s.record::text from submission s where not exists (select from person r where r.id = s.record)
                    and not exists (select from contact r where r.id = s.record) and not exists (select from case_note r where r.id = s.record)""");
        HALVES.put("a person whom the search does not know", """
                select p.id::text from person p where not exists (select from person_search s where s.person = p.id)""");
        for (String kind : List.of("person", "contact", "case_note")) {
            HALVES.put("a version of " + kind + " that is missing", """
                    select r.id::text from %1$s r where r.version <> 1 + (select count(distinct h.version) from %1$s_history h
                        where h.id = r.id and h.version between 1 and r.version - 1)
                        or exists (select from %1$s_history h where h.id = r.id and h.version >= r.version)""".formatted(kind));
            HALVES.put("a version of " + kind + " that is not in the audit log, or twice", """
                    select r.id::text from %1$s r where r.version <> (select count(*) from audit_log a where a.subject = r.person::text
                        and a.action in ('Added a record', 'Changed a record', 'Decided on a record')
                        and split_part(a.detail, ',', 1) = '%2$s ' || r.id)""".formatted(
                            kind, kind.replace('_', '-')));
            HALVES.put("a record of " + kind + " that was not submitted once", """
                    select r.id::text from %1$s r where 1 <> (select count(*) from submission s where s.record = r.id)""".formatted(kind));
        }
        HALVES.put("an entry of the audit log about no record", """
                select a.detail from audit_log a where a.action = 'Added a record'
                    and not exists (select from person r where a.detail = 'person ' || r.id)
                    and not exists (select from contact r where a.detail = 'contact ' || r.id)
                    and not exists (select from case_note r where a.detail = 'case-note ' || r.id)""");
    }

    private final Connection superuser;

    WholeRecord(Connection superuser) {
        this.superuser = superuser;
    }

    void requireNothingHalfDone() throws SQLException {
        for (Map.Entry<String, String> half : HALVES.entrySet()) {
            assertThat(list(half.getValue())).as(half.getKey()).isEmpty();
        }
    }

    /** Everything that {@code worker} was told is saved is there, once. */
    void requireAllOf(List<Worker.Acknowledged> acknowledged) throws SQLException {
        for (Worker.Acknowledged each : acknowledged) {
            String query = switch (each.act()) {
                case PERSON -> "select id::text from person where family_name like ?";
                case NOTE -> "select id::text from case_note where note like ?";
                case CONTACT ->
                    "select id::text from contact_version where version = 1 and concern like ? and not withdrawn";
                case CHANGE -> "select id::text from contact_version where version = 2 and concern like ?";
                case MOVE ->
                    "select record::text from pathway_move where move like ? and record = '"
                            + UUID.fromString(each.subject()) + "'";
                case DRAFT -> "select form from draft where body ->> 'note' like ?";
            };
            assertThat(list(query, "%" + each.words() + "%"))
                    .as("%s, acknowledged%s", each.act(), each.resent() ? " after it was sent again" : "")
                    .containsExactly(each.subject());
        }
    }

    private List<String> list(String query, String... parameters) throws SQLException {
        try (PreparedStatement statement = superuser.prepareStatement(query)) {
            for (int place = 0; place < parameters.length; place++) {
                statement.setString(place + 1, parameters[place]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    found.add(result.getString(1));
                }
            }
            return found;
        }
    }
}
