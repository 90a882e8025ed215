package org.goldenthread.measures.engine;

import org.goldenthread.measures.catalogue.Measure;

/** A measure whose query the engine could not run. */
public final class MeasureFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MeasureFailedException(Measure measure, Throwable cause) {
        super(
                "The measure '" + measure.id() + "' (" + measure.file() + ") could not be run: " + cause.getMessage()
                        + " Correct its query.",
                cause);
    }
}
