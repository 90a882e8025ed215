package org.goldenthread.app.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.moving.Mirrors;
import org.goldenthread.app.records.Chronicle;
import org.goldenthread.app.records.ClockLines;
import org.goldenthread.app.records.Deciding;
import org.goldenthread.app.records.EntryMoving;
import org.goldenthread.app.records.Event;
import org.goldenthread.app.records.Kept;
import org.goldenthread.app.records.Merging;
import org.goldenthread.app.records.OnePage;
import org.goldenthread.app.records.PersonBar;
import org.goldenthread.app.records.RecordPage;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.Records;
import org.goldenthread.app.records.Words;
import org.goldenthread.app.web.Pages;
import org.goldenthread.app.web.Paging;
import org.goldenthread.core.calendar.DateText;
import org.goldenthread.core.clocks.Watched;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** A person's page and chronology, as they are or as they were known at the end of an earlier day. */
@Controller
class PersonController {

    private static final int LATEST = 8;
    private static final int PAGE_SIZE = 50;
    private static final int STORY_VOICES = 6;

    private final Pages pages;
    private final Records records;
    private final Chronicle chronicle;
    private final Deciding deciding;
    private final RecordTypes types;
    private final ClockLines clockLines;
    private final People people;
    private final Merging merging;
    private final EntryMoving entryMoving;
    private final Mirrors mirrors;
    private final NotYours notYours;
    private final Viewers viewers;
    private final AuditLog audit;

    PersonController(
            Pages pages,
            Records records,
            Chronicle chronicle,
            Deciding deciding,
            RecordTypes types,
            ClockLines clockLines,
            People people,
            Merging merging,
            EntryMoving entryMoving,
            Mirrors mirrors,
            NotYours notYours,
            Viewers viewers,
            AuditLog audit) {
        this.pages = pages;
        this.records = records;
        this.chronicle = chronicle;
        this.deciding = deciding;
        this.types = types;
        this.clockLines = clockLines;
        this.people = people;
        this.merging = merging;
        this.entryMoving = entryMoving;
        this.mirrors = mirrors;
        this.notYours = notYours;
        this.viewers = viewers;
        this.audit = audit;
    }

    @GetMapping("/people/{person:[0-9a-f-]{36}}")
    View show(@PathVariable UUID person, @RequestParam(name = "as-known", defaultValue = "") String asKnown) {
        Optional<PersonBar> bar = people.find(person);
        if (bar.isEmpty()) {
            return notYours.page(person, "", "");
        }
        String problem = problemOf(asKnown);
        Instant at = problem.isEmpty()
                ? DateText.read(asKnown).date().map(Words::endOf).orElse(null)
                : null;
        log(person, at == null ? "" : "as known on " + asKnown);
        Chronicle.Standing standing = chronicle.standing(person, at, LATEST);
        List<Watched> clocks = standing.clocks();
        List<Watched> running = clocks.stream().filter(Watched::isRunning).toList();
        Viewer viewer = viewers.getViewer();
        return pages.of("person", bar.get().name())
                .with(new PersonPage(
                        bar.get(),
                        clockLines.lines(running, standing.addresses()),
                        clockLines.lines(clocks.reversed().stream()
                                .filter(clock -> !clock.isRunning())
                                .toList()),
                        standing.latest().items(),
                        at == null ? standing.latest().total() : LATEST,
                        relations(person),
                        homes(person),
                        professionals(person),
                        consents(person),
                        at == null ? starts(person, viewer) : List.of(),
                        at == null ? "" : asKnown,
                        problem,
                        viewer.may(Right.ALLOCATE),
                        viewer.may(Right.WRITE_RECORDS),
                        viewer.may(Right.MERGE_PEOPLE),
                        merging.listOf(person),
                        entryMoving.listOf(person),
                        at == null ? mirrors.list(person) : List.of()));
    }

