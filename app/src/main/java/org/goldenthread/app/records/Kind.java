package org.goldenthread.app.records;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a Java record a kind of record: its components are the columns of its table and the questions of its form. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Kind {

    /** Its name in addresses and in the pathway, such as {@code case-note}; its table is called the same, with underscores. */
    String id();

    /** What one is called, such as "Social work assessment". */
    String title();

    /** What several are called. */
    String plural();

    /** The kinds of record that it may be begun from; none where it stands alone. */
    String[] follows() default {};

    /** Whether one that may be begun from another record is begun by itself too. */
    boolean aloneToo() default false;

    /** Whether it may belong to a record of whatever kind, or to the person alone. */
    boolean followsAny() default false;

    /** The events that it makes besides those of its pathway's moves. */
    String[] events() default {};

    /** The right that it takes to write it. */
    String right() default "WRITE_RECORDS";

    /** Whether it may be recorded for several people in one go. */
    boolean together() default false;

    /** Whether one is begun from the person's page by itself. */
    boolean offered() default true;

    /** Whether it is of the social care file, which those who give early help do not see. */
    boolean socialCare() default true;

    /**
     * Whether one of the social care file is outside it where it belongs to what early help recorded. The database says which those are; whoever
     * sees one there may write it.
     */
    boolean openWithItsRecord() default false;

    /**
     * The kind of restriction, as it is called, under which alone it is written and seen, by those named there; empty for none. Its policies
     * are its migration's.
     */
    String restricted() default "";

    /** Whether it is written on pages of its own, and so not through the common form. */
    boolean ownPages() default false;
}
