package org.goldenthread.app.records;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a component is asked for. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Ask {

    /** The question, or what it is called. */
    String value();

    String hint() default "";

    /** The heading that it comes under, where a new one begins; empty to stay under the one before. */
    String section() default "";

    /** Whether nothing can be saved without it. Ask for little: what practice does not need at once can wait for the move. */
    boolean needed() default false;

    /** Whether it is written in sentences. */
    boolean prose() default false;

    /** The statutory code list that it is chosen from, such as {@code cin ReferralSource}; empty for none. */
    String codes() default "";

    /** Whether a new record begins with today's date. */
    boolean today() default false;

    /** The field of the record that it follows, whose answer a new record begins with; empty for none. */
    String from() default "";

    /**
     * The field, and after it the answers to that field, with which alone this is asked, such as {@code kind P1}; empty to ask it always. Where it
     * is answered already it is shown whatever the other says, and without JavaScript too: the record must say itself what does not fit.
     */
    String onlyWith() default "";

    /** Whether it is the child's own voice, which the story of the child begins with. */
    boolean voice() default false;
}
