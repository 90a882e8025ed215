package org.goldenthread.app.records;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.core.pathways.Pathway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a form what the statutory returns would say of the child's record as it would be with what is typed; nothing is saved. */
@Component
class FormChecks {

    private final ReturnRemarks remarks;
    private final Records records;
    private final Deciding deciding;
    private final Viewers viewers;
    private final AuditLog audit;
    private final HttpServletRequest request;

    FormChecks(
            ReturnRemarks remarks,
            Records records,
            Deciding deciding,
            Viewers viewers,
            AuditLog audit,
            HttpServletRequest request) {
        this.remarks = remarks;
        this.records = records;
        this.deciding = deciding;
        this.viewers = viewers;
        this.audit = audit;
        this.request = request;
    }

    /** Whether the form of that kind is checked for whoever is signed in: returns tell of the social care file. */
    boolean isAsked(RecordType<?> type) {
        return viewers.getViewer().may(Right.SEE_SOCIAL_CARE) && remarks.feeds(type);
    }

    /** What is said of a new record; nothing while something needed is not typed yet or cannot be. */
    List<ReturnRemarks.Remark> ofNew(
            RecordType<?> type, UUID person, @Nullable UUID follows, Map<String, String> typed) {
        Content content = read(type, typed);
        return content == null || !isAsked(type)
                ? List.of()
                : told(AsTyped.ofNew(
                        type,
                        person,
                        follows,
                        deciding.pathway(type)
                                .map(Pathway::opening)
                                .map(move -> move.to())
                                .orElse(""),
                        content));
    }

    /** What is said of a changed record. */
    List<ReturnRemarks.Remark> ofChange(Kept<?> record, Map<String, String> typed) {
        Content content = read(record.type(), typed);
        return content == null || record.withdrawn() || !isAsked(record.type())
                ? List.of()
                : told(AsTyped.of(record, content));
    }

    private @Nullable Content read(RecordType<?> type, Map<String, String> typed) {
        FormReader.Reading<? extends Content> reading = FormReader.read(type, typed, records.today());
        return reading.faults().isEmpty() ? reading.content() : null;
    }

    private List<ReturnRemarks.Remark> told(AsTyped typed) {
        // The form asks again every few seconds: that somebody looked at this child is said once in a session.
        String seen = "return-checks." + typed.person() + "." + typed.type().id();
        if (request.getSession().getAttribute(seen) == null) {
            Viewer viewer = viewers.getViewer();
            audit.add(
                    viewer.account(),
                    viewer.role().label(),
                    Action.PERSON_SEEN,
                    typed.person().toString(),
                    "return checks of the form: " + typed.type().id());
            request.getSession().setAttribute(seen, true);
        }
        return remarks.of(typed);
    }
}
