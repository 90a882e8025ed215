package org.goldenthread.app.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Where a person lives or lived.
 *
 * @param mustNotBeDisclosed whether it is kept off every print, letter and export
 */
@Kind(id = "address", socialCare = false, title = "Address", plural = "Addresses", together = true)
record Address(
        @Ask(value = "Address", needed = true, prose = true) String lines,
        @Ask("Postcode") String postcode,

        @Ask(value = "Kind of address", needed = true) @Nullable AddressKind kind,

        @Ask(value = "From", hint = "Leave blank if it is not known") @Nullable LocalDate started,

        @Ask(value = "To", hint = "Leave blank while it lasts") @Nullable LocalDate ended,

        @Ask(
                value = "Must this address not be disclosed?",
                hint = "It is then kept off every print, letter and export, and marked wherever it is shown")
        @Nullable Boolean mustNotBeDisclosed)
        implements Content {

    @Override
    public String summary() {
        return (lines.strip().replaceAll("\\s*\\R\\s*", ", ") + " " + postcode).strip();
    }

    @Override
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (started != null && ended != null && ended.isBefore(started)) {
            faults.add(new Fault("ended", "The last day must be on or after the first"));
        }
        return faults;
    }

    boolean isSecret() {
        return Boolean.TRUE.equals(mustNotBeDisclosed);
    }
}
