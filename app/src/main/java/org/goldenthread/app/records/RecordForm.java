package org.goldenthread.app.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form to record or change something.
 *
 * @param bar whom it is about; null for a new person
 * @param action where it is sent
 * @param draft the name under which what is typed is kept
 * @param draftSaved when the draft was kept that the answers are from; empty where they are from none
 * @param typed the answers by field
 * @param theirs what somebody else saved meanwhile, by field; empty but after a conflict
 * @param changedBy who that was and when; empty but after a conflict
 * @param others posts of those who are typing into the same form
 * @param known who may be the new person already; where there is anybody, nothing is saved until that is answered
 * @param siblings for whom the same may be recorded in one go
 * @param also the ids of those who are chosen
 * @param other whom the record names besides, such as the mother; empty where it names nobody
 * @param version the version that was read; 0 for a new record
 * @param follows the id of the record that it comes of; empty for none
 * @param wantsReason whether it must be said why it is changed
 * @param cancel where the way back leads
 * @param returns what the statutory returns would say of the answers
 */
public record RecordForm(
        @Nullable PersonBar bar,
        RecordType<?> type,
        String action,
        String draft,
        String draftSaved,
        Map<String, String> typed,
        List<Fault> faults,
        Map<String, String> theirs,
        String changedBy,
        List<String> others,
        List<DuplicateCheck.Known> known,
        List<PersonBar.Relative> siblings,
        Set<String> also,
        String other,
        int version,
        String token,
        String follows,
        boolean wantsReason,
        String why,
        String cancel,
        LocalDate today,
        ReturnRemarks.Shown returns) {

    /** Fields under one heading. */
    public record Section(String heading, List<Field> fields) {}

    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        String heading = "";
        for (Field field : type.fields()) {
            if (!field.section().isEmpty()) {
                if (!fields.isEmpty()) {
                    sections.add(new Section(heading, fields));
                }
                fields = new ArrayList<>();
                heading = field.section();
            }
            fields.add(field);
        }
        sections.add(new Section(heading, fields));
        return sections;
    }

    public String value(Field field) {
        return typed.getOrDefault(field.name(), "");
    }

    public boolean isChosen(Field field, String value) {
        return value(field).lines().anyMatch(value::equals);
    }

    public String problem(Field field) {
        return problem(field.name());
    }

    public String problem(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::message)
                .findFirst()
                .orElse("");
    }

    /** Where the error summary leads for a fault: its field, or the first of its choices. */
    public String anchor(Fault fault) {
        return type.fields().stream().anyMatch(field -> field.name().equals(fault.field()))
                ? "#" + fault.field()
                : fault.field().equals("why") ? "#why" : "#form";
    }

    /** What somebody else saved meanwhile in a field that differs; empty where there is nothing to put together. */
    public String theirs(Field field) {
        return theirs.getOrDefault(field.name(), "");
    }

    public boolean differs(Field field) {
        return theirs.containsKey(field.name());
    }

    /** Where the draft is thrown away. */
    public String discard() {
        int query = action.indexOf('?');
        return query < 0
                ? action + "/discard" + (follows.isEmpty() ? "" : "?follows=" + follows)
                : action.substring(0, query) + "/discard" + action.substring(query);
    }

    public boolean isNew() {
        return version == 0;
    }
}
