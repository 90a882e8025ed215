package org.goldenthread.app.api;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.app.records.Chronicle;
import org.goldenthread.app.records.ClockLines;
import org.goldenthread.app.records.Entering;
import org.goldenthread.app.records.Event;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Kept;
import org.goldenthread.app.records.OnePage;
import org.goldenthread.app.records.PersonBar;
import org.goldenthread.app.records.RecordPage;
import org.goldenthread.app.records.RecordType;
import org.goldenthread.app.records.Records;
import org.goldenthread.app.records.RefusedException;
import org.goldenthread.app.search.PersonSearch;
import org.goldenthread.core.clocks.Watched;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People: found, and what is recorded of one. */
@RestController
class PeopleResource {

    static final String PERSON = "person";
    private static final Pattern KEY = Pattern.compile("\"?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\"?");

    private final Asking asking;
    private final PersonSearch search;
    private final Records records;
    private final Entering entering;
    private final Chronicle chronicle;
    private final ClockLines clockLines;

    PeopleResource(
            Asking asking,
            PersonSearch search,
            Records records,
            Entering entering,
            Chronicle chronicle,
            ClockLines clockLines) {
        this.asking = asking;
        this.search = search;
        this.records = records;
        this.entering = entering;
        this.chronicle = chronicle;
        this.clockLines = clockLines;
    }

    @GetMapping("/api/v1/people")
    Map<String, @Nullable Object> find(@RequestParam String q, @RequestParam(defaultValue = "1") int page) {
        return Answers.found(search.find(q, Asking.page(page)));
    }

    @GetMapping("/api/v1/people/{person:[0-9a-f-]{36}}")
    Map<String, @Nullable Object> show(@PathVariable UUID person) {
        PersonBar bar = asking.person(person);
        Kept<?> record = records.find(asking.type(PERSON), person).orElseThrow(Asking::nothing);
        asking.logPerson(person, "", "");
        return Answers.person(bar, record);
    }

    @GetMapping("/api/v1/people/{person:[0-9a-f-]{36}}/chronology")
    Map<String, @Nullable Object> showChronology(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "false") boolean significant,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String asKnown) {
        Instant at = Asking.at(asKnown);
        int skip = Asking.PAGE_SIZE * (Asking.page(page) - 1);
        asking.person(person);
        asking.logPerson(person, "chronology", asKnown);
        OnePage<Event> found = chronicle.page(person, at, significant, Asking.PAGE_SIZE, skip);
        return Answers.page(found.items().stream().map(Answers::event).toList(), page, Asking.PAGE_SIZE, found.total());
    }

    @GetMapping("/api/v1/people/{person:[0-9a-f-]{36}}/clocks")
    Map<String, @Nullable Object> showClocks(
            @PathVariable UUID person, @RequestParam(defaultValue = "") String asKnown) {
        Instant at = Asking.at(asKnown);
        asking.person(person);
        asking.logPerson(person, "clocks", asKnown);
        List<Watched> watched = chronicle.listClocks(person, at);
        List<RecordPage.ClockLine> lines = clockLines.lines(watched);
        List<Map<String, @Nullable Object>> clocks = new ArrayList<>();
        for (int place = 0; place < watched.size(); place++) {
            clocks.add(Answers.clock(watched.get(place), lines.get(place)));
        }
        return Answers.page(clocks, 1, clocks.size(), clocks.size());
    }

    /** Those of one kind, the last recorded first, without those withdrawn. */
    @GetMapping("/api/v1/people/{person:[0-9a-f-]{36}}/records/{kind}")
    Map<String, @Nullable Object> list(
            @PathVariable UUID person, @PathVariable String kind, @RequestParam(defaultValue = "1") int page) {
        int skip = Asking.PAGE_SIZE * (Asking.page(page) - 1);
        RecordType<?> type = asking.type(kind);
        asking.person(person);
        asking.logPerson(person, "records: " + type.id() + ", page " + page, "");
        OnePage<? extends Kept<?>> found = records.listPage(type, person, Asking.PAGE_SIZE, skip);
        return Answers.page(
                found.items().stream().map(Answers::record).toList(), page, Asking.PAGE_SIZE, found.total());
    }

    @PostMapping(
            value = "/api/v1/people/{person:[0-9a-f-]{36}}/records/{kind}",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, @Nullable Object>> add(
            @PathVariable UUID person,
            @PathVariable String kind,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
            @RequestBody byte[] body) {
        RecordType<?> type = asking.type(kind);
        asking.person(person);
        if (kind.equals(PERSON)) {
            throw Asking.nothing();
        }
        Matcher token = KEY.matcher(key);
        if (!token.matches()) {
            throw new RefusedException(
                    List.of(
                            new Fault(
                                    "Idempotency-Key",
                                    "Send a new UUID with each new record, and the same one again when you do not know whether it arrived")));
        }
        SentRecord sent = SentRecord.ofNew(type, body);
        Kept<?> kept = entering.add(type, person, sent.follows(), sent.answers(), UUID.fromString(token.group(1)));
        return ResponseEntity.created(URI.create("/api/v1" + kept.address()))
                .eTag(RecordResource.tag(kept))
                .body(Answers.record(kept));
    }
}
