package org.goldenthread.app.people;

import java.util.List;
import java.util.UUID;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.DuplicateCheck;
import org.goldenthread.app.search.Described;
import org.goldenthread.app.search.PersonSearch;
import org.goldenthread.app.search.PossibleDuplicate;
import org.goldenthread.app.search.Shown;
import org.goldenthread.app.search.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks a new person against everybody on record, so that no second record is made of one child. */
@Component
class KnownPeople implements DuplicateCheck {

    private final PersonSearch search;
    private final People people;

    KnownPeople(PersonSearch search, People people) {
        this.search = search;
        this.people = people;
    }

    @Override
    public List<Known> find(Content content, @Nullable UUID related) {
        if (!(content instanceof Person person)) {
            return List.of();
        }
        return search
                .listPossibleDuplicates(new Described(
                        person.givenName(),
                        person.familyName(),
                        person.born(),
                        person.expected(),
                        person.nhsNumber(),
                        person.upn(),
                        ""))
                .stream()
                .map(duplicate -> known(duplicate, related))
                .toList();
    }

    private Known known(PossibleDuplicate duplicate, @Nullable UUID related) {
        Shown shown = duplicate.shown();
        UUID id = shown.person();
        boolean restricted = shown.standing() == Standing.RESTRICTED;
        String address = id == null
                ? ""
                : related == null ? "/people/" + id : "/people/" + related + "/records/relationship/new?other=" + id;
        String note = switch (shown.standing()) {
            case RESTRICTED -> "Restricted. Ask: " + shown.ask();
            case KNOWN -> shown.worker().isEmpty() ? "Known; allocated to nobody" : "Known to: " + shown.worker();
            case SEEN -> "";
        };
        return new Known(
                restricted ? "Restricted record" : shown.name(),
                restricted ? "" : Ages.words(shown.born(), shown.expected(), null, people.today()),
                address,
                duplicate.strength().label(),
                restricted ? "" : duplicate.why(),
                note);
    }
}
