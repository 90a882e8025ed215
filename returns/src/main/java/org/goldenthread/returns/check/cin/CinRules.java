package org.goldenthread.returns.check.cin;

import java.util.Comparator;
import java.util.List;

/** Every rule of the children in need census, in the order of the department's list. */
public final class CinRules {
    private static final List<CinRule> ALL = load();

    private CinRules() {}

    /** Every rule in every form that it had since 2022-23. Those of 2026-27 that are new are provisional, and say so. */
    public static List<CinRule> listAll() {
        return ALL;
    }

    /** Rules in force in a collection year, by its end: 2026 is 2025-26. */
    public static List<CinRule> list(int year) {
        return ALL.stream().filter(rule -> rule.isInForce(year)).toList();
    }

    private static List<CinRule> load() {
        CinRuleBook book = new CinRuleBook();
        CinRules1000.addTo(book);
        CinRules2000.addTo(book);
        CinRules4000.addTo(book);
        CinRules8500.addTo(book);
        CinRules8600.addTo(book);
        CinRules8700.addTo(book);
        CinRules8800.addTo(book);
        CinRules8860.addTo(book);
        CinRules8900.addTo(book);
        CinRules9000.addTo(book);
        return book.list().stream()
                .sorted(Comparator.comparingInt(CinRules::number))
                .toList();
    }

    /** The code without the letter of a query. */
    private static int number(CinRule rule) {
        return Integer.parseInt(rule.code().replace("Q", ""));
    }
}
