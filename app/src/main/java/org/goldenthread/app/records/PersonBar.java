package org.goldenthread.app.records;

import java.util.List;
import java.util.UUID;

/**
 * Who a page is about: shown at the top of every page of a person, and on every print.
 *
 * @param born date of birth and age, or the expected date, in words
 * @param number the council's own number
 * @param nhsNumber with its gaps; empty where it is not known
 * @param alerts what whoever opens the file must know at once
 * @param workers who works with the person, by post and team
 * @param socialCare whether whoever reads sees what social care recorded too
 */
public record PersonBar(
        UUID id,
        String name,
        String born,
        String number,
        String nhsNumber,
        List<String> alerts,
        List<String> workers,
        boolean socialCare) {

    public PersonBar {
        alerts = List.copyOf(alerts);
        workers = List.copyOf(workers);
    }

    public String address() {
        return "/people/" + id;
    }

    /** A person named beside another, such as a brother. */
    public record Relative(UUID id, String name, String relationship) {}
}
