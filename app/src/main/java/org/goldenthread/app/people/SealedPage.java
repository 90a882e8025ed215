package org.goldenthread.app.people;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.PersonBar;
import org.jspecify.annotations.Nullable;

/**
 * The sealed identity of an adopted child, or the form to seal one.
 *
 * @param join null where there is none that the person signed in is named for
 * @param choices who may be named
 */
public record SealedPage(
        PersonBar bar,
        @Nullable Join join,
        List<AccessPage.Choice> choices,
        Typed typed,
        String token,
        List<Fault> faults) {

    /**
     * An old and a new identity.
     *
     * @param old null where their file is not theirs to see
     * @param now likewise
     */
    public record Join(
            String oldName,
            String newName,
            @Nullable PersonBar old,
            @Nullable PersonBar now,
            String reason,
            String sealedAt,
            String post,
            List<AccessPage.Choice> members) {}

    /** What was typed into the form. */
    public record Typed(
            String givenName,
            String familyName,
            String born,
            String nhsNumber,
            String upn,
            String reason,
            List<String> members) {}

    static String typed(LocalDate day) {
        return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
    }

    public String problemOf(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::message)
                .findFirst()
                .orElse("");
    }
}
