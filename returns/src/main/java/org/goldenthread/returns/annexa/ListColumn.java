package org.goldenthread.returns.annexa;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * One column of a list.
 *
 * @param heading as Ofsted words it
 * @param column column of the snapshot's table that it fills; {@link #BIRTH} for the date of birth, which goes to the person
 * @param kind how its cells are read
 * @param codes set of codes, where it is coded
 * @param needed whether the list is of no use without it
 * @param wordings the heading and the others in use, in their plain form
 * @param pattern what else the heading may be, in its plain form
 */
public record ListColumn(
        String heading, String column, Kind kind, String codes, boolean needed, Set<String> wordings, Pattern pattern) {
    static final String BIRTH = "-birth";

    /** How the cells of a column are read. */
    public enum Kind {
        CHILD,
        BIRTH,
        DATE,
        INTEGER,
        CODE,
        TEXT
    }

    /** Equal columns have equal headings. Every row asks after every column, and the text keeps its own hash. */
    @Override
    public int hashCode() {
        return heading.hashCode();
    }
}
