package org.goldenthread.app.records;

import java.util.List;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Answers a page's script while a person types: what the statutory returns would say of it. */
@RestController
class FormChecksController {

    private final RecordTypes types;
    private final Records records;
    private final FormChecks checks;
    private final PersonBars people;
    private final Deciding deciding;
    private final Viewers viewers;

    FormChecksController(
            RecordTypes types,
            Records records,
            FormChecks checks,
            PersonBars people,
            Deciding deciding,
            Viewers viewers) {
        this.types = types;
        this.records = records;
        this.checks = checks;
        this.people = people;
        this.deciding = deciding;
        this.viewers = viewers;
    }

    @PostMapping("/people/{person:[0-9a-f-]{36}}/records/{kind}/new/checks")
    List<ReturnRemarks.Remark> checkNew(
            @PathVariable UUID person,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable UUID follows,
            @RequestParam MultiValueMap<String, String> sent) {
        viewers.require(Right.SEE_SOCIAL_CARE);
        RecordType<?> type = type(kind);
        if (type.hasOwnPages()) {
            throw notFound();
        }
        if (!deciding.mayBegin(viewers.require(type.right()), type)) {
            throw new AccessDeniedException("A " + type.id() + " is not theirs to begin.");
        }
        if (people.find(person).isEmpty()) {
            throw notFound();
        }
        return checks.ofNew(type, person, follows, SentForm.answers(sent));
    }

    @PostMapping("/records/{kind}/{id:[0-9a-f-]{36}}/change/checks")
    List<ReturnRemarks.Remark> checkChange(
            @PathVariable String kind, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        viewers.require(Right.SEE_SOCIAL_CARE);
        Kept<?> record = records.find(type(kind), id).orElseThrow(FormChecksController::notFound);
        if (!deciding.mayChange(viewers.getViewer(), record)) {
            throw new AccessDeniedException("A " + kind + " in this state is not theirs to change.");
        }
        return checks.ofChange(record, SentForm.answers(sent));
    }

    private RecordType<?> type(String kind) {
        return types.findType(kind).orElseThrow(FormChecksController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