    @GetMapping("/people/{person:[0-9a-f-]{36}}/chronology")
    View showChronology(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "false") boolean significant,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(name = "as-known", defaultValue = "") String asKnown) {
        Optional<PersonBar> bar = people.find(person);
        if (bar.isEmpty()) {
            return notYours.page(person, "", "");
        }
        log(person, "chronology");
        Instant at = problemOf(asKnown).isEmpty()
                ? DateText.read(asKnown).date().map(Words::endOf).orElse(null)
                : null;
        String base = "/people/" + person + "/chronology?significant=" + significant
                + (at == null ? "" : "&as-known=" + asKnown);
        OnePage<Event> events = chronicle.page(
                person, at, significant, PAGE_SIZE, total -> new Paging(page, total, PAGE_SIZE, base).from());
        return pages.of("chronology", "Chronology")
                .under(bar.get().name(), bar.get().address())
                .with(new ChronologyPage(
                        bar.get(),
                        events.items(),
                        significant,
                        at == null ? "" : asKnown,
                        new Paging(page, events.total(), PAGE_SIZE, base),
                        at == null && viewers.getViewer().may(Right.WRITE_RECORDS),
                        at == null ? mirrors.list(person) : List.of()));
    }

    @GetMapping("/people/{person:[0-9a-f-]{36}}/story")
    View showStory(@PathVariable UUID person, @RequestParam(defaultValue = "") String voices) {
        Optional<PersonBar> bar = people.find(person);
        if (bar.isEmpty()) {
            return notYours.page(person, "", "");
        }
        Viewer viewer = viewers.getViewer();
        audit.add(viewer.account(), viewer.role().label(), Action.STORY_PRINTED, person.toString(), "");
        Chronicle.Story story = chronicle.story(person, TurningPoints.ROUTINE);
        return pages.of("story", "The story of " + bar.get().name())
                .under(bar.get().name(), bar.get().address())
                .with(new StoryPage(
                        bar.get(),
                        Words.day(people.today()),
                        voices.equals("all")
                                ? story.voices()
                                : story.voices().stream().limit(STORY_VOICES).toList(),
                        story.voices().size(),
                        people.genogram(person),
                        relations(person),
                        story.picked() ? StoryPage.Happened.all(story.events()) : TurningPoints.of(story.events()),
                        story.picked(),
                        clockLines.lines(story.running())));
    }

    @PostMapping("/people/{person:[0-9a-f-]{36}}/chronology/pick")
    View pick(
            @PathVariable UUID person,
            @RequestParam UUID record,
            @RequestParam String event,
            @RequestParam boolean significant,
            @RequestParam(defaultValue = "false") boolean back) {
        chronicle.pick(person, record, event, significant);
        return new RedirectView("/people/" + person + "/chronology?significant=" + back);
    }

    private List<PersonPage.Relation> relations(UUID person) {
        return people.listFamily(person).stream()
                .map(member -> new PersonPage.Relation(
                        member.words(),
                        member.other().name(),
                        member.other().born(),
                        member.other().visible() ? "/people/" + member.other().id() : "",
                        note(member)))
                .toList();
    }

    private static String note(People.Member member) {
        List<String> notes = new ArrayList<>();
        if (member.forwards() && member.parentalResponsibility() != null) {
            notes.add(member.parentalResponsibility() ? "has parental responsibility" : "no parental responsibility");
        }
        if (member.ended() != null) {
            notes.add("until " + Words.day(member.ended()));
        }
        return String.join("; ", notes);
    }

    private List<PersonPage.Home> homes(UUID person) {
        List<PersonPage.Home> homes = new ArrayList<>();
        for (Kept<Address> kept : records.listOf(types.getType(Address.class), person)) {
            Address address = kept.content();
            String dates = (address.started() == null ? "" : "from " + Words.day(address.started()))
                    + (address.ended() == null ? "" : " until " + Words.day(address.ended()));
            homes.add(new PersonPage.Home(
                    address.summary(),
                    address.kind() == null ? "" : address.kind().label(),
                    dates.strip(),
                    address.isSecret(),
                    kept.address()));
        }
        return homes;
    }

    /** Those who work with the person now come first. */
    private List<PersonPage.Around> professionals(UUID person) {
        return records.listOf(types.getType(Professional.class), person).stream()
                .map(kept -> {
                    Professional professional = kept.content();
                    String dates = (professional.started() == null ? "" : "from " + Words.day(professional.started()))
                            + (professional.ended() == null ? "" : " until " + Words.day(professional.ended()));
                    boolean stands = professional.ended() == null
                            || !professional.ended().isBefore(people.today());
                    return new PersonPage.Around(
                            professional.summary(),
                            (professional.reach() + " " + dates).strip(),
                            stands,
                            kept.address());
                })
                .sorted(Comparator.comparing(PersonPage.Around::stands).reversed())
                .toList();
    }

    private List<PersonPage.Around> consents(UUID person) {
        return records.listOf(types.getType(SharingConsent.class), person).stream()
                .map(kept -> new PersonPage.Around(
                        kept.content().scope(people.today()),
                        "",
                        kept.content().holdsOn(people.today()),
                        kept.address()))
                .sorted(Comparator.comparing(PersonPage.Around::stands).reversed())
                .toList();
    }

    private List<RecordPage.Start> starts(UUID person, Viewer viewer) {
        return types.listTypes().stream()
                .filter(type -> type.isOffered() && viewer.may(type.right()) && deciding.mayBegin(viewer, type))
                .filter(type -> !type.isRestricted() || people.isNamedForAdoption(person))
                .map(type -> new RecordPage.Start(type.title(), "/people/" + person + "/records/" + type.id() + "/new"))
                .toList();
    }

    private void log(UUID person, String detail) {
        Viewer viewer = viewers.getViewer();
        audit.add(viewer.account(), viewer.role().label(), Action.PERSON_SEEN, person.toString(), detail);
    }

    private static String problemOf(String asKnown) {
        return asKnown.isBlank() || DateText.read(asKnown).date().isPresent()
                ? ""
                : "Enter the day as a date, like 31/3/2024";
    }
}
