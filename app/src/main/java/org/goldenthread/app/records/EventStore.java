package org.goldenthread.app.records;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goldenthread.core.clocks.Occurrence;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened, as it is known and as it was. A row is closed, never changed, when a record no longer says it. */
@Repository
class EventStore {

    private final JdbcClient jdbc;

    EventStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One thing that a record says happened. */
    record Said(
            String name, UUID about, LocalDate on, @Nullable LocalTime at, String summary) {}

    private record Stored(long id, Said said) {}

    /** Makes the events of one record those that it says now. */
    void set(UUID person, UUID record, String type, List<Said> said) {
        List<Said> wanted = new ArrayList<>(said);
        List<Stored> stored = jdbc.sql("select id, name, about, on_day, at_time, summary from event"
                        + " where record = ? and known_until is null")
                .param(record)
                .query((row, number) -> new Stored(
                        row.getLong("id"),
                        new Said(
                                row.getString("name"),
                                row.getObject("about", UUID.class),
                                row.getObject("on_day", LocalDate.class),
                                row.getObject("at_time", LocalTime.class),
                                row.getString("summary"))))
                .list();
        for (Stored each : stored) {
            if (!wanted.remove(each.said())) {
                jdbc.sql(
                                "update event set known_until = greatest(acting_at(), known_from + interval '1 microsecond') where id = ?")
                        .param(each.id())
                        .update();
            }
        }
        for (Said each : wanted) {
            jdbc.sql("""
                            insert into event (person, record, record_type, name, about, on_day, at_time, summary, known_from)
                            values (:person, :record, :type, :name, :about, :on, :at, :summary, acting_at())
                            """)
                    .param("person", person)
                    .param("record", record)
                    .param("type", type)
                    .param("name", each.name())
                    .param("about", each.about())
                    .param("on", each.on())
                    .param("at", each.at())
                    .param("summary", each.summary())
                    .update();
        }
    }

    List<Occurrence> occurrences(UUID person) {
        return jdbc.sql(
                        "select name, record, about, on_day, at_time from event where person = ? and known_until is null")
                .param(person)
                .query((row, number) -> new Occurrence(
                        row.getString("name"),
                        row.getString("record"),
                        row.getString("about"),
                        row.getObject("on_day", LocalDate.class),
                        row.getObject("at_time", LocalTime.class)))
                .list();
    }

    /** The kinds of those records of which anything is known to have happened, by their ids. */
    Map<String, String> kinds(Collection<String> records) {
        Map<String, String> kinds = new HashMap<>();
        jdbc.sql("select distinct record, record_type from event where record = any (?) and known_until is null")
                .param(records.stream().map(UUID::fromString).toArray(UUID[]::new))
                .query(row -> {
                    kinds.put(row.getString("record"), row.getString("record_type"));
                });
        return kinds;
    }

    /**
     * The chronology of one person, the latest first.
     *
     * @param at as it was known then; null for now
     */
    List<Event> list(UUID person, @Nullable Instant at, boolean significantOnly, int limit, int skip) {
        return list(person, at, significantOnly, Set.of(), limit, skip);
    }

    /**
     * The latest of the chronology, without what follows from some kinds of record.
     *
     * @param without those kinds
     */
    List<Event> listWithout(UUID person, Set<String> without, int limit) {
        return list(person, null, false, without, limit, 0);
    }

    /** The last day on which anything followed from each record of a person. */
    Map<UUID, LocalDate> lastDays(UUID person) {
        Map<UUID, LocalDate> days = new HashMap<>();
        jdbc.sql("select record, max(on_day) from event where person = ? and known_until is null group by record")
                .param(person)
                .query(row -> {
                    days.put(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class));
                });
        return days;
    }

    private List<Event> list(
            UUID person, @Nullable Instant at, boolean significantOnly, Set<String> without, int limit, int skip) {
        return jdbc.sql("""
                        select * from (
                            select e.*,
                                -- Of what has no time and was recorded on its day, the time of the recording says what came first.
                                case when (e.known_from at time zone 'Europe/London')::date = e.on_day
                                    then (e.known_from at time zone 'Europe/London')::time end recorded,
                                coalesce((select s.significant from significance s
                                where s.person = e.person and s.record = e.record and s.event = e.name order by s.id desc limit 1), false) picked
                            from event e
                            where e.person = :person and e.record_type <> all (:without)
                                and (cast(:at as timestamptz) is null and e.known_until is null
                                    or e.known_from <= :at and (e.known_until is null or e.known_until > :at))) each
                        where picked or not :significantOnly
                        order by on_day desc, coalesce(at_time, recorded) desc nulls last, id desc limit :limit offset :skip
                        """)
                .param("person", person)
                .param("at", at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("significantOnly", significantOnly)
                .param("without", without.toArray(String[]::new))
                .param("limit", limit)
                .param("skip", skip)
                .query((row, number) -> new Event(
                        row.getObject("record", UUID.class),
                        row.getString("record_type"),
                        row.getString("name"),
                        row.getObject("about", UUID.class),
                        row.getObject("on_day", LocalDate.class),
                        row.getObject("at_time", LocalTime.class),
                        row.getString("summary"),
                        row.getBoolean("picked")))
                .list();
    }

    long count(UUID person, @Nullable Instant at, boolean significantOnly) {
        return jdbc.sql("""
                        select count(*) from event e
                        where e.person = :person
                            and (cast(:at as timestamptz) is null and e.known_until is null
                                or e.known_from <= :at and (e.known_until is null or e.known_until > :at))
                            and (not :significantOnly or coalesce((select s.significant from significance s
                                where s.person = e.person and s.record = e.record and s.event = e.name order by s.id desc limit 1), false))
                        """)
                .param("person", person)
                .param("at", at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("significantOnly", significantOnly)
                .query(Long.class)
                .single();
    }

    void pick(UUID person, UUID record, String event, boolean significant, String account) {
        jdbc.sql("""
                        insert into significance (person, record, event, significant, set_at, set_by)
                        values (?, ?, ?, ?, acting_at(), ?)
                        """).params(person, record, event, significant, account).update();
    }
}
