package org.goldenthread.returns.check.ssda903;

import java.util.List;

/** Every rule of the SSDA903, in the order of the department's list. */
public final class Ssda903Rules {
    private static final List<Rule> ALL = load();

    private Ssda903Rules() {}

    /** Every rule in every form that it had since 2022-23. */
    public static List<Rule> listAll() {
        return ALL;
    }

    /** Rules in force in a collection year, by its end: 2026 is 2025-26. */
    public static List<Rule> list(int year) {
        return ALL.stream().filter(rule -> rule.isInForce(year)).toList();
    }

    private static List<Rule> load() {
        RuleBook book = new RuleBook();
        Rules100.addTo(book);
        Rules141.addTo(book);
        Rules164.addTo(book);
        Rules180.addTo(book);
        Rules192.addTo(book);
        Rules218.addTo(book);
        Rules231.addTo(book);
        Rules351.addTo(book);
        Rules374.addTo(book);
        Rules197a.addTo(book);
        Rules406.addTo(book);
        Rules451.addTo(book);
        Rules517.addTo(book);
        Rules551.addTo(book);
        Rules564.addTo(book);
        Rules601.addTo(book);
        Rules702.addTo(book);
        Rules1000.addTo(book);
        RulesInt.addTo(book);
        RulesSw.addTo(book);
        return book.list();
    }
}
