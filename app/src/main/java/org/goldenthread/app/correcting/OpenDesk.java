package org.goldenthread.app.correcting;

import org.goldenthread.returns.correct.Desk;

/** A desk with how many sets of changes are on it. */
final class OpenDesk {
    private final Desk desk;
    private int sets;

    OpenDesk(Desk desk, int sets) {
        this.desk = desk;
        this.sets = sets;
    }

    Desk desk() {
        return desk;
    }

    int sets() {
        return sets;
    }

    void addSet() {
        sets++;
    }
}
