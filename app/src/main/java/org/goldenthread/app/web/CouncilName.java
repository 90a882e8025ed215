package org.goldenthread.app.web;

/** Whose system this is. */
public interface CouncilName {

    /** The council's name; the product's own name until returns have been loaded. */
    String name();
}
