package org.goldenthread.app.moving;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts and teams of this system to whom children may go. */
@Repository
class WorkerAccounts {

    private final JdbcClient jdbc;

    WorkerAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Team(String id, String name) {}

    /** @param teams of the council that it is in */
    record Candidate(
            String account, String post, Role role, boolean enabled, String socialWorkNumber, List<Team> teams) {

        /** Why no child may go to it; empty where one may. */
        String problem() {
            if (!enabled) {
                return "The account " + account
                        + " is switched off. An administrator switches it on, or choose another";
            }
            if (!role.may(Right.SEE_RECORDS)) {
                return "The account " + account + " has the role " + role.label()
                        + ", which has no right to children’s records. Choose another";
            }
            return teams.isEmpty()
                    ? "The account " + account + " is in no team. An administrator puts it into one, or choose another"
                    : "";
        }

        Optional<Team> findTeam(@Nullable String id) {
            return teams.stream().filter(team -> team.id().equals(id)).findFirst();
        }
    }

    /** Everybody and every team, as they are now. */
    record All(List<Candidate> candidates, List<Team> teams) {

        Optional<Candidate> findCandidate(@Nullable String account) {
            return candidates.stream()
                    .filter(each -> each.account().equals(account))
                    .findFirst();
        }

        Optional<Team> findTeam(@Nullable String id) {
            return teams.stream().filter(team -> team.id().equals(id)).findFirst();
        }

        /** Why children may not go there; empty where they may. */
        String problem(MirrorWorkers.Whom whom) {
            if (!whom.isAllocated()) {
                return "";
            }
            Team team = findTeam(whom.team()).orElse(null);
            if (team == null) {
                return "There is no team " + whom.team() + " of the council any more. Choose another";
            }
            if (whom.account() == null) {
                return "";
            }
            Candidate candidate = findCandidate(whom.account()).orElse(null);
            if (candidate == null) {
                return "There is no account " + whom.account() + ". Choose another";
            }
            if (!candidate.problem().isEmpty()) {
                return candidate.problem();
            }
            return candidate.findTeam(team.id()).isPresent()
                    ? ""
                    : "The account " + candidate.account() + " is not in the team " + team.name()
                            + ". An administrator puts it there, or choose another";
        }
    }

    All list() {
        List<Team> teams = jdbc.sql("select id, name from team where agency = '' order by name, id")
                .query((row, number) -> new Team(row.getString("id"), row.getString("name")))
                .list();
        record In(String account, String team) {}
        Set<In> members = Set.copyOf(jdbc.sql("select account, team from team_member")
                .query((row, number) -> new In(row.getString("account"), row.getString("team")))
                .list());
        List<Candidate> candidates = jdbc.sql(
                        "select name, post, role, enabled, social_work_number from account order by post, name")
                .query((row, number) -> {
                    String name = row.getString("name");
                    return new Candidate(
                            name,
                            row.getString("post"),
                            Role.valueOf(row.getString("role")),
                            row.getBoolean("enabled"),
                            row.getString("social_work_number"),
                            teams.stream()
                                    .filter(team -> members.contains(new In(name, team.id())))
                                    .toList());
                })
                .list();
        return new All(candidates, teams);
    }
}
