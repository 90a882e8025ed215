package org.goldenthread.app.access;

import static org.goldenthread.app.access.Right.ACT_FOR_AGENCY;
import static org.goldenthread.app.access.Right.ALLOCATE;
import static org.goldenthread.app.access.Right.BREAK_GLASS;
import static org.goldenthread.app.access.Right.CONFIGURE_INDEX;
import static org.goldenthread.app.access.Right.CONFIGURE_PRACTICE;
import static org.goldenthread.app.access.Right.CORRECT_RETURNS;
import static org.goldenthread.app.access.Right.DECIDE_DESTRUCTION;
import static org.goldenthread.app.access.Right.DRAW_RETURNS;
import static org.goldenthread.app.access.Right.FIND_EVERY_CHILD;
import static org.goldenthread.app.access.Right.GIVE_EARLY_HELP;
import static org.goldenthread.app.access.Right.ISSUE_REPORT;
import static org.goldenthread.app.access.Right.LOAD_RETURNS;
import static org.goldenthread.app.access.Right.MANAGE_ACCOUNTS;
import static org.goldenthread.app.access.Right.MERGE_PEOPLE;
import static org.goldenthread.app.access.Right.MOVE_IN;
import static org.goldenthread.app.access.Right.OVERRIDE_RATING;
import static org.goldenthread.app.access.Right.PLAN_DESTRUCTION;
import static org.goldenthread.app.access.Right.RESTRICT;
import static org.goldenthread.app.access.Right.REVEAL_CHILDREN;
import static org.goldenthread.app.access.Right.REVIEW_BREAK_GLASS;
import static org.goldenthread.app.access.Right.SEAL_IDENTITY;
import static org.goldenthread.app.access.Right.SEARCH_PEOPLE;
import static org.goldenthread.app.access.Right.SEE_AUDIT;
import static org.goldenthread.app.access.Right.SEE_CHILDREN;
import static org.goldenthread.app.access.Right.SEE_CPIS;
import static org.goldenthread.app.access.Right.SEE_EVERY_RECORD;
import static org.goldenthread.app.access.Right.SEE_PART_1;
import static org.goldenthread.app.access.Right.SEE_PART_2;
import static org.goldenthread.app.access.Right.SEE_RECORDS;
import static org.goldenthread.app.access.Right.SEE_SOCIAL_CARE;
import static org.goldenthread.app.access.Right.WRITE_COMMENTARY;
import static org.goldenthread.app.access.Right.WRITE_RECORDS;

