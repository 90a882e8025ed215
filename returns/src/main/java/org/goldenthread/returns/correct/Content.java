package org.goldenthread.returns.correct;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.goldenthread.returns.check.Refusal;

/** What lies on the desk: the rows of one kind of return, and its rules. It is used by one thread at a time. */
interface Content {
    /** {@code ssda903} or {@code cin}. */
    String returnName();

    /** Collection year by its end. */
    int year();

    List<ShownTable> tables();

    List<Refusal> refusals();

    /** Identifiers of the children of this year's return in the order of the files; empty for rows without one. */
    Collection<String> children();

    /** A child's rows by table, in the order of the files. */
    List<ShownRow> rows(String child);

    /** What the previous year's return has of the child. */
    List<ShownRow> lastYear(String child);

    Optional<ShownRow> findRow(RowId id);

    /** Rows of a table in the order of the files. */
    List<ShownRow> listRows(String table);

    /** Values to sort children by, such as the social worker who has each; empty where the return does not say. */
    String worker(String child);

    /** A number for a row that is to be added. */
    RowId next(String table);

    /**
     * Makes a change.
     *
     * @return the children whose files it changed
     * @throws ConflictException where it does not fit; nothing was changed
     */
    Set<String> apply(Change change);

    /** Records that a row holds and that have to be removed before it, innermost first. */
    List<RowId> heldBy(RowId id);

    /** Whether what was changed bears on more than the children that {@link #apply} named, so that all have to be checked. */
    boolean isAllStale();

    Checked checkAll();

    /** Checks one child's file afresh. */
    List<Problem> recheck(String child);

    /** Runs the rules that look at the whole return. */
    List<Problem> recheckWhole();

    /** Changes that the child's data and reference data imply, untried. */
    List<Suggestion> proposals(String child, List<Problem> problems);

    /** The child's problems if the change were made. Nothing is changed. */
    List<Problem> trial(String child, Change.Edited change);

    /** Formats that the corrected return can be had in. */
    List<String> formats();

    /** What could not be written is told. */
    Written write(String format, Path folder) throws IOException;

    /**
     * @param files that were written
     * @param leftOut what the format cannot hold
     */
    record Written(List<Path> files, List<Refusal> leftOut) {}
}
