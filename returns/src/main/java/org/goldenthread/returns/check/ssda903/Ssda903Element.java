package org.goldenthread.returns.check.ssda903;

import java.util.ArrayList;
import java.util.List;

/** An element of a return in XML with what it holds, kept for one child at a time. */
final class Ssda903Element {
    private final String name;
    private final int line;
    private String text = "";
    private List<Ssda903Element> children = List.of();

    Ssda903Element(String name, int line) {
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
        text = text.isEmpty() ? more : text + more;
    }

    void add(Ssda903Element child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(8);
        }
        children.add(child);
    }

    /** Its own text exactly as in the file. */
    String text() {
        return text;
    }

    List<Ssda903Element> children() {
        return children;
    }
}
