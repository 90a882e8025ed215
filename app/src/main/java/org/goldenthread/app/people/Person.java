package org.goldenthread.app.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.goldenthread.core.identity.NhsNumber;
import org.goldenthread.core.identity.UniquePupilNumber;
import org.jspecify.annotations.Nullable;

/**
 * A person: a child, born or not, or one of the family.
 *
 * @param born null where it is not known or the child is not born yet
 * @param expected of an unborn child: the expected date of birth
 * @param disabilities codes of the children in need census
 */
@Kind(id = "person", socialCare = false, title = "Person", plural = "People", events = "born", offered = false)
record Person(
        @Ask(value = "Given names", section = "Names") String givenName,
        @Ask("Family name") String familyName,

        @Ask(value = "Known as", hint = "What they want to be called, where it is another name")
        String knownAs,

        @Ask(value = "Date of birth", hint = "For example, 31/3/2014", section = "Birth") @Nullable LocalDate born,

        @Ask(value = "Expected date of birth", hint = "Only for a child who is not born yet") @Nullable LocalDate expected,

        @Ask(value = "Date of death", hint = "Leave blank unless the person has died") @Nullable LocalDate died,

        @Ask(value = "Sex", section = "Identity and needs") @Nullable Sex sex,

        @Ask(value = "Gender", hint = "Where the person describes it otherwise")
        String gender,

        @Ask(value = "Ethnicity", codes = "cin Ethnicity") String ethnicity,

        @Ask(value = "Disability", codes = "cin Disability", hint = "Choose all that apply")
        List<String> disabilities,

        @Ask("First language") String firstLanguage,
        @Ask("Is an interpreter needed?") @Nullable Boolean interpreterNeeded,

        @Ask(value = "NHS number", hint = "10 digits", section = "Identifiers")
        String nhsNumber,

        @Ask(value = "Unique pupil number (UPN)", hint = "13 letters and digits")
        String upn,

        @Ask(value = "Why there is no UPN", codes = "cin UPNunknown")
        String upnUnknown)
        implements Content {

    /** What they are called. */
    String name() {
        return name(givenName, familyName, knownAs, expected);
    }

    static String name(String givenName, String familyName, String knownAs, @Nullable LocalDate expected) {
        String given = knownAs.isBlank() ? givenName : knownAs;
        String name = (given + " " + familyName).strip();
        if (!name.isEmpty()) {
            return name;
        }
        return expected == null ? "Name not known" : "Unborn child";
    }

    @Override
    public String summary() {
        return name();
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        if (born != null) {
            happened.add(Happening.of("born", born, "Born"));
        }
        if (died != null) {
            happened.add(Happening.of("died", died, "Died"));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (givenName.isBlank() && familyName.isBlank() && expected == null) {
            faults.add(
                    new Fault(
                            "givenName",
                            "Enter a given name or a family name; for a child who is not born yet, the expected date of birth"));
        }
        if (born != null && died != null && died.isBefore(born)) {
            faults.add(new Fault("died", "The date of death must be on or after the date of birth"));
        }
        if (!nhsNumber.isBlank() && NhsNumber.parse(nhsNumber).isEmpty()) {
            faults.add(new Fault(
                    "nhsNumber", "Check the NHS number: its 10 digits do not add up to its last, the check digit"));
        }
        if (!upn.isBlank() && UniquePupilNumber.parse(upn).isEmpty()) {
            faults.add(new Fault(
                    "upn", "Check the UPN: its 13 letters and digits do not add up to its first, the check letter"));
        }
        return faults;
    }
}
