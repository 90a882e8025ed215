package org.goldenthread.returns.write.census;

import java.util.List;

/**
 * An element of a census.
 *
 * @param name of the element, such as {@code CINdetails}
 * @param text that it holds itself; empty where it holds only others
 * @param children the elements that it holds
 */
public record Tag(String name, String text, List<Tag> children) {
    public Tag {
        children = List.copyOf(children);
    }
}
