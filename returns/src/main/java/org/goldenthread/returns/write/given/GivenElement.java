package org.goldenthread.returns.write.given;

import java.util.List;

/** An element of a census as it was read. */
public interface GivenElement {
    String name();

    /** Its own text without the space around it; empty where it has none. */
    String text();

    List<? extends GivenElement> children();
}
