package org.goldenthread.returns.write.ssda903;

import java.util.ArrayList;
import java.util.List;
import org.goldenthread.returns.check.Refusal;

/** What a return says and its XML cannot. */
final class XmlRefusals {
    private final List<Refusal> refusals = new ArrayList<>();

    void add(XmlChildren.Line line, String problem, String action) {
        refusals.add(new Refusal(
                Ssda903CsvWriter.fileName(line.table()),
                line.line(),
                line.table().label() + " row " + line.number() + ": " + problem,
                action));
    }

    List<Refusal> list() {
        return List.copyOf(refusals);
    }
}
