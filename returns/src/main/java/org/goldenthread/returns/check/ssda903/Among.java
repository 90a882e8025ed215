package org.goldenthread.returns.check.ssda903;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * Questions asked of a few rows. Checks ask them of every child, so they are plain loops: setting up a stream takes longer than looking at
 * the two or three rows that most children have.
 */
final class Among {
    private Among() {}

    static <T> boolean any(Collection<T> some, Predicate<? super T> wanted) {
        for (T one : some) {
            if (wanted.test(one)) {
                return true;
            }
        }
        return false;
    }

    static <T> boolean none(Collection<T> some, Predicate<? super T> wanted) {
        return !any(some, wanted);
    }

    /** Whether each of them is; true of none at all. */
    static <T> boolean all(Collection<T> some, Predicate<? super T> wanted) {
        for (T one : some) {
            if (!wanted.test(one)) {
                return false;
            }
        }
        return true;
    }

    /** Those that are, in their order. */
    static <T> List<T> filter(Collection<T> some, Predicate<? super T> wanted) {
        List<T> found = List.of();
        for (T one : some) {
            if (wanted.test(one)) {
                if (found.isEmpty()) {
                    found = new ArrayList<>(2);
                }
                found.add(one);
            }
        }
        return found;
    }
}
