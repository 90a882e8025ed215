package org.goldenthread.app.partners;

import java.util.List;
import java.util.Map;
import org.goldenthread.app.access.Agency;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Kept;
import org.goldenthread.app.records.PersonBar;

/**
 * The form by which a record is shared, or an agency is asked.
 *
 * @param record what is shared, or the contact of the enquiry
 * @param consents that the family gave, of this child
 * @param meeting whether the record is of a meeting
 */
public record ShareForm(
        PersonBar bar,
        Kept<?> record,
        List<Agency> agencies,
        List<Kept<?>> consents,
        boolean meeting,
        Map<String, String> typed,
        List<Fault> faults,
        String token) {

    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    public String problem(String name) {
        return faults.stream()
                .filter(fault -> fault.field().equals(name))
                .map(Fault::message)
                .findFirst()
                .orElse("");
    }

    public List<Basis> bases() {
        return List.of(Basis.values());
    }

    public List<TookPart> parts() {
        return List.of(TookPart.values());
    }

    public String draft(String what) {
        return "agency." + what + "." + record.id();
    }
}
