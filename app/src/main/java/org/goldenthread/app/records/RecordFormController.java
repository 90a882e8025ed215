package org.goldenthread.app.records;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.goldenthread.app.drafts.Drafts;
import org.goldenthread.app.web.Pages;
import org.goldenthread.core.pathways.Move;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The forms of every kind of record: new ones, changes, drafts, and two people who change the same thing. */
@Controller
class RecordFormController {

    private static final String ALSO = "also";

    /** The button that asks what the returns would say, for whom no script asks while they type. */
    private static final String CHECK = "check";

    private static final String PERSON = "person";

    private final Pages pages;
    private final RecordTypes types;
    private final Records records;
    private final Deciding deciding;
    private final PersonBars people;
    private final Drafts drafts;
    private final Entering entering;
    private final FormChecks checks;

    RecordFormController(
            Pages pages,
            RecordTypes types,
            Records records,
            Deciding deciding,
            PersonBars people,
            Drafts drafts,
            Entering entering,
            FormChecks checks) {
        this.pages = pages;
        this.types = types;
        this.records = records;
        this.deciding = deciding;
        this.people = people;
        this.drafts = drafts;
        this.entering = entering;
        this.checks = checks;
    }

    @GetMapping("/people/{person:[0-9a-f-]{36}}/records/{kind}/new")
    View showNew(
            @PathVariable UUID person,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable UUID follows,
            @RequestParam MultiValueMap<String, String> asked) {
        RecordType<?> type = ofPerson(kind);
        entering.requireBegin(type);
        String draftName = newDraft(type, person, follows);
        // A draft that was on its way when the form was sent may come in behind it.
        Optional<Drafts.Draft> draft =
                drafts.find(draftName).filter(each -> !records.isSaved(SentForm.token(each.fields())));
        Map<String, String> typed = draft.map(Drafts.Draft::fields).orElseGet(() -> beginnings(type, follows));
        type.fields().stream()
                .filter(field -> field.form() == Field.Form.PERSON && asked.containsKey(field.name()))
                .forEach(field -> typed.put(field.name(), String.valueOf(asked.getFirst(field.name()))));
        return page(
                newForm(
                        type,
                        person,
                        follows,
                        typed,
                        List.of(),
                        draft.map(RecordFormController::saved).orElse("")),
                HttpStatus.OK);
    }

    @PostMapping("/people/{person:[0-9a-f-]{36}}/records/{kind}/new")
    View add(
            @PathVariable UUID person,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable UUID follows,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        return add(ofPerson(kind), person, follows, SentForm.answers(sent), request);
    }

