package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.goldenthread.core.calendar.DateText;
import org.jspecify.annotations.Nullable;

/** Writes who the children of a census are. */
final class CensusPersons {
    private final LoadedTables tables;
    private final People people;

    CensusPersons(LoadedTables tables, People people) {
        this.tables = tables;
        this.people = people;
    }

    /** The child's date of birth; empty where the child is not born yet, or it cannot be read. */
    static Optional<LocalDate> findBirth(CensusElement identifiers) {
        return DateText.read(identifiers.text("PersonBirthDate")).date();
    }

    /** @param children the latest census first: it decides what disabilities a child has */
    void write(List<Census.Child> children) {
        Set<String> withDisabilities = new HashSet<>();
        for (Census.Child child : children) {
            String id = people.canonical(child.id());
            CensusElement given = child.identifiers();
            String sex = given.find("Sex").map(CensusElement::text).orElse(given.text("GenderCurrent"));
            String unknown = given.text("UPNunknown");
            tables.get("ssd_person")
                    .add(child.source(), given.line())
                    .set("pers_person_id", id)
                    .set("pers_sex", Sexes.normal(sex.isEmpty() ? given.text("PersonGenderCurrent") : sex))
                    .set("pers_ethnicity", child.characteristics().text("Ethnicity"))
                    .set("pers_dob", findBirth(given).orElse(null))
                    .set("pers_expected_dob", day(given, "ExpectedPersonBirthDate"))
                    .set("pers_death_date", day(given, "PersonDeathDate"))
                    .set("pers_upn_unknown", unknown);
            if (withDisabilities.add(id)) {
                writeDisabilities(child, id);
            }
        }
    }

    private void writeDisabilities(Census.Child child, String id) {
        Set<String> codes = new HashSet<>();
        for (CensusElement disability : child.characteristics().find("Disabilities").stream()
                .flatMap(list -> list.list("Disability").stream())
                .toList()) {
            if (!disability.text().isEmpty() && codes.add(disability.text())) {
                tables.get("ssd_disability")
                        .add(child.source(), disability.line())
                        .set("disa_table_id", "disability|" + id + "|" + disability.text())
                        .set("disa_person_id", id)
                        .set("disa_disability_code", disability.text());
            }
        }
    }

    private static @Nullable LocalDate day(CensusElement element, String name) {
        return DateText.read(element.text(name)).date().orElse(null);
    }
}
