package org.goldenthread.app.records;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongToIntFunction;
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
    @Transactional(readOnly = true)
    public List<Watched> listClocks(UUID person, @Nullable Instant at) {
        return askedAtOnce.about(List.of(person), () -> clocksOf(person, at));
    }

    private List<Watched> clocksOf(UUID person, @Nullable Instant at) {
        LocalDate day = LocalDate.ofInstant(at == null ? clock.instant() : at, Words.LONDON);
        return clocks.list(person, at).stream()
                .filter(each -> !each.isAhead(day))
                .toList();
    }

    /**
     * How things stand with somebody.
     *
     * @param addresses of what the running clocks are owed in, by the ids of the records
     * @param latest the first page of the chronology
     */
    public record Standing(List<Watched> clocks, Map<String, String> addresses, OnePage<Event> latest) {}

    /**
     * @param at as it was known then; null for now
     * @param limit how many of the latest events
     */
    @Transactional(readOnly = true)
    public Standing standing(UUID person, @Nullable Instant at, int limit) {
        return askedAtOnce.about(List.of(person), () -> {
            List<Watched> watched = clocksOf(person, at);
            return new Standing(
                    watched,
                    addresses(watched.stream().filter(Watched::isRunning).toList()),
                    new OnePage<>(events.list(person, at, false, limit, 0), events.count(person, at, false)));
        });
    }

    private Map<String, String> addresses(List<Watched> watched) {
        Map<String, String> addresses = new HashMap<>();
        events.kinds(watched.stream().map(Watched::about).distinct().toList())
                .forEach((record, kind) -> addresses.put(record, "/records/" + kind + "/" + record));
        return addresses;
    }

    /** A page of the chronology, the latest first. */
    @Transactional(readOnly = true)
    public OnePage<Event> page(UUID person, @Nullable Instant at, boolean significantOnly, int limit, int skip) {
        return page(person, at, significantOnly, limit, total -> skip);
    }

    /**
     * A page of the chronology, the latest first.
     *
     * @param skip how many are on the pages before it, of how many there are
     */
    @Transactional(readOnly = true)
    public OnePage<Event> page(
            UUID person, @Nullable Instant at, boolean significantOnly, int limit, LongToIntFunction skip) {
        return askedAtOnce.about(List.of(person), () -> {
            long total = events.count(person, at, significantOnly);
            return new OnePage<>(events.list(person, at, significantOnly, limit, skip.applyAsInt(total)), total);
        });
    }

    /**
     * What a page tells of somebody's life.
     *
     * @param events those that were picked, or else those that are no routine, the latest first
     * @param picked whether they were picked by hand
     * @param voices what the child said, the last said first
     * @param running the clocks that run
     */
    public record Story(List<Event> events, boolean picked, List<Said> voices, List<Watched> running) {}

    /** More than anybody picks, and than happens to a child besides routine. */
    private static final int STORY_EVENTS = 1_000;

    /**
     * @param routine kinds of record that are not told of where nobody picked
     */
    @Transactional(readOnly = true)
    public Story story(UUID person, Set<String> routine) {
        return askedAtOnce.about(List.of(person), () -> {
            List<Event> picked = events.list(person, null, true, STORY_EVENTS, 0);
            return new Story(
                    picked.isEmpty() ? events.listWithout(person, routine, STORY_EVENTS) : picked,
                    !picked.isEmpty(),
                    voices(person),
                    clocksOf(person, null).stream().filter(Watched::isRunning).toList());
        });
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
     * @param on the last day that what it was said in tells of
     */
    public record Said(String question, String words, String from, LocalDate on, Instant knownFrom, String address) {}

    /** What a child said, in every kind of record, the last said first. */
    private List<Said> voices(UUID person) {
        List<Said> voices = new ArrayList<>();
        Map<UUID, LocalDate> days = events.lastDays(person);
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
                                    days.getOrDefault(kept.id(), LocalDate.ofInstant(kept.knownFrom(), Words.LONDON)),
                                    kept.knownFrom(),
                                    kept.address())));
                }
            }
        }
        voices.sort(
                Comparator.comparing(Said::on).thenComparing(Said::knownFrom).reversed());
        return voices;
    }
}
