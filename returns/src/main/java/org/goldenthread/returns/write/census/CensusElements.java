package org.goldenthread.returns.write.census;

import java.util.List;
import org.goldenthread.returns.check.cin.CensusReturn;
import org.goldenthread.returns.check.cin.Element;
import org.goldenthread.returns.write.XmlOutput;

/** A census as it is read from the file that {@link CensusXmlWriter} writes, without the file. */
public final class CensusElements {
    private final CensusOrder order;

    private CensusElements(CensusOrder order) {
        this.order = order;
    }

    /**
     * @param header the Header element
     * @param children the Child elements
     * @param year collection year by its end: 2026 is 2025-26
     */
    public static CensusReturn read(Tag header, List<Tag> children, int year) {
        CensusElements elements = new CensusElements(CensusOrder.of(year));
        return CensusReturn.of(
                elements.of(header), children.stream().map(elements::of).toList(), year);
    }

    private Element of(Tag tag) {
        Element element = new Element(tag.name(), 0);
        // What XML cannot hold is not written, and so not read.
        if (XmlOutput.canHold(tag.text())) {
            element.append(tag.text());
        }
        for (Tag child : order.sort(tag)) {
            element.add(of(child));
        }
        return element;
    }
}
