package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.write.given.GivenRow;

/**
 * One children in need census file.
 *
 * @param source key of the source
 * @param year the collection year
 * @param last the last day that it can speak of
 * @param given its header and children as they were given, those that could not be used among them
 */
record Census(String source, CollectionYear year, LocalDate last, List<Child> children, List<GivenRow> given) {
    Census {
        given = List.copyOf(given);
        children = List.copyOf(children);
    }

    /** A child of a census: the elements that say who it is, and its referrals. */
    record Child(String id, String source, CensusElement element, List<CensusReferral> referrals) {
        Child {
            referrals = List.copyOf(referrals);
        }

        /** Who the child is. */
        CensusElement identifiers() {
            return element.find("ChildIdentifiers").orElse(element);
        }

        /** Ethnicity and disabilities. */
        CensusElement characteristics() {
            return element.find("ChildCharacteristics").orElse(element);
        }
    }
}
