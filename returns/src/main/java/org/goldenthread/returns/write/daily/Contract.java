package org.goldenthread.returns.write.daily;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a receiver of children's data wants of a sending: the sending itself is the same for all.
 *
 * @param receiver what the receiver is called in messages, such as {@code collection}
 * @param path after the receiver's address, with {@code {authority}} where the council's number goes
 * @param purpose of the keys that make the state file unreadable; each contract has its own
 * @param removal what is sent, as JSON, so that the receiver forgets the thing of an id
 */
public record Contract(String receiver, String path, String purpose, Function<String, String> removal) {
    /** The Department for Education's daily collection. */
    static final Contract DAILY = new Contract(
            "collection",
            "/children_social_care_data/{authority}/children",
            "daily collection",
            id -> removal("la_child_id", id, "purge"));

    /** An object that says of which id and, as true, what is to be done with it. */
    public static String removal(String idMember, String id, String removeMember) {
        Map<String, Object> removal = new TreeMap<>();
        removal.put(idMember, id);
        removal.put(removeMember, true);
        return Json.canonical(removal);
    }
}
