package org.goldenthread.app.supervision;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.RecordType;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.Records;
import org.goldenthread.app.records.RefusedException;
import org.goldenthread.app.records.TypedRecords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a session: a record for each child, all of them or none. */
@Service
class SupervisionSessions {

    private final RecordTypes types;
    private final Records records;
    private final TypedRecords typed;

    SupervisionSessions(RecordTypes types, Records records, TypedRecords typed) {
        this.types = types;
        this.records = records;
        this.typed = typed;
    }

    /** @param answers what the form would say of each child */
    @Transactional
    public void keep(Map<SupervisedChildren.Child, Map<String, String>> answers, UUID token) {
        RecordType<?> type = types.getType("supervision");
        // Always in the same order, so that two who record of the same children do not wait for one another.
        answers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(SupervisedChildren.Child::person)))
                .forEach(entry -> add(type, entry.getKey(), entry.getValue(), token));
    }

    private <C extends Content> void add(
            RecordType<C> type, SupervisedChildren.Child child, Map<String, String> answers, UUID token) {
        UUID own = UUID.nameUUIDFromBytes((token + " " + child.person()).getBytes(StandardCharsets.UTF_8));
        records.add(type, List.of(child.person()), child.allocation(), typed.read(type, answers), own);
    }

    /** What is wrong with each child’s part, before anything is kept; empty where nothing is. */
    Map<SupervisedChildren.Child, RefusedException> faults(Map<SupervisedChildren.Child, Map<String, String>> answers) {
        Map<SupervisedChildren.Child, RefusedException> refused = new LinkedHashMap<>();
        RecordType<?> type = types.getType("supervision");
        answers.forEach((child, said) -> {
            try {
                typed.read(type, said);
            } catch (RefusedException problem) {
                refused.put(child, problem);
            }
        });
        return refused;
    }
}
