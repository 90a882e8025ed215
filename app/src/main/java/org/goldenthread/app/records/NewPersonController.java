package org.goldenthread.app.records;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.drafts.Drafts;
import org.goldenthread.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** A new person: asked about first, whether they are known already. */
@Controller
class NewPersonController {

    private static final String NEW_PERSON = "new.person";

    private final Pages pages;
    private final RecordTypes types;
    private final Records records;
    private final Drafts drafts;
    private final Viewers viewers;
    private final DuplicateCheck duplicates;

    NewPersonController(
            Pages pages,
            RecordTypes types,
            Records records,
            Drafts drafts,
            Viewers viewers,
            DuplicateCheck duplicates) {
        this.pages = pages;
        this.types = types;
        this.records = records;
        this.drafts = drafts;
        this.viewers = viewers;
        this.duplicates = duplicates;
    }

    @GetMapping("/people/new")
    View showNewPerson(@RequestParam(required = false) @Nullable UUID related) {
        RecordType<?> type = person();
        viewers.require(type.right());
        Optional<Drafts.Draft> draft =
                drafts.find(NEW_PERSON).filter(each -> !records.isSaved(SentForm.token(each.fields())));
        return page(
                newPerson(
                        type,
                        related,
                        draft.map(Drafts.Draft::fields).orElse(Map.of()),
                        List.of(),
                        draft.map(each -> Words.moment(each.savedAt())).orElse(""),
                        List.of()),
                HttpStatus.OK);
    }

    @PostMapping("/people/new")
    View addPerson(
            @RequestParam(required = false) @Nullable UUID related,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        return addPerson(person(), related, SentForm.answers(sent), request);
    }

    private <C extends Content> View addPerson(
            RecordType<C> type, @Nullable UUID related, Map<String, String> typed, HttpServletRequest request) {
        viewers.require(type.right());
        FormReader.Reading<C> reading = FormReader.read(type, typed, records.today());
        if (reading.content() == null || !reading.faults().isEmpty()) {
            return page(
                    newPerson(type, related, typed, reading.faults(), "", List.of()), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!"true".equals(typed.get("confirmed"))) {
            List<DuplicateCheck.Known> known = duplicates.find(reading.content(), related);
            if (!known.isEmpty()) {
                drafts.keep(NEW_PERSON, typed);
                return page(newPerson(type, related, typed, List.of(), "", known), HttpStatus.OK);
            }
        }
        Kept<C> kept = records.addPerson(type, reading.content(), SentForm.token(typed));
        drafts.drop(NEW_PERSON);
        pages.notice(request, kept.content().summary() + " is added.");
        return new RedirectView(
                related == null
                        ? "/people/" + kept.id()
                        : "/people/" + related + "/records/relationship/new?other=" + kept.id());
    }

    @PostMapping("/people/new/discard")
    View discardPerson(HttpServletRequest request) {
        drafts.drop(NEW_PERSON);
        pages.notice(request, "The draft is discarded.");
        return new RedirectView("/people/new");
    }

    private RecordForm newPerson(
            RecordType<?> type,
            @Nullable UUID related,
            Map<String, String> typed,
            List<Fault> faults,
            String draftSaved,
            List<DuplicateCheck.Known> known) {
        return new RecordForm(
                null,
                type,
                "/people/new" + (related == null ? "" : "?related=" + related),
                NEW_PERSON,
                draftSaved,
                typed,
                faults,
                Map.of(),
                "",
                List.of(),
                known,
                List.of(),
                Set.of(),
                "",
                0,
                SentForm.token(typed).toString(),
                "",
                false,
                "",
                related == null ? "/people" : "/people/" + related,
                records.today(),
                ReturnRemarks.Shown.NOTHING);
    }

    private RecordType<?> person() {
        return types.getType("person");
    }

    private View page(RecordForm form, HttpStatus status) {
        return pages.of("record-form", "New person").status(status).with(form);
    }
}
