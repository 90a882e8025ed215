package org.goldenthread.core.figures;

/** Where a value has gone since the value it is compared with, and whether that is the better way. */
public enum Direction {
    UP_BETTER("up, better"),
    UP_WORSE("up, worse"),
    UP("up"),
    DOWN_BETTER("down, better"),
    DOWN_WORSE("down, worse"),
    DOWN("down"),
    SAME("no change"),
    /** One of the two values is missing. */
    UNKNOWN("not known"),
    /** The direction would tell something of a hidden number. */
    SUPPRESSED("suppressed");

    private final String label;

    Direction(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /**
     * The direction from one value to a later one.
     *
     * @param change the later value less the earlier
     */
    public static Direction of(java.math.BigDecimal change, Polarity polarity) {
        return switch (Integer.signum(change.signum())) {
            case 0 -> SAME;
            case 1 ->
                switch (polarity) {
                    case HIGH -> UP_BETTER;
                    case LOW -> UP_WORSE;
                    case NEUTRAL -> UP;
                };
            default ->
                switch (polarity) {
                    case HIGH -> DOWN_WORSE;
                    case LOW -> DOWN_BETTER;
                    case NEUTRAL -> DOWN;
                };
        };
    }
}
