package org.goldenthread.core.figures;

/** What a figure's place in a table holds, and if it is no number, why. */
public enum FigureState {
    /** A settled number. */
    VALUE("value"),
    /** A number that its source says may still change. */
    PROVISIONAL("provisional"),
    /** The period has ended and its publisher has not yet published the number. */
    AWAITING_PUBLICATION("awaiting publication"),
    /** The period lies after the last day that the loaded data cover. */
    NOT_YET("not yet"),
    /** No loaded source holds what the measure counts; {@link Figure#reason()} names the source it needs. */
    NOT_COLLECTED("not collected"),
    /** The measure has no meaning for the period, such as a quarterly measure between quarter ends or a ratio over nothing. */
    NOT_APPLICABLE("not applicable"),
    /** There is a number, and it may not be shown here because it would tell of a person. */
    SUPPRESSED("suppressed");

    private final String label;

    FigureState(String label) {
        this.label = label;
    }

    /** The state as it is written in JSON, CSV and beside an empty cell. */
    public String label() {
        return label;
    }

    /** Whether a figure in this state carries a number that may be shown. */
    public boolean hasValue() {
        return this == VALUE || this == PROVISIONAL;
    }

    /**
     * The state written as {@code label}.
     *
     * @throws IllegalArgumentException if no state has that label
     */
    public static FigureState of(String label) {
        for (FigureState state : values()) {
            if (state.label.equals(label)) {
                return state;
            }
        }
        throw new IllegalArgumentException("No figure state is written '" + label + "'.");
    }
}
