package org.goldenthread.demo;

import java.util.List;

/** A made-up borough: the lives of the children whom its services know. */
public final class Borough {
    private final DemoOptions options;
    private final List<Person> people;

    private Borough(DemoOptions options, List<Person> people) {
        this.options = options;
        this.people = people;
    }

    /** Makes up a borough; the same options give the same borough. */
    public static Borough generate(DemoOptions options) {
        return new Borough(options, new BoroughHistory(options).live());
    }

    public DemoOptions options() {
        return options;
    }

    List<Person> people() {
        return people;
    }
}
