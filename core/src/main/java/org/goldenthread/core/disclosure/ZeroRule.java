package org.goldenthread.core.disclosure;

/** Whether a count of nought may be shown. */
public enum ZeroRule {
    /** Nought is shown, as in the DfE's statistics: it tells of no person. */
    SHOW("show"),
    /** Nought is hidden like a small count, for where "none of them" would itself tell. */
    HIDE("hide");

    private final String key;

    ZeroRule(String key) {
        this.key = key;
    }

    /** The word for it in configuration. */
    public String key() {
        return key;
    }

    static ZeroRule of(String key) {
        for (ZeroRule rule : values()) {
            if (rule.key.equals(key)) {
                return rule;
            }
        }
        throw new IllegalArgumentException(
                "disclosure.zeros is '" + key + "'. It can be 'show' (the usual) or 'hide'.");
    }
}
