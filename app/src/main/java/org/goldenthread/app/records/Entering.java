package org.goldenthread.app.records;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** What the common form asks before anything is recorded, for whatever else records by a form's answers. */
@Service
public class Entering {

    private final Records records;
    private final Deciding deciding;
    private final Viewers viewers;

    Entering(Records records, Deciding deciding, Viewers viewers) {
        this.records = records;
        this.deciding = deciding;
        this.viewers = viewers;
    }

    /**
     * Adds a record of one person.
     *
     * @param answers by the field's name, as they would be typed
     * @param token what is sent twice with the same counts once; sent with something else it is refused
     * @throws RefusedException saying of each answer what is wrong with it
     */
    @Transactional
    public <C extends Content> Kept<C> add(
            RecordType<C> type, UUID person, @Nullable UUID follows, Map<String, String> answers, UUID token) {
        requireBegin(type);
        C content = read(type, answers);
        requireFirstUse(type, person, follows, content, token);
        return records.add(type, List.of(person), follows, content, token);
    }

    /**
     * Changes what a record says.
     *
     * @param version the one that was read
     * @param why needed where its pathway has ended
     * @throws RefusedException saying of each answer what is wrong with it
     * @throws StaleException where somebody else changed it since
     */
    @Transactional
    public <C extends Content> Kept<C> change(Kept<C> record, int version, Map<String, String> answers, String why) {
        if (record.version() != version) {
            throw new StaleException(record.type().title());
        }
        // What was withdrawn is nobody's to change, which is no matter of rights: the record says so itself.
        if (!record.withdrawn()) {
            requireChange(record);
        }
        return records.change(record.type(), record.id(), version, read(record.type(), answers), why);
    }

    void requireBegin(RecordType<?> type) {
        if (type.hasOwnPages()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Viewer viewer = viewers.require(type.right());
        if (!deciding.mayBegin(viewer, type)) {
            throw new AccessDeniedException(
                    "The role " + viewer.role().label() + " does not begin a " + type.id() + ".");
        }
    }

    void requireChange(Kept<?> record) {
        if (!deciding.mayChange(viewers.require(record.type().right()), record)) {
            throw new AccessDeniedException("A " + record.type().id() + " in this state is not theirs to change.");
        }
    }

    private <C extends Content> C read(RecordType<C> type, Map<String, String> answers) {
        FormReader.Reading<C> reading = FormReader.read(type, answers, records.today());
        C content = reading.content();
        if (content == null || !reading.faults().isEmpty()) {
            throw new RefusedException(reading.faults());
        }
        return content;
    }

    /** Two different records under one token would be one kept and one lost without a word. */
    private <C extends Content> void requireFirstUse(
            RecordType<C> type, UUID person, @Nullable UUID follows, C content, UUID token) {
        Optional<UUID> saved = records.findSavedWith(token);
        boolean same = saved.map(id -> records.listVersions(type, id))
                .filter(versions -> !versions.isEmpty())
                .map(List::getLast)
                .filter(first -> first.person().equals(person)
                        && Objects.equals(first.follows(), follows)
                        && first.content().equals(content))
                .isPresent();
        if (saved.isPresent() && !same) {
            throw new RefusedException(List.of(new Fault(
                    "Idempotency-Key",
                    "This key was used for another record. Nothing was saved; send this one with a new key")));
        }
    }
}
