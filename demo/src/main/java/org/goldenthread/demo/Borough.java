package org.goldenthread.demo;

import java.util.List;

/** A made-up borough: the lives of the children whom its services know. */
public final class Borough {
    private final DemoOptions options;
    private final List<Person> people;
    private final ProviderRegister register;

    private Borough(DemoOptions options, List<Person> people, ProviderRegister register) {
        this.options = options;
        this.people = people;
        this.register = register;
    }

    /** Makes up a borough; the same options give the same borough. */
    public static Borough generate(DemoOptions options) {
        BoroughHistory history = new BoroughHistory(options);
        return new Borough(options, history.live(), history.register());
    }

    public DemoOptions options() {
        return options;
    }

    ProviderRegister register() {
        return register;
    }

    List<Person> people() {
        return people;
    }
}
