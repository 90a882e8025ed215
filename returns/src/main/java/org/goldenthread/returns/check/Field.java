package org.goldenthread.returns.check;

/** A field of a return, named as the Department for Education names it. An enum of each return implements it. */
public interface Field {
    /** The field's name, such as {@code DECOM}. */
    String name();

    int ordinal();
}
