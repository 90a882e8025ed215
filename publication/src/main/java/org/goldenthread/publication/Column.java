package org.goldenthread.publication;

/** A column of the index, or a group of columns that a scorecard has several of. */
public enum Column {
    /** The council's number for the indicator. */
    NUMBER("No."),
    /** The council's name for the indicator. */
    NAME("Performance indicator"),
    /** Why the measure matters. */
    WHY("Why is this important?"),
    POLARITY("Polarity"),
    /** The target or the range of acceptable performance. */
    EXPECTATION("Target or range"),
    /** One column for each earlier year; {@code {period}} in the heading is the year. */
    EARLIER_YEARS("{period}"),
    /** One column for each area compared with; {@code {area}} in the heading is its name. */
    COMPARATORS("{area}"),
    /** One column for each of the twelve months; {@code {period}} in the heading is the month. */
    MONTHS("{period}"),
    YEAR_TO_DATE("Year to date"),
    /** Red, amber, green or not rated. */
    RATING("RAG rating"),
    /** Where the value has gone and whether that is better. */
    DIRECTION("Direction of travel"),
    /** A small chart of the months; left out where a format has no pictures. */
    CHART("Trend"),
    NOTE("Notes");

    private final String usualHeading;

    Column(String usualHeading) {
        this.usualHeading = usualHeading;
    }

    /** The heading where the council has named no other. */
    public String usualHeading() {
        return usualHeading;
    }

    /** How the column is named in a layout file, such as {@code year-to-date}. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
