package org.goldenthread.app.cpis;

import java.time.LocalDate;

/**
 * Under whom a plan is told: the child, or an unborn child's mother.
 *
 * @param nhsNumber ten digits that pass their check
 * @param localNumber the council's number for them
 */
record CpisSubject(String nhsNumber, String localNumber, String givenName, String familyName, LocalDate born) {

    /** Hidden, so that nobody ends up in a log. */
    @Override
    public String toString() {
        return "CpisSubject[hidden]";
    }
}
