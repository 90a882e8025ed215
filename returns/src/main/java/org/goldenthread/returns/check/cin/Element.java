package org.goldenthread.returns.check.cin;

import java.util.ArrayList;
import java.util.List;

/** An element of a census file with what it holds. Checking keeps those of one child at a time, correcting all of them. */
public final class Element {
    private final String name;
    private final int line;
    private String text = "";
    private List<Element> children = List.of();

    /** @param line that it begins on; nought for one that is in no file */
    public Element(String name, int line) {
        this.name = name;
        this.line = line;
    }

    public String name() {
        return name;
    }

    public int line() {
        return line;
    }

    /** The parser gives a text in pieces, of which one may be space alone. */
    public void append(String more) {
        text = text.isEmpty() ? more : text + more;
    }

    public void add(Element child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        children.add(child);
    }

    /** Its own text exactly as in the file; empty where it is space alone. */
    public String text() {
        return text.isBlank() ? "" : text;
    }

    int length() {
        return text.length();
    }

    public List<Element> children() {
        return children;
    }

    public List<Element> list(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    /** Puts a text in place of its own. */
    public void replaceText(String now) {
        text = now;
    }

    /** Puts an element among what it holds, at a place from nought. */
    public void insert(int place, Element child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        children.add(place, child);
    }

    public void remove(Element child) {
        if (!children.isEmpty()) {
            children.removeIf(one -> one == child);
        }
    }
}
