package org.goldenthread.app.records;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Records written by what would be typed into their forms, for whoever knows a kind of record by its name alone: the same reading, the
 * same checks and the same rights as on the pages.
 */
@Service
public class TypedRecords {

    private final RecordTypes types;
    private final Records records;

    TypedRecords(RecordTypes types, Records records) {
        this.types = types;
        this.records = records;
    }

    /**
     * @return the person's id
     * @throws RefusedException where something in it cannot be
     */
    public UUID addPerson(Map<String, String> typed) {
        return addPerson(types.getType("person"), typed);
    }

    private <C extends Content> UUID addPerson(RecordType<C> type, Map<String, String> typed) {
        return records.addPerson(type, read(type, typed), UUID.randomUUID()).id();
    }

    /**
     * @param follows the record that it comes of; null for none
     * @return the record's id
     * @throws RefusedException where something in it cannot be
     */
    public UUID add(String kind, List<UUID> people, @Nullable UUID follows, Map<String, String> typed) {
        return add(types.getType(kind), people, follows, typed);
    }

    private <C extends Content> UUID add(
            RecordType<C> type, List<UUID> people, @Nullable UUID follows, Map<String, String> typed) {
        return records.add(type, people, follows, read(type, typed), UUID.randomUUID())
                .id();
    }

    /**
     * Changes some answers of a record as it is now; the others stay.
     *
     * @param why needed where its pathway has ended
     */
    public void change(String kind, UUID id, Map<String, String> typed, String why) {
        change(types.getType(kind), id, typed, why);
    }

    private <C extends Content> void change(RecordType<C> type, UUID id, Map<String, String> typed, String why) {
        Kept<C> now = records.find(type, id).orElseThrow();
        Map<String, String> all = new HashMap<>();
        type.fields().forEach(field -> all.put(field.name(), field.text(now.content())));
        all.putAll(typed);
        records.change(type, id, now.version(), read(type, all), why);
    }

    /** Makes a move of the record as it is now. */
    public void move(String kind, UUID id, String move, LocalDate on, String reason) {
        move(types.getType(kind), id, move, on, reason);
    }

    private <C extends Content> void move(RecordType<C> type, UUID id, String move, LocalDate on, String reason) {
        Kept<C> now = records.find(type, id).orElseThrow();
        records.move(type, id, now.version(), move, on, reason);
    }

    /**
     * What a form of that kind says.
     *
     * @throws RefusedException where something in it cannot be
     */
    public <C extends Content> C read(RecordType<C> type, Map<String, String> typed) {
        FormReader.Reading<C> reading = FormReader.read(type, typed, records.today());
        if (reading.content() == null || !reading.faults().isEmpty()) {
            throw new RefusedException(reading.faults());
        }
        return reading.content();
    }
}
