package org.goldenthread.app.audit;

/**
 * One place where the chain is broken.
 *
 * @param seal number of the seal that is broken by it
 * @param words what was found, as one sentence
 */
public record ChainFault(Kind kind, long seal, String words) {

    /** How it is broken. */
    public enum Kind {
        ENTRY_CHANGED("An entry was changed"),
        ENTRY_MISSING("An entry is missing"),
        ENTRY_ADDED("An entry was added into a sealed range"),
        SEAL_CHANGED("A seal was changed"),
        SEAL_MISSING("A seal is missing");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