    private <C extends Content> View add(
            RecordType<C> type,
            UUID person,
            @Nullable UUID follows,
            Map<String, String> typed,
            HttpServletRequest request) {
        entering.requireBegin(type);
        if (typed.remove(CHECK) != null) {
            drafts.keep(newDraft(type, person, follows), typed);
            return page(newForm(type, person, follows, typed, List.of(), ""), HttpStatus.OK);
        }
        FormReader.Reading<C> reading = FormReader.read(type, typed, records.today());
        if (reading.content() == null || !reading.faults().isEmpty()) {
            return page(newForm(type, person, follows, typed, reading.faults(), ""), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Set<UUID> also = also(type, person, typed);
        List<UUID> everybody = new ArrayList<>(List.of(person));
        everybody.addAll(also);
        Kept<C> kept;
        try {
            kept = records.add(type, everybody, follows, reading.content(), SentForm.token(typed));
        } catch (RefusedException refused) {
            return page(newForm(type, person, follows, typed, refused.faults(), ""), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        drafts.drop(newDraft(type, person, follows));
        pages.notice(
                request,
                type.title() + " saved"
                        + (also.isEmpty()
                                ? "."
                                : ", for " + everybody.size() + " children. Each has a record of their own."));
        return new RedirectView(kept.address());
    }

    @GetMapping("/records/{kind}/{id:[0-9a-f-]{36}}/change")
    View showChange(@PathVariable String kind, @PathVariable UUID id) {
        return showChange(type(kind), id);
    }

    private <C extends Content> View showChange(RecordType<C> type, UUID id) {
        Kept<C> record = get(type, id);
        entering.requireChange(record);
        Map<String, String> kept = texts(record);
        Optional<Drafts.Draft> draft = drafts.find(changeDraft(type, id))
                .filter(each -> kept.entrySet().stream()
                        .anyMatch(answer -> !SentForm.normal(answer.getValue())
                                .equals(SentForm.normal(each.fields().getOrDefault(answer.getKey(), "")))));
        Map<String, String> typed = draft.map(Drafts.Draft::fields).orElse(kept);
        return page(
                changeForm(
                        record,
                        typed,
                        number(typed.get("version"), record.version()),
                        List.of(),
                        Map.of(),
                        "",
                        draft.map(RecordFormController::saved).orElse("")),
                HttpStatus.OK);
    }

    @PostMapping("/records/{kind}/{id:[0-9a-f-]{36}}/change")
    View change(
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        return change(type(kind), id, version, SentForm.answers(sent), request);
    }

    private <C extends Content> View change(
            RecordType<C> type, UUID id, int version, Map<String, String> typed, HttpServletRequest request) {
        Kept<C> record = get(type, id);
        entering.requireChange(record);
        if (typed.remove(CHECK) != null) {
            drafts.keep(changeDraft(type, id), typed);
            return page(changeForm(record, typed, version, List.of(), Map.of(), "", ""), HttpStatus.OK);
        }
        if (record.version() != version) {
            return putTogether(record, version, typed);
        }
        FormReader.Reading<C> reading = FormReader.read(type, typed, records.today());
        List<Fault> faults = new ArrayList<>(reading.faults());
        if (reading.content() != null && faults.isEmpty()) {
            try {
                Kept<C> kept = records.change(type, id, version, reading.content(), typed.getOrDefault("why", ""));
                drafts.drop(changeDraft(type, id));
                pages.notice(request, type.title() + " saved.");
                return new RedirectView(kept.address());
            } catch (RefusedException refused) {
                faults.addAll(refused.faults());
            } catch (StaleException stale) {
                return putTogether(get(type, id), version, typed);
            }
        }
        return page(changeForm(record, typed, version, faults, Map.of(), "", ""), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/people/{person:[0-9a-f-]{36}}/records/{kind}/new/discard")
    View discardNew(
            @PathVariable UUID person,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable UUID follows,
            HttpServletRequest request) {
        drafts.drop(newDraft(type(kind), person, follows));
        pages.notice(request, "The draft is discarded.");
        return new RedirectView("/people/" + person);
    }

    @PostMapping("/records/{kind}/{id:[0-9a-f-]{36}}/change/discard")
    View discardChange(@PathVariable String kind, @PathVariable UUID id, HttpServletRequest request) {
        drafts.drop(changeDraft(type(kind), id));
        pages.notice(request, "The draft is discarded. The record is as it was saved.");
        return new RedirectView("/records/" + kind + "/" + id);
    }

    /** Shows both texts where two people changed the same answer, and takes what only one of them changed. */
    private <C extends Content> View putTogether(Kept<C> now, int version, Map<String, String> typed) {
        Kept<C> read = records.listVersions(now.type(), now.id()).stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .orElse(now);
        PutTogether both = PutTogether.of(read, now, typed);
        Map<String, String> together = new HashMap<>(both.answers());
        together.put("version", String.valueOf(now.version()));
        drafts.keep(changeDraft(now.type(), now.id()), together);
        return page(
                changeForm(
                        now,
                        together,
                        now.version(),
                        List.of(),
                        both.theirs(),
                        now.post() + ", " + Words.moment(now.knownFrom()),
                        ""),
                HttpStatus.CONFLICT);
    }

    private RecordForm newForm(
            RecordType<?> type,
            UUID person,
            @Nullable UUID follows,
            Map<String, String> typed,
            List<Fault> faults,
            String draftSaved) {
        String address = "/people/" + person + "/records/" + type.id() + "/new";
        String draft = newDraft(type, person, follows);
        return new RecordForm(
                bar(person),
                type,
                address,
                draft,
                draftSaved,
                typed,
                faults,
                Map.of(),
                "",
                drafts.listOthers(draft),
                List.of(),
                type.together() ? people.siblings(person) : List.of(),
                new LinkedHashSet<>(typed.getOrDefault(ALSO, "").lines().toList()),
                otherName(type, typed),
                0,
                SentForm.token(typed).toString(),
                follows == null ? "" : follows.toString(),
                false,
                "",
                "/people/" + person,
                records.today(),
                new ReturnRemarks.Shown(
                        checks.isAsked(type) ? address + "/checks" : "", checks.ofNew(type, person, follows, typed)));
    }

    private RecordForm changeForm(
            Kept<?> record,
            Map<String, String> typed,
            int version,
            List<Fault> faults,
            Map<String, String> theirs,
            String changedBy,
            String draftSaved) {
        RecordType<?> type = record.type();
        String draft = changeDraft(type, record.id());
        boolean wantsReason = findChange(record).map(Move::wantsReason).orElse(false);
        return new RecordForm(
                bar(record.person()),
                type,
                record.address() + "/change",
                draft,
                draftSaved,
                typed,
                faults,
                theirs,
                changedBy,
                drafts.listOthers(draft),
                List.of(),
                List.of(),
                Set.of(),
                otherName(type, typed),
                version,
                UUID.randomUUID().toString(),
                "",
                wantsReason,
                typed.getOrDefault("why", ""),
                record.address(),
                records.today(),
                new ReturnRemarks.Shown(
                        checks.isAsked(type) ? record.address() + "/change/checks" : "",
                        checks.ofChange(record, typed)));
    }

    private View page(RecordForm form, HttpStatus status) {
        String title = form.isNew()
                ? "New " + lower(form.type().title())
                : "Change " + lower(form.type().title());
        Pages.Making page = pages.of("record-form", title).status(status);
        PersonBar bar = form.bar();
        if (bar != null) {
            page = page.under(bar.name(), bar.address());
        }
        return page.with(form);
    }

    private String otherName(RecordType<?> type, Map<String, String> typed) {
        return type.fields().stream()
                .filter(field -> field.form() == Field.Form.PERSON)
                .map(field -> typed.getOrDefault(field.name(), ""))
                .filter(id -> id.matches("[0-9a-f-]{36}"))
                .findFirst()
                .flatMap(id -> people.find(UUID.fromString(id)))
                .map(PersonBar::name)
                .orElse("");
    }

    /** What a new record begins with: today's date where that is usual, and what the record it comes of says already. */
    private Map<String, String> beginnings(RecordType<?> type, @Nullable UUID follows) {
        Map<String, String> typed = new HashMap<>();
        for (Field field : type.fields()) {
            if (field.beginsToday()) {
                java.time.LocalDate today = records.today();
                typed.put(field.name(), today.getDayOfMonth() + "/" + today.getMonthValue() + "/" + today.getYear());
            }
        }
        records.findFollowed(type, follows)
                .ifPresent(before -> type.fields().stream()
                        .filter(field -> !field.copiedFrom().isEmpty())
                        .forEach(field -> before.type()
                                .findField(field.copiedFrom())
                                .ifPresent(from -> typed.put(field.name(), from.text(before.content())))));
        return typed;
    }

    private Set<UUID> also(RecordType<?> type, UUID person, Map<String, String> typed) {
        Set<UUID> also = new LinkedHashSet<>();
        if (type.together()) {
            Set<String> chosen =
                    Set.copyOf(typed.getOrDefault(ALSO, "").lines().distinct().toList());
            people.siblings(person).stream()
                    .map(PersonBar.Relative::id)
                    .filter(id -> chosen.contains(id.toString()))
                    .forEach(also::add);
        }
        return also;
    }

    private PersonBar bar(UUID person) {
        return people.find(person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private RecordType<?> type(String kind) {
        return types.findType(kind).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A kind of record that is kept of a person: another person is not one. */
    private RecordType<?> ofPerson(String kind) {
        if (kind.equals(PERSON)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return type(kind);
    }

    private <C extends Content> Kept<C> get(RecordType<C> type, UUID id) {
        return records.find(type, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<Move> findChange(Kept<?> record) {
        return deciding.pathway(record.type()).flatMap(pathway -> pathway.findChange(record.state()));
    }

    private static Map<String, String> texts(Kept<?> record) {
        Map<String, String> texts = new HashMap<>();
        record.type().fields().forEach(field -> texts.put(field.name(), field.text(record.content())));
        return texts;
    }

    private static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    private static String saved(Drafts.Draft draft) {
        return Words.moment(draft.savedAt());
    }

    private static String lower(String title) {
        return Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }

    private static String newDraft(RecordType<?> type, UUID person, @Nullable UUID follows) {
        return "new." + type.id() + "." + (follows == null ? person : follows);
    }

    private static String changeDraft(RecordType<?> type, UUID id) {
        return "change." + type.id() + "." + id;
    }
}
