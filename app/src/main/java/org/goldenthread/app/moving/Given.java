package org.goldenthread.app.moving;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the files that were given for an area say, as facts of the record's kinds.
 *
 * @param source what they are, such as "children in need census"
 * @param rows how many rows the files have
 * @param refused those of them that are in no fact, each with why; with those read they are the whole of the files
 * @param checked what the rules of the return found in them
 */
record Given(String source, List<Child> children, List<Fact> facts, List<Refused> refused, int rows, Checked checked) {

    Given {
        children = List.copyOf(children);
        facts = List.copyOf(facts);
        refused = List.copyOf(refused);
    }

    /**
     * @param number the council's own id of the child
     * @param expected of a child who was not born when the files were taken
     * @param upnUnknown why there is no UPN
     */
    record Child(
            String number,
            String givenName,
            String familyName,
            @Nullable LocalDate born,
            @Nullable LocalDate expected,
            @Nullable LocalDate died,
            String sex,
            String ethnicity,
            List<String> disabilities,
            String nhsNumber,
            String upn,
            String upnUnknown) {

        Child {
            disabilities = List.copyOf(disabilities);
        }

        /** One of whom nothing is known but the dates, the sex, the ethnicity and the UPN, as in a return. */
        static Child ofReturn(
                String number, @Nullable LocalDate born, String sex, String ethnicity, String upn, String unknown) {
            return new Child(number, "", "", born, null, null, sex, ethnicity, List.of(), "", upn, unknown);
        }
    }

    /** @param line of the file, from 1; nought where it is about the whole file */
    record Refused(String file, int line, String why) {}

    /**
     * What came of checking the files as the return that they are.
     *
     * @param title of the return and its year; empty where the files are no return, so that no rule was run
     * @param rules how many rules ran
     */
    record Checked(String title, int rules, int notRun, List<Finding> findings) {

        /** Files that are no return. */
        static final Checked NOTHING = new Checked("", 0, 0, List.of());

        Checked {
            findings = List.copyOf(findings);
        }
    }

    /**
     * A child in whom a rule found something.
     *
     * @param serious whether the department would refuse the return for it, rather than ask
     */
    record Finding(String rule, boolean serious, String message, String number) {}
}
