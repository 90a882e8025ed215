package org.goldenthread.returns.write.census;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.write.XmlOutput;

/**
 * Writes a children in need census, a child at a time, its elements in the order that the schema of the year wants. Elements that the
 * schema does not know come last within theirs, and text between elements first: nothing is left out for being wrong.
 */
public final class CensusXmlWriter {
    private static final String FILE = "census.xml";

    private final XmlOutput out;
    private final CensusOrder order;
    private final List<Refusal> refusals = new ArrayList<>();

    private CensusXmlWriter(XmlOutput out, CensusOrder order) {
        this.out = out;
        this.order = order;
    }

    /**
     * Writes a census.
     *
     * @param header the Header element
     * @param children the Child elements; taken one after another, so they need not be in memory together
     * @param year collection year by its end: 2026 is 2025-26
     * @param stream is left open
     * @return what XML cannot hold and was left out; empty where all was written
     */
    public static List<Refusal> write(Tag header, Iterable<Tag> children, int year, OutputStream stream)
            throws IOException {
        try (XmlOutput out = new XmlOutput(stream)) {
            CensusXmlWriter writer = new CensusXmlWriter(out, CensusOrder.of(year));
            out.start("Message");
            writer.write(header, "the Header");
            out.start("Children");
            int number = 0;
            for (Tag child : children) {
                number++;
                writer.write(child, "child " + number);
            }
            out.end();
            out.end();
            return List.copyOf(writer.refusals);
        }
    }

    private void write(Tag tag, String whose) throws IOException {
        if (!XmlOutput.isName(tag.name())) {
            refuse("In " + whose + " there is an element whose name XML does not allow; it was left out.");
            return;
        }
        String text = tag.text();
        if (!XmlOutput.canHold(text)) {
            refuse("In " + whose + " the element " + tag.name()
                    + " holds a control character, which XML cannot hold; its text was left out.");
            text = "";
        }
        if (tag.children().isEmpty()) {
            out.element(tag.name(), text);
            return;
        }
        out.start(tag.name());
        if (!text.isEmpty()) {
            out.text(text);
        }
        for (Tag child : order.sort(tag)) {
            write(child, whose);
        }
        out.end();
    }

    private void refuse(String problem) {
        refusals.add(new Refusal(FILE, null, problem, "Enter it anew in the case system, and export again."));
    }
}
