package org.goldenthread.returns.correct;

import org.jspecify.annotations.Nullable;

/** A change does not fit what the return now holds, for somebody else changed it first, or it cannot be made. Nothing was changed. */
public final class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable RowId row;
    private final String now;

    ConflictException(String message, @Nullable RowId row, String now) {
        super(message);
        this.row = row;
        this.now = now;
    }

    /** Somebody else changed the return between its being read and this change. */
    public static ConflictException madeMeanwhile() {
        return new ConflictException(
                "Somebody else changed this return at the same moment. Nothing of yours was changed. Do it again.",
                null,
                "");
    }

    /** The row that it is about; null where there is none. */
    public @Nullable RowId row() {
        return row;
    }

    /** What the cell holds now; empty where it is not about a cell. */
    public String now() {
        return now;
    }
}
