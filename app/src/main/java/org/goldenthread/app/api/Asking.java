package org.goldenthread.app.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.records.Kept;
import org.goldenthread.app.records.PersonBar;
import org.goldenthread.app.records.PersonBars;
import org.goldenthread.app.records.RecordType;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What every address of the API asks first: who it is about, which kind, as known when; and the line in the audit log. */
@Component
class Asking {

    static final int PAGE_SIZE = 50;

    private final PersonBars people;
    private final RecordTypes types;
    private final Viewers viewers;
    private final AuditLog audit;

    Asking(PersonBars people, RecordTypes types, Viewers viewers, AuditLog audit) {
        this.people = people;
        this.types = types;
        this.viewers = viewers;
        this.audit = audit;
    }

    /** Whoever may not be seen is not there. */
    PersonBar person(UUID person) {
        return people.find(person).orElseThrow(Asking::nothing);
    }

    RecordType<?> type(String kind) {
        return types.findType(kind).orElseThrow(Asking::nothing);
    }

    static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** The end of the day as at which it is asked; null for now. */
    static @Nullable Instant at(String asKnown) {
        try {
            return asKnown.isEmpty() ? null : Words.endOf(LocalDate.parse(asKnown));
        } catch (DateTimeParseException notADay) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    static int page(int page) {
        if (page < 1 || page > Integer.MAX_VALUE / PAGE_SIZE) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return page;
    }

    /** @param asKnown the day as at which; empty for now */
    void logPerson(UUID person, String what, String asKnown) {
        log(Action.PERSON_SEEN, person, (what + (asKnown.isEmpty() ? "" : " as known on " + asKnown)).strip());
    }

    void logRecord(Kept<?> record, String what) {
        log(
                Action.RECORD_SEEN,
                record.person(),
                record.type().id() + " " + record.id() + (what.isEmpty() ? "" : ", " + what));
    }

    private void log(Action action, UUID person, String detail) {
        Viewer viewer = viewers.getViewer();
        audit.add(viewer.account(), viewer.role().label(), action, person.toString(), detail);
    }
}
