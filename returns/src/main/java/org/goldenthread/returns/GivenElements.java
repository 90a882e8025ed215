package org.goldenthread.returns;

import java.util.ArrayList;
import java.util.List;
import org.goldenthread.returns.write.census.Tag;
import org.goldenthread.returns.write.given.GivenRow;
import org.goldenthread.returns.write.given.GivenTag;

/** Keeps the elements of a census as they were given. */
final class GivenElements {
    private GivenElements() {}

    static GivenRow header(CensusElement element, String source) {
        return GivenTag.of(tag(element), source, element.line(), 1, "");
    }

    static GivenRow child(CensusElement element, String child, String source, int number) {
        return GivenTag.of(tag(element), source, element.line(), number, child);
    }

    private static Tag tag(CensusElement element) {
        List<Tag> children = new ArrayList<>(element.children().size());
        for (CensusElement child : element.children()) {
            children.add(tag(child));
        }
        return new Tag(element.name(), element.text(), children);
    }
}
