package org.goldenthread.app.scorecard;

import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.FigureState;
import org.goldenthread.core.figures.Rating;
import org.goldenthread.measures.scorecard.Indicator;

/** Whether a public indicator hides something. */
public final class Hiding {

    private Hiding() {}

    public static boolean hidesAnything(Indicator indicator) {
        return indicator.rating() == Rating.SUPPRESSED
                || isHidden(indicator.current())
                || isHidden(indicator.yearToDate())
                || indicator.months().stream().anyMatch(Hiding::isHidden)
                || indicator.earlierYears().stream().anyMatch(Hiding::isHidden);
    }

    static boolean isHidden(Figure figure) {
        return figure.state() == FigureState.SUPPRESSED;
    }
}
