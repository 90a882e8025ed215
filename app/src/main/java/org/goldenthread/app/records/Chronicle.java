package org.goldenthread.app.records;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.database.AskedAtOnce;
import org.goldenthread.core.clocks.Watched;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened to a person, what is due, and what a child said: drawn from the records, as they are or as they were known. */
@Service
public class Chronicle {

    private final RecordTypes types;
    private final RecordStore store;
    private final EventStore events;
    private final ClockStore clocks;
    private final Viewers viewers;
    private final AskedAtOnce askedAtOnce;
    private final InstantSource clock;

    Chronicle(
            RecordTypes types,
            RecordStore store,
            EventStore events,
            ClockStore clocks,
            Viewers viewers,
            AskedAtOnce askedAtOnce,
            InstantSource clock) {
        this.types = types;
        this.store = store;
        this.events = events;
        this.clocks = clocks;
        this.viewers = viewers;
        this.askedAtOnce = askedAtOnce;
        this.clock = clock;
    }

    /** The clocks of a person that had started by then, the first due first. */
    public List<Watched> listClocks(UUID person, @Nullable Instant at) {
        LocalDate day = LocalDate.ofInstant(at == null ? clock.instant() : at, Words.LONDON);
        return clocks.list(person, at).stream()
                .filter(each -> !each.isAhead(day))
                .toList();
    }

    /** The addresses of what clocks are owed in, by the ids of the records. */
    public Map<String, String> addresses(List<Watched> watched) {
        Map<String, String> addresses = new HashMap<>();
        events.kinds(watched.stream().map(Watched::about).distinct().toList())
                .forEach((record, kind) -> addresses.put(record, "/records/" + kind + "/" + record));
        return addresses;
    }

    public List<Event> chronology(UUID person, @Nullable Instant at, boolean significantOnly, int limit, int skip) {
        return events.list(person, at, significantOnly, limit, skip);
    }

    /** A page of the chronology, the latest first. */
    @Transactional(readOnly = true)
    public OnePage<Event> page(UUID person, @Nullable Instant at, boolean significantOnly, int limit, int skip) {
        return askedAtOnce.about(
                List.of(person),
                () -> new OnePage<>(
                        events.list(person, at, significantOnly, limit, skip),
                        events.count(person, at, significantOnly)));
    }

    public long countEvents(UUID person) {
        return events.count(person, null, false);
    }

    public long countEvents(UUID person, @Nullable Instant at, boolean significantOnly) {
        return events.count(person, at, significantOnly);
    }

    @Transactional
    public void pick(UUID person, UUID record, String event, boolean significant) {
        events.pick(
                person,
                record,
                event,
                significant,
                viewers.require(Right.WRITE_RECORDS).account());
    }

    /**
     * Something that a child said, in the child's words.
     *
     * @param from what it was said in
     */
    public record Said(String question, String words, String from, Instant knownFrom, String address) {}

    /** What a child said, in every kind of record, the last said first. */
    public List<Said> listVoices(UUID person) {
        List<Said> voices = new ArrayList<>();
        for (RecordType<?> type : types.listTypes()) {
            List<Field> fields = type.fields().stream().filter(Field::isVoice).toList();
            if (!fields.isEmpty()) {
                for (Kept<?> kept : store.listOf(type, person)) {
                    fields.stream()
                            .filter(field -> !field.text(kept.content()).isBlank())
                            .forEach(field -> voices.add(new Said(
                                    field.label(),
                                    field.words(kept.content()),
                                    type.title(),
                                    kept.knownFrom(),
                                    kept.address())));
                }
            }
        }
        voices.sort(Comparator.comparing(Said::knownFrom).reversed());
        return voices;
    }
}
