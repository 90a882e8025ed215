package org.goldenthread.app.moving;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the files that were given for an area say, as facts of the record's kinds.
 *
 * @param source what they are, such as "children in need census"
 * @param rows how many rows the files have
 * @param refused those of them that are in no fact, each with why; with those read they are the whole of the files
 * @param checked what the rules of the return found in them
 * @param workers who works with the children
 */
record Given(
        String source,
        List<Child> children,
        List<Fact> facts,
        List<Refused> refused,
        int rows,
        Checked checked,
        Workers workers) {

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

    /**
     * The same without children of whom nothing is told in the end: what was refused is told, and nobody becomes somebody of the record for it.
     */
    Given withoutThoseOfNothing() {
        Set<String> told = facts.stream().map(Fact::number).collect(Collectors.toSet());
        List<Child> left =
                children.stream().filter(child -> told.contains(child.number())).toList();
        return new Given(
                source,
                left,
                facts,
                refused,
                rows,
                checked,
                new Workers(
                        workers.workers(),
                        workers.involvements().stream()
                                .filter(each -> told.contains(each.number()))
                                .toList()));
    }

    /** The same with who works with the children, and what else was refused. */
    Given with(Workers more, List<Refused> refusedToo) {
        List<Refused> all = new ArrayList<>(refused);
        all.addAll(refusedToo);
        return new Given(source, children, facts, all, rows, checked, more);
    }

    /**
     * Who works with the children of an area.
     *
     * @param workers those of whom there is an involvement
     */
    record Workers(List<Worker> workers, List<Involvement> involvements) {

        /** Files that do not say it. */
        static final Workers NONE = new Workers(List.of(), List.of());

        Workers {
            workers = List.copyOf(workers);
            involvements = List.copyOf(involvements);
        }
    }

    /**
     * Somebody who works with children, as the present system knows them.
     *
     * @param id by which its rows name them
     * @param registration with Social Work England
     */
    record Worker(String id, String name, String staffNumber, String registration, String post, String department) {}

    /**
     * That a worker worked with a child.
     *
     * @param worker the worker's id
     * @param role as the present system calls the duty
     * @param team in its words
     * @param ended null while it lasts
     * @param reasonChanged a code of the return of children looked after; empty for none
     */
    record Involvement(
            int id,
            String number,
            String worker,
            String role,
            String team,
            LocalDate started,
            @Nullable LocalDate ended,
            String reasonChanged,
            String file,
            int line) {}

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
