package org.goldenthread.app.frontdoor;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Kept;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.Records;
import org.goldenthread.app.records.Remarks;
import org.goldenthread.app.records.Words;
import org.springframework.stereotype.Component;

/** Sees that a contact or a referral is a repeat: another was received in the 12 months before. */
@Component
class RepeatContacts implements Remarks {

    private final Records records;
    private final RecordTypes types;

    RepeatContacts(Records records, RecordTypes types) {
        this.records = records;
        this.types = types;
    }

    @Override
    public List<String> of(Kept<?> record) {
        return switch (record.content()) {
            case Contact contact ->
                remark(
                        "contact",
                        records.listOf(types.getType(Contact.class), record.person()).stream()
                                .filter(each -> !each.id().equals(record.id()))
                                .map(each -> each.content().received())
                                .filter(day -> isWithinYearBefore(day, contact.received()))
                                .toList());
            case Referral referral ->
                remark(
                        "referral",
                        records.listOf(types.getType(Referral.class), record.person()).stream()
                                .filter(each -> !each.id().equals(record.id()))
                                .map(each -> each.content().received())
                                .filter(day -> isWithinYearBefore(day, referral.received()))
                                .toList());
            default -> List.of();
        };
    }

    /** As re-referrals are counted: within 12 months, the same day a year before among them. */
    private static boolean isWithinYearBefore(LocalDate before, LocalDate day) {
        return !before.isAfter(day) && !before.isBefore(day.minusMonths(12));
    }

    private static List<String> remark(String what, List<LocalDate> before) {
        if (before.isEmpty()) {
            return List.of();
        }
        LocalDate last = before.stream().max(LocalDate::compareTo).orElseThrow();
        return List.of("Repeat: " + (before.size() == 1 ? "another " + what : before.size() + " other " + what + "s")
                + " in the 12 months before, the last on " + Words.day(last));
    }
}
