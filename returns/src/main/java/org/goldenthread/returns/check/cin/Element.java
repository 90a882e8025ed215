package org.goldenthread.returns.check.cin;

import java.util.ArrayList;
import java.util.List;

/** An element of a census file with what it holds, kept for one child at a time. */
final class Element {
    private final String name;
    private final int line;
    private String text = "";
    private List<Element> children = List.of();

    Element(String name, int line) {
        this.name = name;
        this.line = line;
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    /** The parser gives a text in pieces, of which one may be space alone. */
    void append(String more) {
        text = text.isEmpty() ? more : text + more;
    }

    void add(Element child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        children.add(child);
    }

    /** Its own text exactly as in the file; empty where it is space alone. */
    String text() {
        return text.isBlank() ? "" : text;
    }

    int length() {
        return text.length();
    }

    List<Element> children() {
        return children;
    }

    List<Element> list(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }
}
