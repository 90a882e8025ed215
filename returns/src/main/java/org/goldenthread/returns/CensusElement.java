package org.goldenthread.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goldenthread.returns.write.given.GivenElement;

/** An element of a census file with what it holds, kept for one child at a time. */
final class CensusElement implements GivenElement {
    private final String name;
    private final int line;
    private String text = "";
    private List<CensusElement> children = List.of();

    CensusElement(String name, int line) {
        this.name = name;
        this.line = line;
    }

    @Override
    public String name() {
        return name;
    }

    int line() {
        return line;
    }

    /** Space alone is dropped: a census has a million elements, and most of their text is the space between others. */
    void append(String more) {
        if (!more.isBlank()) {
            text = text + more;
        }
    }

    void add(CensusElement child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        children.add(child);
    }

    /** Its own text without the space around it. */
    @Override
    public String text() {
        return text.strip();
    }

    @Override
    public List<CensusElement> children() {
        return children;
    }

    List<CensusElement> list(String childName) {
        List<CensusElement> named = new ArrayList<>();
        for (CensusElement child : children) {
            if (child.name.equals(childName)) {
                named.add(child);
            }
        }
        return named;
    }

    Optional<CensusElement> find(String childName) {
        for (CensusElement child : children) {
            if (child.name.equals(childName)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** The text of the first child of that name, blank where there is none. */
    String text(String childName) {
        return find(childName).map(CensusElement::text).orElse("");
    }
}
