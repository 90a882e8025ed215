package org.goldenthread.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An element of a census file with what it holds, kept for one child at a time. */
final class CensusElement {
    private final String name;
    private final int line;
    private final StringBuilder text = new StringBuilder();
    private final List<CensusElement> children = new ArrayList<>();

    CensusElement(String name, int line) {
        this.name = name;
        this.line = line;
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    void append(String more) {
        text.append(more);
    }

    void add(CensusElement child) {
        children.add(child);
    }

    /** Its own text without the space around it. */
    String text() {
        return text.toString().strip();
    }

    List<CensusElement> children() {
        return children;
    }

    List<CensusElement> list(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    Optional<CensusElement> find(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).findFirst();
    }

    /** The text of the first child of that name, blank where there is none. */
    String text(String childName) {
        return find(childName).map(CensusElement::text).orElse("");
    }
}
