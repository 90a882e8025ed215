package org.goldenthread.app.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Entering;
import org.goldenthread.app.records.Kept;
import org.goldenthread.app.records.RecordType;
import org.goldenthread.app.records.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** One record of whatever kind: read, changed, and the moves that were made of it. */
@RestController
class RecordResource {

    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,9})\"");

    private final Asking asking;
    private final Records records;
    private final Entering entering;

    RecordResource(Asking asking, Records records, Entering entering) {
        this.asking = asking;
        this.records = records;
        this.entering = entering;
    }

    @GetMapping("/api/v1/records/{kind}/{id:[0-9a-f-]{36}}")
    ResponseEntity<Map<String, @Nullable Object>> show(
            @PathVariable String kind, @PathVariable UUID id, @RequestParam(defaultValue = "") String asKnown) {
        Instant at = Asking.at(asKnown);
        Kept<?> now = get(asking.type(kind), id);
        Kept<?> record = at == null ? now : asKnown(now, at);
        asking.logRecord(now, at == null ? "" : "as known on " + asKnown);
        return ResponseEntity.ok().eTag(tag(record)).body(Answers.record(record));
    }

    @GetMapping("/api/v1/records/{kind}/{id:[0-9a-f-]{36}}/moves")
    Map<String, @Nullable Object> showMoves(
            @PathVariable String kind, @PathVariable UUID id, @RequestParam(defaultValue = "") String asKnown) {
        Instant at = Asking.at(asKnown);
        Kept<?> record = get(asking.type(kind), id);
        asking.logRecord(record, "moves" + (at == null ? "" : " as known on " + asKnown));
        List<Map<String, @Nullable Object>> moves =
                records.listMoves(id, at).stream().map(Answers::move).toList();
        return Answers.page(moves, 1, moves.size(), moves.size());
    }

    @PutMapping(value = "/api/v1/records/{kind}/{id:[0-9a-f-]{36}}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, @Nullable Object>> change(
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", defaultValue = "") String version,
            @RequestBody byte[] body) {
        Kept<?> record = get(asking.type(kind), id);
        if (version.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.PRECONDITION_REQUIRED);
        }
        Matcher tag = TAG.matcher(version);
        if (!tag.matches()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        SentRecord sent = SentRecord.ofChange(record.type(), body);
        Kept<?> kept = entering.change(record, Integer.parseInt(tag.group(1)), sent.answers(), sent.why());
        return ResponseEntity.ok().eTag(tag(kept)).body(Answers.record(kept));
    }

    /** The version, as HTTP has it. */
    static String tag(Kept<?> record) {
        return "\"" + record.version() + "\"";
    }

    private <C extends Content> Kept<C> get(RecordType<C> type, UUID id) {
        Kept<C> record = records.find(type, id).orElseThrow(Asking::nothing);
        asking.person(record.person());
        return record;
    }

    private <C extends Content> Kept<C> asKnown(Kept<C> record, Instant at) {
        return records.findAsKnown(record.type(), record.id(), at).orElseThrow(Asking::nothing);
    }
}
