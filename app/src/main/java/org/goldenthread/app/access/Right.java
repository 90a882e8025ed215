package org.goldenthread.app.access;

import java.util.EnumSet;
import java.util.Set;

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
    /** Draw the statutory returns from the record of everybody, and see what their rules find, by rule and by worker. */
    DRAW_RETURNS,
    CONFIGURE_INDEX,
    WRITE_COMMENTARY,
    OVERRIDE_RATING,
    ISSUE_REPORT,
    MANAGE_ACCOUNTS,
    SEE_AUDIT,
    /** See the records of the children that one is allocated, oneself or by one's team; every look is logged. */
    SEE_RECORDS,
    /** See what social care recorded of them; without it who they are and what early help recorded. */
    SEE_SOCIAL_CARE,
    /** See every child's record but the restricted ones; every look is logged. */
    SEE_EVERY_RECORD,
    WRITE_RECORDS,
    /** Write the notes of those who give early help. */
    GIVE_EARLY_HELP,
    /** Allocate a child to a team and a worker. */
    ALLOCATE,
    /** Restrict who may see a child's file, and say who those are. */
    RESTRICT,
    /** Make two records of one person one, and undo it. */
    MERGE_PEOPLE,
    /** Open a file that one may not see, for a time, with a reason that a manager reviews. */
    BREAK_GLASS,
    REVIEW_BREAK_GLASS,
    /** Make and seal the new identity of an adopted child. */
    SEAL_IDENTITY,
    /** See what the NHS was told of plans and looked-after status, and of whom it could not be; every child in it is logged. */
    SEE_CPIS,
    /** See whose record has been kept its time, hold records, and propose to destroy them; sees no file. */
    PLAN_DESTRUCTION,
    /** Decide whether what somebody else proposed is destroyed. */
    DECIDE_DESTRUCTION,
    /** Import what the council's present system holds, cut a service area over to the record, and take that back. */
    MOVE_IN,
    /** Set local clocks and who decides what. */
    CONFIGURE_PRACTICE,
    /** Find people by name, date of birth, identifier or address. */
    SEARCH_PEOPLE,
    /** Find that a child is known and whom to ask, whatever one's rights to the file. */
    FIND_EVERY_CHILD,
    /** Act for one partner agency: send referrals, answer what it is asked, and read what is shared with it. It opens nothing of the council's own. */
    ACT_FOR_AGENCY;

    /**
     * By which nothing is written; whatever is not named here counts as a right to write. A file that was opened with a reason stays open to
     * read, and opening another is refused by the database to whoever only reads.
     */
    private static final Set<Right> TO_READ = EnumSet.of(
            SEE_PART_1,
            SEE_PART_2,
            SEE_CHILDREN,
            REVEAL_CHILDREN,
            DRAW_RETURNS,
            SEE_AUDIT,
            SEE_RECORDS,
            SEE_SOCIAL_CARE,
            SEE_EVERY_RECORD,
            BREAK_GLASS,
            SEE_CPIS,
            SEARCH_PEOPLE,
            FIND_EVERY_CHILD);

    /** Whether whoever may only read keeps it. */
    boolean isToRead() {
        return TO_READ.contains(this);
    }
}
