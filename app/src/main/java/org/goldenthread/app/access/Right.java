package org.goldenthread.app.access;

/** One thing that an account may do. Pages, methods and row-level policies all ask for rights, never for roles. */
public enum Right {
    /** See public figures, definitions and issued public papers. */
    SEE_PART_1,
    /** See exempt figures and papers, small numbers among them. */
    SEE_PART_2,
    /** See the children and events behind a figure, by pseudonym; every look is logged. */
    SEE_CHILDREN,
    /** See the council's own id of a child behind a figure; every look is logged. */
    REVEAL_CHILDREN,
    LOAD_RETURNS,
    /** Check and correct statutory returns, in which children stand under the council's own ids; every look is logged. */
    CORRECT_RETURNS,
    CONFIGURE_INDEX,
    WRITE_COMMENTARY,
    OVERRIDE_RATING,
    ISSUE_REPORT,
    MANAGE_ACCOUNTS,
    /** Search for people, among those whose records they may see. */
    SEARCH_PEOPLE,
    /** Be told of everybody who is known, with name and dates; of a restricted record alone whom to ask. */
    FIND_EVERY_CHILD,
    /** See the records of the people allocated to them or their team. */
    SEE_RECORDS,
    WRITE_RECORDS,
    SEE_AUDIT
}
