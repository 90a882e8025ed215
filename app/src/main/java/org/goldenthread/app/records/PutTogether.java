package org.goldenthread.app.records;

import java.util.HashMap;
import java.util.Map;

/**
 * What two people made of one record: what only one of them changed is taken, and what both changed stands side by side.
 *
 * @param answers of the form, with one's own where both changed the same
 * @param theirs what the other saved, in words, by the fields that both changed
 */
record PutTogether(Map<String, String> answers, Map<String, String> theirs) {

    /**
     * @param read the version that was read before typing
     * @param now the version that the other saved since
     * @param typed what was typed
     */
    static PutTogether of(Kept<?> read, Kept<?> now, Map<String, String> typed) {
        Map<String, String> answers = new HashMap<>(typed);
        Map<String, String> theirs = new HashMap<>();
        for (Field field : now.type().fields()) {
            String before = SentForm.normal(field.text(read.content()));
            String other = SentForm.normal(field.text(now.content()));
            String own = SentForm.normal(typed.getOrDefault(field.name(), ""));
            if (other.equals(before) || own.equals(other)) {
                continue;
            }
            if (own.equals(before)) {
                answers.put(field.name(), other);
            } else {
                theirs.put(field.name(), field.words(now.content()));
            }
        }
        return new PutTogether(answers, theirs);
    }
}
