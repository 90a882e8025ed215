package org.goldenthread.returns.write.daily;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.goldenthread.snapshot.Identity;
import org.goldenthread.snapshot.Snapshot;

/**
 * What the Department for Education's daily collection takes of the children of a snapshot.
 *
 * <p>A child is of it who has a referral, an assessment, a plan, an enquiry, an episode of care, a score or a care leaver's record; a person
 * whom the snapshot merely names is not. Keys of referrals, plans and the rest are the snapshot's pseudonyms, which stay the same from one
 * snapshot to the next. Postcodes are not sent: a snapshot holds their first half alone.
 *
 * @param children those who can be sent, in the order of their pseudonyms
 * @param cannotBeSent children who cannot be sent, and why
 * @param leftOut values of children who are sent that the schema does not allow
 */
public record DailyPayload(List<DailyChild> children, List<DailyRefusal> cannotBeSent, List<DailyRefusal> leftOut) {
    private static final Pattern CHILD_ID = Pattern.compile("[A-Za-z0-9]{1,20}");

    public DailyPayload {
        children = List.copyOf(children);
        cannotBeSent = List.copyOf(cannotBeSent);
        leftOut = List.copyOf(leftOut);
    }

    /** Reads a snapshot. What is read names children: whoever asks has to have the right to, and has to record that they asked. */
    public static DailyPayload of(Snapshot snapshot) {
        SchemaValues values = new SchemaValues();
        Map<String, ChildRecord> records = new PayloadReader(snapshot, values).read();
        Map<String, String> ids = firstOfKind(snapshot, Identity.COUNCIL_ID);
        List<DailyChild> children = new ArrayList<>();
        List<DailyRefusal> cannot = new ArrayList<>();
        new TreeMap<>(records).forEach((person, record) -> {
            String id = ids.get(person);
            if (id == null) {
                cannot.add(new DailyRefusal(
                        person,
                        "The snapshot does not hold the child's identifier.",
                        "If the child was erased, that is as it should be; otherwise load the returns again."));
            } else if (!CHILD_ID.matcher(id).matches()) {
                cannot.add(new DailyRefusal(
                        person,
                        "The child's identifier is not made of 1 to 20 letters and figures, as the collection wants it.",
                        "Give the child an identifier of letters and figures in your system."));
            } else {
                children.add(new DailyChild(person, id, Json.canonical(record.toObject(id))));
            }
        });
        return new DailyPayload(children, cannot, values.leftOut());
    }

    /** The identifier or name of a kind by person; of several, the first in the order of the alphabet. */
    static Map<String, String> firstOfKind(Snapshot snapshot, String kind) {
        Map<String, String> first = new HashMap<>();
        for (Identity identity : snapshot.identities().listOfKind(kind)) {
            first.merge(identity.person(), identity.value(), (one, two) -> one.compareTo(two) <= 0 ? one : two);
        }
        return first;
    }
}
