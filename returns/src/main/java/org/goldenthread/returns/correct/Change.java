package org.goldenthread.returns.correct;

import java.util.Map;

/** One change of a return. Each says what was before it, so that it can be undone and cannot be made over another's unseen. */
public sealed interface Change {
    RowId row();

    /** The change that takes this one back. */
    Change reversed();

    /**
     * A cell was changed.
     *
     * @param field as the department names it
     * @param before the text letter by letter; empty where blank
     */
    record Edited(RowId row, String field, String before, String after) implements Change {
        @Override
        public Change reversed() {
            return new Edited(row, field, after, before);
        }
    }

    /**
     * A row was added.
     *
     * @param within the record that it is part of, such as an assessment's referral; empty where the table stands by itself
     * @param texts by field; blank fields may be left out
     */
    record Added(RowId row, String within, Map<String, String> texts) implements Change {
        public Added {
            texts = Map.copyOf(texts);
        }

        @Override
        public Change reversed() {
            return new Removed(row, within, texts);
        }
    }

    /** A row was removed; the parameters are as for {@link Added}. */
    record Removed(RowId row, String within, Map<String, String> texts) implements Change {
        public Removed {
            texts = Map.copyOf(texts);
        }

        @Override
        public Change reversed() {
            return new Added(row, within, texts);
        }
    }
}
