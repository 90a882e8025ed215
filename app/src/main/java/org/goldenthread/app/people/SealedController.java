package org.goldenthread.app.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Kept;
import org.goldenthread.app.records.PersonBar;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.Records;
import org.goldenthread.app.records.RefusedException;
import org.goldenthread.app.web.Pages;
import org.goldenthread.core.calendar.DateText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The sealed new identity of an adopted child: made, and seen by named people alone. */
@Controller
class SealedController {

    private final Pages pages;
    private final People people;
    private final Teams teams;
    private final Records records;
    private final RecordTypes types;
    private final SealedIdentities identities;
    private final NotYours notYours;
    private final Viewers viewers;

    SealedController(
            Pages pages,
            People people,
            Teams teams,
            Records records,
            RecordTypes types,
            SealedIdentities identities,
            NotYours notYours,
            Viewers viewers) {
        this.pages = pages;
        this.people = people;
        this.teams = teams;
        this.records = records;
        this.types = types;
        this.identities = identities;
        this.notYours = notYours;
        this.viewers = viewers;
    }

    @GetMapping("/people/{person:[0-9a-f-]{36}}/sealed")
    View show(@PathVariable UUID person) {
        return page(person, null, List.of());
    }

    private View page(UUID person, SealedPage.@Nullable Typed sent, List<Fault> faults) {
        Optional<PersonBar> bar = people.find(person);
        if (bar.isEmpty()) {
            return notYours.page(person, "", "");
        }
        Optional<SealedPage.Join> join = identities.look(person).map(this::join);
        // Whether there is a join is not to be told from the answer: who is not named and may not seal is refused
        // either way.
        if (join.isEmpty() && !viewers.getViewer().may(Right.SEAL_IDENTITY)) {
            throw new AccessDeniedException("Nothing here is theirs to see.");
        }
        SealedPage.Typed typed = sent == null ? begin(person) : sent;
        return pages.of("person-sealed", "Sealed identity")
                .status(faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .under(bar.get().name(), bar.get().address())
                .with(new SealedPage(
                        bar.get(),
                        join.orElse(null),
                        choices(),
                        typed,
                        UUID.randomUUID().toString(),
                        faults));
    }

    private SealedPage.Typed begin(UUID person) {
        return records.find(types.getType(Person.class), person)
                .map(Kept::content)
                .map(before -> new SealedPage.Typed(
                        "", "", before.born() == null ? "" : SealedPage.typed(before.born()), "", "", "", List.of()))
                .orElseThrow(() -> new AccessDeniedException("That person is not there, or not theirs to see."));
    }

    private SealedPage.Join join(SealedIdentities.Sealed found) {
        Map<UUID, String> names = identities.listNames(found.id());
        return new SealedPage.Join(
                names.getOrDefault(found.old(), ""),
                names.getOrDefault(found.now(), ""),
                people.find(found.old()).orElse(null),
                people.find(found.now()).orElse(null),
                found.reason(),
                found.sealedAt(),
                found.post(),
                found.members().stream()
                        .map(member -> new AccessPage.Choice(member.account(), member.post()))
                        .toList());
    }

    private List<AccessPage.Choice> choices() {
        Map<String, AccessPage.Choice> choices = new LinkedHashMap<>();
        teams.listTeams()
                .forEach(team -> team.members()
                        .forEach(member -> choices.putIfAbsent(
                                member.account(),
                                new AccessPage.Choice(member.account(), member.post() + ", " + team.name()))));
        return List.copyOf(choices.values());
    }

    @PostMapping("/people/{person:[0-9a-f-]{36}}/sealed")
    View seal(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String givenName,
            @RequestParam(defaultValue = "") String familyName,
            @RequestParam(defaultValue = "") String born,
            @RequestParam(defaultValue = "") String nhsNumber,
            @RequestParam(defaultValue = "") String upn,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable List<String> members,
            @RequestParam(defaultValue = "00000000-0000-4000-8000-000000000000") UUID token,
            HttpServletRequest request) {
        viewers.require(Right.SEAL_IDENTITY);
        List<String> named = members == null ? List.of() : members;
        SealedPage.Typed typed = new SealedPage.Typed(givenName, familyName, born, nhsNumber, upn, reason, named);
        if (people.find(person).isEmpty()) {
            return notYours.page(person, "", "");
        }
        List<Fault> faults = new ArrayList<>();
        Optional<LocalDate> day =
                born.isBlank() ? Optional.empty() : DateText.read(born).date();
        if (!born.isBlank() && day.isEmpty()) {
            faults.add(new Fault("born", "Enter the date of birth as a date, like 31/3/2014"));
        } else {
            try {
                identities.seal(person, identity(person, typed, day.orElse(null)), reason, named, token);
                pages.notice(request, "The new identity is sealed. Only those named know that the two are one child.");
                return new RedirectView("/people/" + person + "/sealed");
            } catch (RefusedException refused) {
                faults.addAll(refused.faults());
            }
        }
        return page(person, typed, faults);
    }

    /** What the child was born with stays: sex, ethnicity and what else is needed to work with them. */
    private Person identity(UUID person, SealedPage.Typed typed, @Nullable LocalDate born) {
        Person before = records.find(types.getType(Person.class), person)
                .map(Kept::content)
                .orElseThrow(() -> new AccessDeniedException("That person is not there, or not theirs to see."));
        return new Person(
                typed.givenName().strip(),
                typed.familyName().strip(),
                "",
                born,
                null,
                null,
                before.sex(),
                before.gender(),
                before.ethnicity(),
                before.disabilities(),
                before.firstLanguage(),
                before.interpreterNeeded(),
                typed.nhsNumber().replace(" ", ""),
                typed.upn().strip(),
                "");
    }

    @PostMapping("/people/{person:[0-9a-f-]{36}}/sealed/members")
    View member(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String add,
            @RequestParam(defaultValue = "") String remove) {
        identities.name(person, add, remove);
        return new RedirectView("/people/" + person + "/sealed");
    }
}
