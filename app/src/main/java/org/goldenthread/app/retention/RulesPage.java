package org.goldenthread.app.retention;

import java.util.List;

/** How long records are kept, by law and by the council's own setting. */
public record RulesPage(List<Line> lines, boolean plans, String problem, String problemOf) {

    /** @param set when and why the council set it; empty where it did not */
    public record Line(String id, String title, String words, String law, boolean ofLaw, int years, String set) {}
}
