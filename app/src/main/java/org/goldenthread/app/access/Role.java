package org.goldenthread.app.access;

import static org.goldenthread.app.access.Right.CONFIGURE_INDEX;
import static org.goldenthread.app.access.Right.CORRECT_RETURNS;
import static org.goldenthread.app.access.Right.FIND_EVERY_CHILD;
import static org.goldenthread.app.access.Right.ISSUE_REPORT;
import static org.goldenthread.app.access.Right.LOAD_RETURNS;
import static org.goldenthread.app.access.Right.MANAGE_ACCOUNTS;
import static org.goldenthread.app.access.Right.OVERRIDE_RATING;
import static org.goldenthread.app.access.Right.REVEAL_CHILDREN;
import static org.goldenthread.app.access.Right.SEARCH_PEOPLE;
import static org.goldenthread.app.access.Right.SEE_AUDIT;
import static org.goldenthread.app.access.Right.SEE_CHILDREN;
import static org.goldenthread.app.access.Right.SEE_PART_1;
import static org.goldenthread.app.access.Right.SEE_PART_2;
import static org.goldenthread.app.access.Right.SEE_RECORDS;
import static org.goldenthread.app.access.Right.WRITE_COMMENTARY;
import static org.goldenthread.app.access.Right.WRITE_RECORDS;

import java.util.EnumSet;
import java.util.Set;

/** What an account is for. */
public enum Role {
    ANALYST(
            "Analyst",
            "Loads and corrects returns, follows a figure to the rows it came from, and keeps the index",
            SEE_PART_1,
            SEE_PART_2,
            SEE_CHILDREN,
            REVEAL_CHILDREN,
            LOAD_RETURNS,
            CORRECT_RETURNS,
            CONFIGURE_INDEX,
            WRITE_COMMENTARY,
            OVERRIDE_RATING,
            ISSUE_REPORT),
    MANAGER(
            "Manager",
            "Reads every figure and writes the commentary on those below expectation",
            SEE_PART_1,
            SEE_PART_2,
            WRITE_COMMENTARY,
            OVERRIDE_RATING),
    FRONT_DOOR_WORKER(
            "Front door worker",
            "Takes contacts, and finds out whether a child is known",
            SEARCH_PEOPLE,
            FIND_EVERY_CHILD,
            SEE_RECORDS,
            WRITE_RECORDS),
    DEMOCRATIC_SERVICES("Democratic services", "Collects the issued papers, public and exempt", SEE_PART_1, SEE_PART_2),
    COUNCILLOR_PART_2("Councillor, Part 2", "Reads the public and the exempt papers", SEE_PART_1, SEE_PART_2),
    COUNCILLOR_PART_1("Councillor, Part 1", "Reads the public papers", SEE_PART_1),
    ADMINISTRATOR(
            "Administrator",
            "Keeps the accounts and reads the log of who looked at what; sees no child",
            SEE_PART_1,
            MANAGE_ACCOUNTS,
            SEE_AUDIT),
    AUDITOR("Auditor", "Reads the log of who looked at what; sees no child", SEE_PART_1, SEE_AUDIT);

    private final String label;
    private final String purpose;
    private final Set<Right> rights;

    Role(String label, String purpose, Right first, Right... rest) {
        this.label = label;
        this.purpose = purpose;
        this.rights = EnumSet.of(first, rest);
    }

    public String label() {
        return label;
    }

    /** What a person with this role does here, in a few words. */
    public String purpose() {
        return purpose;
    }

    public Set<Right> rights() {
        return EnumSet.copyOf(rights);
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }
}
