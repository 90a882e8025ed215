package org.goldenthread.app.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.goldenthread.app.records.Kept;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.Records;
import org.goldenthread.app.records.Remarks;
import org.springframework.stereotype.Component;

/** Says where information is shared what the family agreed to, as it stands today. */
@Component
class SharingRemarks implements Remarks {

    /** The kinds of record in which agencies share, or are asked to. */
    private static final Set<String> SHARING =
            Set.of("contact", "agency-share", "strategy-discussion", "conference", "core-group", "review-conference");

    private final Records records;
    private final RecordTypes types;

    SharingRemarks(Records records, RecordTypes types) {
        this.records = records;
        this.types = types;
    }

    @Override
    public List<String> of(Kept<?> record) {
        if (!SHARING.contains(record.type().id())) {
            return List.of();
        }
        List<String> remarks = new ArrayList<>();
        for (Kept<SharingConsent> kept : records.listOf(types.getType(SharingConsent.class), record.person())) {
            if (kept.content().holdsOn(records.today())) {
                remarks.add("Sharing information: " + kept.content().scope(records.today()));
            }
        }
        return remarks;
    }
}
