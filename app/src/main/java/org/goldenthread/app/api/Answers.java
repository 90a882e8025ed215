package org.goldenthread.app.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Event;
import org.goldenthread.app.records.Field;
import org.goldenthread.app.records.Kept;
import org.goldenthread.app.records.MoveMade;
import org.goldenthread.app.records.PersonBar;
import org.goldenthread.app.records.RecordPage;
import org.goldenthread.app.search.Found;
import org.goldenthread.app.search.FoundPeople;
import org.goldenthread.app.search.Match;
import org.goldenthread.app.search.Shown;
import org.goldenthread.core.clocks.Watched;
import org.jspecify.annotations.Nullable;

/** What is answered, as JSON has it: dates and times by ISO 8601, null for what is not answered. {@link OpenApi} says the same as schemas. */
final class Answers {

    private Answers() {}

    static Map<String, @Nullable Object> record(Kept<?> kept) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        record.put("kind", kept.type().id());
        record.put("id", kept.id());
        record.put("person", kept.person());
        record.put("follows", kept.follows());
        record.put("summary", kept.content().summary());
        record.put("state", kept.state().isEmpty() ? null : kept.state());
        record.put("version", kept.version());
        record.put("withdrawn", kept.withdrawn());
        record.put("why", kept.why());
        record.put("knownFrom", kept.knownFrom().toString());
        record.put("post", kept.post());
        record.put("content", content(kept));
        return record;
    }

    private static Map<String, @Nullable Object> content(Kept<?> kept) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        kept.type().fields().forEach(field -> content.put(field.name(), value(field, kept.content())));
        return content;
    }

    private static @Nullable Object value(Field field, Content content) {
        Object value = field.read(content);
        return switch (field.form()) {
            case YES_NO, NUMBER, CHOICES -> value;
            case DATE, PERSON -> value == null ? null : value.toString();
            case LINE, PROSE, TIME, CHOICE -> {
                String text = field.text(content);
                yield text.isEmpty() ? null : text;
            }
        };
    }

    static Map<String, @Nullable Object> page(List<?> items, int page, int size, long total) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("page", page);
        answer.put("size", size);
        answer.put("total", total);
        answer.put("items", items);
        return answer;
    }

    static Map<String, @Nullable Object> person(PersonBar bar, Kept<?> record) {
        Map<String, @Nullable Object> person = new LinkedHashMap<>();
        person.put("id", bar.id());
        person.put("name", bar.name());
        person.put("born", bar.born());
        person.put("localNumber", bar.number());
        person.put("nhsNumber", bar.nhsNumber());
        person.put("alerts", bar.alerts());
        person.put("workers", bar.workers());
        person.put("socialCare", bar.socialCare());
        person.put("record", record(record));
        return person;
    }

    static Map<String, @Nullable Object> event(Event event) {
        Map<String, @Nullable Object> happened = new LinkedHashMap<>();
        happened.put("on", event.on().toString());
        happened.put("at", event.at() == null ? null : event.at().toString());
        happened.put("event", event.name());
        happened.put("summary", event.summary());
        happened.put("kind", event.type());
        happened.put("record", event.record());
        happened.put("about", event.about());
        happened.put("significant", event.significant());
        return happened;
    }

    /** @param line the same in words, as pages have it */
    static Map<String, @Nullable Object> clock(Watched watched, RecordPage.ClockLine line) {
        Map<String, @Nullable Object> clock = new LinkedHashMap<>();
        clock.put("clock", watched.clock());
        clock.put("name", line.name());
        clock.put("law", line.law());
        clock.put("about", watched.about());
        clock.put("sequence", watched.sequence());
        clock.put("standing", line.standing().name());
        clock.put("started", watched.started().toString());
        clock.put("due", watched.due().toString());
        clock.put("dueAt", watched.dueAt() == null ? null : watched.dueAt().toString());
        clock.put("met", text(watched.met()));
        clock.put("fellAway", text(watched.fellAway()));
        clock.put("inTime", watched.inTime());
        clock.put("movedBy", watched.movedBy());
        clock.put("pausedSince", text(watched.pausedSince()));
        return clock;
    }

    static Map<String, @Nullable Object> move(MoveMade made) {
        Map<String, @Nullable Object> move = new LinkedHashMap<>();
        move.put("move", made.move());
        move.put("from", made.from());
        move.put("to", made.to());
        move.put("on", made.on().toString());
        move.put("reason", made.reason());
        move.put("madeAt", made.madeAt().toString());
        move.put("post", made.post());
        return move;
    }

    static Map<String, @Nullable Object> found(FoundPeople found) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("page", found.page());
        answer.put("more", found.more());
        answer.put("cutOff", found.cutOff());
        answer.put(
                "restricted",
                found.restricted().stream()
                        .map(each -> Map.of("ask", each.shown().ask()))
                        .toList());
        answer.put("items", found.people().stream().map(Answers::found).toList());
        return answer;
    }

    private static Map<String, @Nullable Object> found(Found found) {
        Shown shown = found.shown();
        Map<String, @Nullable Object> person = new LinkedHashMap<>();
        person.put("person", shown.person());
        person.put("standing", shown.standing().name());
        person.put("givenName", shown.givenName());
        person.put("familyName", shown.familyName());
        person.put("knownAs", shown.knownAs());
        person.put("born", text(shown.born()));
        person.put("expected", text(shown.expected()));
        person.put("sex", shown.sex());
        person.put("localNumber", shown.localNumber());
        person.put("place", shown.place());
        person.put("worker", shown.worker());
        person.put("ask", shown.ask());
        person.put("matches", found.matches().stream().map(Match::inWords).toList());
        return person;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
