package org.goldenthread.app.cpis;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A setting of the NHS, such as an emergency department, looked at what CP-IS has of the child. It is made of the NHS's notification and
 * typed by nobody; whoever works with the child marks it as read.
 *
 * @param lookedAt the time of that day in England; null where the NHS gave none
 * @param settingCode of the organisation, as the NHS gave it
 * @param lookedBy name and role of whoever looked, as the NHS gave them
 */
@Kind(
        id = "nhs-access",
        title = "NHS setting looked at CP-IS",
        plural = "NHS settings that looked at CP-IS",
        offered = false,
        ownPages = true,
        events = {"nhs-looked"})
record NhsAccess(
        @Ask(value = "Looked on", needed = true) LocalDate looked,
        @Ask("At") @Nullable LocalTime lookedAt,
        @Ask(value = "Setting", needed = true) String setting,
        @Ask("Its organisation code") String settingCode,
        @Ask("Who looked") String lookedBy,

        @Ask(value = "Looked under the NHS number of", needed = true)
        NumberOf underNumberOf)
        implements Content {

    @Override
    public String summary() {
        return setting + " looked at CP-IS";
    }

    @Override
    public List<Happening> happenings() {
        return List.of(new Happening("nhs-looked", looked, lookedAt, false, summary()));
    }
}
