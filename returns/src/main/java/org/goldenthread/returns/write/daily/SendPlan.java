package org.goldenthread.returns.write.daily;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What there is to send: each child who is new or has changed since the last accepted sending, and each who is to be purged.
 *
 * @param items purges first, for what has to be taken away waits for nothing
 */
record SendPlan(List<Item> items, int added, int changed, int unchanged, int toPurge) {
    /**
     * One child to send.
     *
     * @param id the identifier that the receiver knows the child by
     * @param name keyed name of the child
     * @param after what the state is to say once it is accepted
     */
    record Item(String id, String name, String json, SendState.Entry after, boolean purge) {}

    /** @param whole whether what has not changed is sent again too */
    static SendPlan of(
            List<DailyChild> children,
            SendState state,
            StateSeal seal,
            Function<String, String> removal,
            boolean whole) {
        List<Item> purges = new ArrayList<>();
        List<Item> sent = new ArrayList<>();
        Set<String> present = new HashSet<>();
        int added = 0;
        int changed = 0;
        int unchanged = 0;
        for (DailyChild child : children) {
            String name = seal.nameOf(child.id());
            String hash = seal.hashOf(child.json());
            present.add(name);
            SendState.Entry before = state.find(name);
            boolean same = before != null && before.hash().equals(hash);
            unchanged += same ? 1 : 0;
            added += before == null ? 1 : 0;
            changed += before == null || same ? 0 : 1;
            if (same && !whole) {
                continue;
            }
            sent.add(new Item(
                    child.id(), name, child.json(), new SendState.Entry(hash, seal.seal(child.id(), name)), false));
        }
        state.entries().forEach((name, entry) -> {
            if (!present.contains(name)) {
                String id = seal.open(entry.sealedId(), name);
                purges.add(new Item(id, name, removal.apply(id), entry, true));
            }
        });
        List<Item> items = new ArrayList<>(purges);
        items.addAll(sent);
        return new SendPlan(List.copyOf(items), added, changed, unchanged, purges.size());
    }
}