import java.util.EnumSet;
import java.util.Locale;
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
            DRAW_RETURNS,
            SEE_CPIS,
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
    DEMOCRATIC_SERVICES("Democratic services", "Collects the issued papers, public and exempt", SEE_PART_1, SEE_PART_2),
    COUNCILLOR_PART_2("Councillor, Part 2", "Reads the public and the exempt papers", SEE_PART_1, SEE_PART_2),
    COUNCILLOR_PART_1("Councillor, Part 1", "Reads the public papers", SEE_PART_1),
    ADMINISTRATOR(
            "Administrator",
            "Keeps the accounts and reads the log of who looked at what; sees no child",
            SEE_PART_1,
            MANAGE_ACCOUNTS,
            SEE_AUDIT),
    AUDITOR("Auditor", "Reads the log of who looked at what; sees no child", SEE_PART_1, SEE_AUDIT),
    INFORMATION_GOVERNANCE_OFFICER(
            "Information governance officer",
            "Keeps how long records are kept, legal holds and proposals to destroy; sees no file",
            SEE_PART_1,
            SEE_AUDIT,
            PLAN_DESTRUCTION),
    FRONT_DOOR_WORKER(
            "Front door worker",
            "Takes contacts and MASH enquiries, and finds whether a child is known",
            SEE_RECORDS,
            SEE_SOCIAL_CARE,
            SEE_EVERY_RECORD,
            WRITE_RECORDS,
            SEARCH_PEOPLE,
            FIND_EVERY_CHILD),
    FRONT_DOOR_MANAGER(
            "Front door manager",
            "Decides on contacts and referrals, allocates, and sets the local clocks",
            SEE_RECORDS,
            SEE_SOCIAL_CARE,
            SEE_EVERY_RECORD,
            WRITE_RECORDS,
            SEARCH_PEOPLE,
            FIND_EVERY_CHILD,
            ALLOCATE,
            RESTRICT,
            MERGE_PEOPLE,
            REVIEW_BREAK_GLASS,
            CONFIGURE_PRACTICE),
    EARLY_HELP_WORKER(
            "Early help worker",
            "Gives early help to the families allocated to them and their team, and records it; does not see the social care file",
            SEE_RECORDS,
            WRITE_RECORDS,
            GIVE_EARLY_HELP,
            SEARCH_PEOPLE),
    EARLY_HELP_MANAGER(
            "Early help manager",
            "Allocates early help within the team, and steps up to social care",
            SEE_RECORDS,
            WRITE_RECORDS,
            GIVE_EARLY_HELP,
            SEARCH_PEOPLE,
            ALLOCATE),
    SOCIAL_WORKER(
            "Social worker",
            "Works with the children allocated to them and their team, and records it",
            SEE_RECORDS,
            SEE_SOCIAL_CARE,
            WRITE_RECORDS,
            SEARCH_PEOPLE),
    TEAM_MANAGER(
            "Team manager",
            "Allocates, reviews and authorises the team’s work",
            DRAW_RETURNS,
            SEE_RECORDS,
            SEE_SOCIAL_CARE,
            WRITE_RECORDS,
            SEARCH_PEOPLE,
            ALLOCATE,
            RESTRICT,
            MERGE_PEOPLE,
            REVIEW_BREAK_GLASS),
    SERVICE_MANAGER(
            "Service manager",
            "Decides as the nominated officer: section 20, placements with parents and connected persons, the legal gateway",
            DRAW_RETURNS,
            SEE_CPIS,
            SEE_RECORDS,
            SEE_SOCIAL_CARE,
            SEE_EVERY_RECORD,
            WRITE_RECORDS,
            SEARCH_PEOPLE,
            ALLOCATE,
            RESTRICT,
            MERGE_PEOPLE,
            SEAL_IDENTITY,
            REVIEW_BREAK_GLASS,
            CONFIGURE_PRACTICE,
            MOVE_IN),
    DIRECTOR(
            "Director of children’s services",
            "Decides what the law leaves to the director, such as placements at a distance",
            SEE_PART_1,
            SEE_PART_2,
            SEE_CHILDREN,
            DRAW_RETURNS,
            SEE_RECORDS,
            SEE_SOCIAL_CARE,
            SEE_EVERY_RECORD,
            WRITE_RECORDS,
            SEARCH_PEOPLE,
            DECIDE_DESTRUCTION),
    AGENCY_DECISION_MAKER(
            "Agency decision-maker",
            "Decides for the adoption agency: whether a child should be placed for adoption, and with whom",
            SEE_RECORDS,
            SEE_SOCIAL_CARE,
            SEE_EVERY_RECORD,
            WRITE_RECORDS,
            SEARCH_PEOPLE),
    REVIEWING_OFFICER(
            "Reviewing officer",
            "Reviews the plans of the children allocated to them",
            SEE_RECORDS,
            SEE_SOCIAL_CARE,
            WRITE_RECORDS,
            SEARCH_PEOPLE),
    EMERGENCY_DUTY_WORKER(
            "Emergency duty worker",
            "Takes contacts out of hours, and opens any file where a child’s safety needs it",
            SEE_RECORDS,
            SEE_SOCIAL_CARE,
            SEE_EVERY_RECORD,
            WRITE_RECORDS,
            SEARCH_PEOPLE,
            FIND_EVERY_CHILD,
            BREAK_GLASS),
    PARTNER_WORKER(
            "Partner worker",
            "Works for a partner agency: sends referrals, answers what it is asked, and reads what is shared with it; sees no file",
            ACT_FOR_AGENCY);

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

    /** The role as the table of pathways names it, such as {@code team-manager}. */
    public String decider() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }
}
