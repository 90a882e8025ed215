package org.goldenthread.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Those among whom the work of copied families is shared out, as made-up accounts and teams: the account {@code social-worker-7} of the team
 * {@code team-7}, and so on.
 *
 * @param socialWorkers how many; their teams have about eight each and a manager
 * @param reviewingOfficers how many; one service has fourteen at most
 */
public record CopiedWorkforce(int socialWorkers, int reviewingOfficers, int frontDoorWorkers) {

    private static final int TO_A_TEAM = 8;

    private static final int TO_A_REVIEWING_SERVICE = 14;

    /** So many families are there for each that the demo's own accounts work with. */
    private static final int OWN_SHARE = 9;

    public CopiedWorkforce {
        if (socialWorkers < TO_A_TEAM || reviewingOfficers < 1 || frontDoorWorkers < 1) {
            throw new IllegalArgumentException(
                    "A workforce has a team of social workers, a reviewing officer and a front door.");
        }
    }

    /** The same in each part of a borough that is so many times as large. */
    public CopiedWorkforce times(int parts) {
        return new CopiedWorkforce(socialWorkers * parts, reviewingOfficers * parts, frontDoorWorkers * parts);
    }

    public int teams() {
        return socialWorkers / TO_A_TEAM;
    }

    /** Makes the accounts and teams that are not there yet. */
    void make(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("insert into team (id, name) select 'team-' || n, 'Team ' || n from generate_series(1, "
                    + teams() + ") as n on conflict do nothing");
            statement.execute("insert into team (id, name) select distinct " + reviewingService("n")
                    + ", 'Reviewing service ' || (1 + (n - 1) / " + TO_A_REVIEWING_SERVICE
                    + ") from generate_series(1, "
                    + reviewingOfficers + ") as n on conflict do nothing");
            add(
                    statement,
                    "social-worker",
                    "SOCIAL_WORKER",
                    socialWorkers,
                    "'team-' || (1 + (n - 1) % " + teams() + ")",
                    false);
            add(statement, "team-manager", "TEAM_MANAGER", teams(), "'team-' || n", true);
            add(statement, "reviewing-officer", "REVIEWING_OFFICER", reviewingOfficers, reviewingService("n"), false);
            add(statement, "front-door-worker", "FRONT_DOOR_WORKER", frontDoorWorkers, "'front-door'", false);
        }
    }

    /** Those who work with the lived family of that number: one in each nine families has the demo's own accounts. */
    LivedTeam workersOf(int number) {
        if (number % OWN_SHARE == 0) {
            return LivedTeam.ONLY;
        }
        int worker = 1 + number % socialWorkers;
        int team = 1 + (worker - 1) % teams();
        return new LivedTeam("social-worker-" + worker, "team-manager-" + team, "team-" + team);
    }

    private static void add(Statement statement, String account, String role, int count, String team, boolean manages)
            throws SQLException {
        statement.execute(
                "insert into account (name, post, role, made_up, enabled, social_work_number, created_at) select '"
                        + account + "-' || n, '"
                        + account.replace('-', ' ') + " ' || n || ' (made up)', '" + role
                        + "', true, true, " + (role.equals("SOCIAL_WORKER") ? "'SW' || (200000 + n)" : "''")
                        + ", acting_at() from generate_series(1, " + count + ") as n on conflict do nothing");
        statement.execute("insert into team_member (team, account, manages) select " + team + ", '" + account
                + "-' || n, " + manages + " from generate_series(1, " + count + ") as n on conflict do nothing");
    }

    /** In SQL, whose of the copied family the work is that was {@code account}'s. */
    String account(String account, String root, String copy) {
        return "case when " + account + " like 'social-worker%' then 'social-worker-' || "
                + number(root, copy, socialWorkers)
                + " when " + account + " = 'reviewing-officer' then 'reviewing-officer-' || "
                + number(root, copy, reviewingOfficers)
                + " else " + account + " end";
    }

    String team(String team, String account, String root, String copy) {
        return "case when " + account + " like 'social-worker%' then 'team-' || (1 + ("
                + number(root, copy, socialWorkers) + " - 1) % " + teams() + ") when " + account
                + " = 'reviewing-officer' then " + reviewingService(number(root, copy, reviewingOfficers)) + " else "
                + team + " end";
    }

    /** The service of the officer of that number: the first has the demo's own. */
    private static String reviewingService(String officer) {
        return "case when " + officer + " <= " + TO_A_REVIEWING_SERVICE
                + " then 'reviewing-service' else 'reviewing-service-' || (1 + (" + officer + " - 1) / "
                + TO_A_REVIEWING_SERVICE + ") end";
    }

    private static String number(String root, String copy, int of) {
        return "(1 + abs(hashtext(" + root + " || ' ' || " + copy + ")::bigint) % " + of + ")";
    }
}
