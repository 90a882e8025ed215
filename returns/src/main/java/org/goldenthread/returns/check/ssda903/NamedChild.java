package org.goldenthread.returns.check.ssda903;

/** Checks that compare rows of one child with each other, which rows without a child's identifier are not. */
final class NamedChild {
    private NamedChild() {}

    /** The check, passing over the rows that belong to nobody. */
    static Rule.ChildCheck only(Rule.ChildCheck check) {
        return (child, report) -> {
            if (!child.id().isEmpty()) {
                check.check(child, report);
            }
        };
    }
}
