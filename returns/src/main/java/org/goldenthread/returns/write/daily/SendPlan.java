package org.goldenthread.returns.write.daily;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What there is to send: each child who is new or has changed since the last accepted sending, and each who is to be purged.
 *
 * @param items purges first, for what has to be taken away waits for nothing
 */
record SendPlan(List<Item> items, int added, int changed, int unchanged, int toPurge) {
    /**
     * One child to send.
     *
     * @param name keyed name of the child
     * @param after what the state is to say once it is accepted
     */
    record Item(String name, String json, SendState.Entry after, boolean purge) {}

    static SendPlan of(DailyPayload payload, SendState state, StateSeal seal) {
        List<Item> purges = new ArrayList<>();
        List<Item> sent = new ArrayList<>();
        Set<String> present = new HashSet<>();
        int added = 0;
        int unchanged = 0;
        for (DailyChild child : payload.children()) {
            String name = seal.nameOf(child.id());
            String hash = seal.hashOf(child.json());
            present.add(name);
            SendState.Entry before = state.find(name);
            if (before != null && before.hash().equals(hash)) {
                unchanged++;
                continue;
            }
            added += before == null ? 1 : 0;
            sent.add(new Item(name, child.json(), new SendState.Entry(hash, seal.seal(child.id(), name)), false));
        }
        state.entries().forEach((name, entry) -> {
            if (!present.contains(name)) {
                Map<String, Object> purge = new TreeMap<>();
                purge.put("la_child_id", seal.open(entry.sealedId(), name));
                purge.put("purge", true);
                purges.add(new Item(name, Json.canonical(purge), entry, true));
            }
        });
        List<Item> items = new ArrayList<>(purges);
        items.addAll(sent);
        return new SendPlan(List.copyOf(items), added, sent.size() - added, unchanged, purges.size());
    }
}
