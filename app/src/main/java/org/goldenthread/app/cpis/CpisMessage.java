package org.goldenthread.app.cpis;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the NHS says back. */
sealed interface CpisMessage {

    /**
     * What became of a file (REPC_MT000003GB01).
     *
     * @param file the number of the file; -1 where the NHS could not read it
     * @param failed how many records it says that it did not take
     * @param records the records that it returns, in its order
     */
    record Acknowledgement(long file, List<String> fileCodes, List<Detail> details, int failed, List<Returned> records)
            implements CpisMessage {}

    /**
     * What is said of one record.
     *
     * @param further what qualifies the code; empty where nothing does
     * @param location where the record is, as the NHS writes it
     */
    record Detail(String code, String further, String location) {}

    /**
     * A record that came back.
     *
     * @param plans what of it; empty of a valid one, of which the person alone comes back
     */
    record Returned(boolean valid, List<String> nhsNumbers, List<ReturnedPlan> plans) {}

    /** @param start null where it could not be read */
    record ReturnedPlan(CpisKind kind, @Nullable LocalDate start) {}

    /** Settings of the NHS looked (REPC_MT000004GB01). */
    record Accesses(List<Access> accesses) implements CpisMessage {}

    /**
     * One look.
     *
     * @param query the id of the look, which it keeps in every notification
     * @param time of that day in England; null where none is given
     */
    record Access(
            String query,
            String nhsNumber,
            LocalDate day,
            @Nullable LocalTime time,
            String setting,
            String settingCode,
            String by) {}

    /** Numbers that are no longer in use (REPC_MT000005GB01). */
    record InactiveNumbers(String id, LocalDate day, List<Inactive> numbers) implements CpisMessage {}

    /** @param newNumber empty where none is named */
    record Inactive(String nhsNumber, String newNumber) {}
}
